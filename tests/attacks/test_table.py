"""A table of attempts: request, and the only statuses that are an honest refusal of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.attacks.conftest import INDEX, SECRET, Answer, Target

Attempt = Callable[[Target], Answer]
HOUSEHOLDS = "/api/v1/households"
DEEP = 100_000


def body(**changes: Any) -> dict[str, Any]:
    """A search that would be honest."""
    return {"text": "陈明", **changes}


def search(content: object, **headers: str) -> Attempt:
    """Send it to the search."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda t: t.ask("POST", f"{HOUSEHOLDS}/search", body=content, headers=named)


def get(path: str, who: str = "office", **headers: str) -> Attempt:
    """Read an address; `{own}` and `{foreign}` are the households."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda t: t.ask(
        "GET", path.format(own=t.household, foreign=t.foreign), who, headers=named
    )


def send(method: str, path: str, content: object, who: str = "office", **headers: str) -> Attempt:
    """Write to an address."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda t: t.ask(
        method, path.format(own=t.household, foreign=t.foreign), who, content, named
    )


def raw(text: bytes) -> Attempt:
    """Bytes as they are."""
    return lambda t: t.send(text)


def made(**changes: Any) -> dict[str, Any]:
    """A household to be made, with what does not belong there."""
    honest = {
        "household_no": "A1", "village_id": "x",
        "facts": {"household_kind": "general", "main_cause": "1"},
        "members": [{"name": "何新", "relation": "01"}],
    }  # fmt: skip
    return honest | changes


BODIES: dict[str, tuple[Attempt, set[int]]] = {
    "a giant body": (search(b'{"text":"' + b"x" * (2 << 20) + b'"}'), {413}),
    "a giant length without a body": (search(b"{}", Content_Length=str(1 << 40)), {413}),
    "a body of another kind": (search(b"text=1", Content_Type="text/plain"), {422}),
    "a form instead of JSON": (
        search(b"text=1", Content_Type="application/x-www-form-urlencoded"), {422}),
    "multipart instead of JSON": (
        search(b"--x\r\n\r\n--x--", Content_Type="multipart/form-data; boundary=x"), {422}),
    "XML with an entity": (
        search(b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
               Content_Type="application/xml"), {422}),
    "a pickle": (search(b"\x80\x04N.", Content_Type="application/octet-stream"), {422}),
    "JSON cut in half": (search(b'{"text":'), {422}),
    "JSON that is no object": (search(b"[]"), {422}),
    "JSON null": (search(b"null"), {422}),
    "nested arrays": (search(b"[" * DEEP + b"]" * DEEP), {400, 422}),
    "nested objects": (search(b'{"text":' * DEEP + b"1" + b"}" * DEEP), {400, 422}),
    "NaN": (search(b'{"text":"ab","limit":NaN}'), {422}),
    "Infinity": (search(b'{"text":"ab","limit":Infinity}'), {422}),
    "a number of a million digits": (
        search(b'{"text":"ab","limit":' + b"9" * 1_000_000 + b"}"), {400, 422}),
    "an exponent beyond all": (search(b'{"text":"ab","limit":1e999999}'), {422}),
    "a negative limit": (search(body(limit=-1)), {422}),
    "a huge limit": (search(body(limit=10**30)), {422}),
    "a limit that is a text": (search(body(limit="20; DROP TABLE household")), {422}),
    "a limit that is true": (search(body(limit=[20])), {422}),
    "a text that is an object": (search(body(text={"$ne": None})), {422}),
    "a text too long": (search(body(text="陈" * 10_000)), {422}),
    "a field nobody knows": (search(body(admin=True)), {422}),
    "a prototype": (search(body(__proto__={"admin": True})), {422}),
    "bytes that are no UTF-8": (search(b'{"text":"\xff\xfe"}'), {400, 422}),
    "half of a surrogate": (search(b'{"text":"\\ud800"}'), {400, 422}),
    "UTF-16": (search('{"text":1}'.encode("utf-16")), {400, 422}),
    "no body at all": (search(None), {422}),
}  # fmt: skip

SHAPES: dict[str, tuple[Attempt, set[int]]] = {
    "an id is given": (send("POST", HOUSEHOLDS, made(id="mine")), {422}),
    "a version is given": (send("POST", HOUSEHOLDS, made(rev=7)), {422}),
    "a path is given": (send("POST", HOUSEHOLDS, made(place_path="/")), {422}),
    "the maker is given": (send("POST", HOUSEHOLDS, made(actor_id="admin")), {422}),
    "ciphertext is given": (
        send("POST", HOUSEHOLDS, made(members=[{"name": "a", "id_number_blind": "x"}])), {422}),
    "a mask is given": (
        send("POST", HOUSEHOLDS, made(members=[{"name": "a", "id_number_masked": "x"}])), {422}),
    "poverty state by hand": (
        send("PATCH", HOUSEHOLDS + "/{own}", {"facts": {"poverty_state": "exited"}},
             If_Match="*"), {409, 422}),
    "a computed income": (
        send("PUT", HOUSEHOLDS + "/{own}/incomes/2017", {"amounts": {"net_income_fen": 1}},
             If_Match="*"), {422}),
    "an income of too many digits": (
        send("PUT", HOUSEHOLDS + "/{own}/incomes/2017", {"amounts": {"wage_income_fen": 10**25}},
             If_Match="*"), {422}),
    "an income that is a fraction": (
        send("PUT", HOUSEHOLDS + "/{own}/incomes/2017", {"amounts": {"wage_income_fen": 1.5}},
             If_Match="*"), {422}),
    "a year before all": (
        send("PUT", HOUSEHOLDS + "/{own}/incomes/0", {"amounts": {}}, If_Match="*"), {422}),
    "a change without If-Match": (send("PATCH", HOUSEHOLDS + "/{own}", {"facts": {}}), {428}),
    "a change of an old version": (
        send("PATCH", HOUSEHOLDS + "/{own}", {"facts": {}}, If_Match='"99"'), {412}),
    "an account made system administrator by its role list": (
        send("POST", "/api/v1/users", {"username": "x1", "roles": ["system-admin"]}, "admin"),
        {422}),
    "an account by who may not": (
        send("POST", "/api/v1/users", {"username": "x1", "name": "x", "posts": []}, "town"),
        {403, 422}),
    "a command without a key": (
        send("POST", HOUSEHOLDS, made(), Idempotency_Key=""), {400, 422, 428}),
    "a key too long": (send("POST", HOUSEHOLDS, made(), Idempotency_Key="k" * 500), {400, 422, 428}),
    "a plan over a negative amount": (
        send("POST", "/api/v1/fund-plans", {"standard_fen": -1}), {422}),
    "a spread of nothing over nobody": (
        send("POST", "/api/v1/fund-plans/spread", {"amount_fen": -5}), {422}),
    "a NUL in a text": (
        send("PATCH", HOUSEHOLDS + "/{own}", {"facts": {"remark": "a\0b"}}, If_Match="*"), {422}),
    "a NUL in a search": (search(body(text="a\0b")), {422}),
    "a login that is a list": (
        send("POST", "/api/v1/auth/login", {"username": ["a"], "password": {}}, ""), {422}),
    "a login of a megabyte": (
        send("POST", "/api/v1/auth/login", {"username": "a", "password": "x" * 500_000}, ""),
        {422}),
    "an upload that is no workbook": (
        send("POST", "/api/v1/imports",
             b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\n'
             b"not a workbook\r\n--x--\r\n",
             Content_Type="multipart/form-data; boundary=x"), {202, 415, 422}),
    "an upload whose name is a path": (
        send("POST", "/api/v1/attachments",
             b'--x\r\nContent-Disposition: form-data; name="file"; '
             b'filename="../../../etc/cron.d/x"\r\n\r\n#!/bin/sh\r\n--x--\r\n',
             Content_Type="multipart/form-data; boundary=x"), {403, 415, 422}),
    "an upload of HTML": (
        send("POST", "/api/v1/attachments",
             b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n'
             b"<script>alert(1)</script>\r\n--x--\r\n",
             Content_Type="multipart/form-data; boundary=x"), {403, 415, 422}),
    "a multipart without end": (
        send("POST", "/api/v1/imports", b"--x\r\n" * 1000,
             Content_Type="multipart/form-data; boundary=x"), {400, 422}),
    "a multipart without boundary": (
        send("POST", "/api/v1/imports", b"--x", Content_Type="multipart/form-data"), {400, 422}),
}  # fmt: skip

ADDRESSES: dict[str, tuple[Attempt, set[int]]] = {
    "an unknown filter": (get(f"{HOUSEHOLDS}?colour=red"), {422}),
    "a filter of SQL": (get(f"{HOUSEHOLDS}?kind=%27%20OR%201=1--"), {422}),
    "a sort of SQL": (get(f"{HOUSEHOLDS}?sort=(select%201)"), {422}),
    "a sort by a sealed column": (get(f"{HOUSEHOLDS}?sort=contact_phone"), {422}),
    "a page below one": (get(f"{HOUSEHOLDS}?page=0"), {422}),
    "a page beyond all": (get(f"{HOUSEHOLDS}?page=99999999999999999999"), {422}),
    "a page size too large": (get(f"{HOUSEHOLDS}?page_size=100000"), {422}),
    "a limit too large": (get(f"{HOUSEHOLDS}?limit=1000000"), {422}),
    "a forged cursor": (get(f"{HOUSEHOLDS}?cursor=AAAAAAAAAAAAAAAAAAAAAAAA"), {422}),
    "a cursor that is no base64": (get(f"{HOUSEHOLDS}?cursor=%00%ff"), {422}),
    "a day that is none": (get(f"{HOUSEHOLDS}?at=2018-02-30"), {422}),
    "a day in the future": (get(f"{HOUSEHOLDS}?at=2999-01-01"), {422}),
    "a day of another calendar": (get(f"{HOUSEHOLDS}?at=0000-00-00"), {422}),
    "personal data in the address": (get(f"{HOUSEHOLDS}?name=x&id_number=440899"), {422}),
    "an id of SQL": (get(f"{HOUSEHOLDS}/%27%20OR%20%271%27=%271"), {404, 422}),
    "an id with a NUL": (get(f"{HOUSEHOLDS}/%00"), {404, 422}),
    "an id of a thousand letters": (get(f"{HOUSEHOLDS}/" + "a" * 1000), {422}),
    "an id that climbs": (get(f"{HOUSEHOLDS}/..%2f..%2fusers"), {404, 422}),
    "a double slash": (get("/api/v1//households"), {404}),
    "a slash at the end": (get(f"{HOUSEHOLDS}/"), {404, 422}),
    "a dot segment": (get("/api/v1/./households"), {404}),
    "an encoded route": (get("/api/v1/%68ouseholds", ""), {401, 404}),
    "an address in capitals": (get("/API/V1/households", ""), {404, 200}),
    "a route nobody has": (get("/api/v1/admin"), {404}),
    "a debug route": (get("/api/v1/debug"), {404}),
    "docs": (get("/api/docs"), {404}),
    "environment": (get("/api/.env"), {404}),
    "an absolute address": (get("http://evil.example/api/v1/me", ""), {400, 401, 404}),
    "DELETE of a household": (send("DELETE", HOUSEHOLDS + "/{own}", None), {405}),
    "PUT of a household": (send("PUT", HOUSEHOLDS + "/{own}", {}), {405}),
    "PATCH of the list": (send("PATCH", HOUSEHOLDS, {}), {405}),
    "TRACE": (send("TRACE", HOUSEHOLDS, None), {405}),
    "CONNECT": (raw(b"CONNECT evil:443 HTTP/1.1\r\nHost: evil\r\nConnection: close\r\n\r\n"),
                {400, 404, 405}),
    "a verb of one's own": (send("PURGE", HOUSEHOLDS, None), {400, 405}),
    "another verb by header": (
        get(f"{HOUSEHOLDS}/{{own}}?_method=DELETE", X_HTTP_Method_Override="DELETE"), {422}),
    "DELETE of the journal": (send("DELETE", "/api/v1/audit", None), {405}),
    "PATCH of an entry": (send("PATCH", "/api/v1/audit/x", {}), {405}),
}  # fmt: skip

WHO: dict[str, tuple[Attempt, set[int]]] = {
    "nobody reads the list": (get(HOUSEHOLDS, ""), {401}),
    "nobody reads a record": (get(f"{HOUSEHOLDS}/{{own}}", ""), {401}),
    "nobody with a basic password": (get(HOUSEHOLDS, "", Authorization="Basic YTpi"), {401}),
    "nobody with an empty token": (get(HOUSEHOLDS, "", Authorization="Bearer "), {401}),
    "nobody with none": (get(HOUSEHOLDS, "", Authorization="Bearer null"), {401}),
    "the token in the address": (get(f"{HOUSEHOLDS}?access_token=x", ""), {401, 422}),
    "the token in a cookie": (get(HOUSEHOLDS, "", Cookie="access_token=x"), {401}),
    "a caller by header": (get(HOUSEHOLDS, "", X_User="admin", X_Forwarded_User="admin"), {401}),
    "another town's household": (get(f"{HOUSEHOLDS}/{{foreign}}", "town"), {404}),
    "its members": (get(f"{HOUSEHOLDS}/{{foreign}}/members", "town"), {404}),
    "its history": (get(f"{HOUSEHOLDS}/{{foreign}}/history", "town"), {404}),
    "its events": (get(f"{HOUSEHOLDS}/{{foreign}}/events", "town"), {404}),
    "its values in clear": (
        send("POST", HOUSEHOLDS + "/{foreign}/reveal",
             {"fields": ["contact_phone"], "reason": "核对信息"}, "town"), {404}),
    "a change of it": (
        send("PATCH", HOUSEHOLDS + "/{foreign}", {"facts": {}}, "town", If_Match="*"), {404}),
    "a member into it": (
        send("POST", HOUSEHOLDS + "/{foreign}/members", {"facts": {"name": "x"}}, "town",
             If_Match="*"), {404, 422}),
    "its place as a filter": (
        lambda t: t.ask("GET", f"{HOUSEHOLDS}?place={t.people.villages['东简']}", "town"), {404}),
    "its place in a search": (
        lambda t: t.ask("POST", f"{HOUSEHOLDS}/search", "town",
                        body(place=t.people.villages["东简"])), {404}),
    "its place in a register": (
        lambda t: t.ask("GET", f"/api/v1/registers?place={t.people.villages['东简']}", "town"),
        {404}),
    "its place in an indicator": (
        lambda t: t.ask("GET", f"/api/v1/indicators?place={t.people.villages['东简']}", "town"),
        {404}),
    "a foreign member by an own household": (
        lambda t: t.ask(
            "PATCH", f"{HOUSEHOLDS}/{t.household}/members/{t.people.members['庄金丝雀']}",
            "town", {"facts": {"remark": "x"}}, {"If-Match": "*"}), {404, 422}),
    "a foreign member's values by an own household": (
        lambda t: t.ask(
            "POST", f"{HOUSEHOLDS}/{t.household}/members/{t.people.members['庄金丝雀']}/reveal",
            "town", {"fields": ["id_number"], "reason": "核对信息"}), {404}),
    "a household made in another town": (
        lambda t: t.ask("POST", HOUSEHOLDS, "town",
                        made(village_id=t.people.villages["东简"])), {404}),
    "a move into another town": (
        lambda t: t.ask("PATCH", f"{HOUSEHOLDS}/{t.household}", "town",
                        {"village_id": t.people.villages["东简"]}, {"If-Match": "*"}), {404}),
    "an import nobody made": (get("/api/v1/imports/019a9d2e-7c3b-7a51-8000-2f6c1d9e4b70"), {404}),
    "a plan nobody made": (get("/api/v1/fund-plans/019a9d2e-7c3b-7a51-8000-2f6c1d9e4b70"), {404}),
    "an attachment nobody made": (get("/api/v1/attachments/019a9d2e"), {404}),
    "a job nobody made": (get("/api/v1/jobs/019a9d2e"), {404}),
    "accounts by a town": (get("/api/v1/users", "town"), {403}),
    "clients by a town": (get("/api/v1/clients", "town"), {403}),
    "the journal by finance": (get("/api/v1/audit", "finance"), {403}),
    "a reveal by finance": (
        send("POST", HOUSEHOLDS + "/{own}/reveal",
             {"fields": ["contact_phone"], "reason": "核对信息"}, "finance"), {403}),
    "a reveal without a reason": (
        send("POST", HOUSEHOLDS + "/{own}/reveal", {"fields": ["contact_phone"]}), {422}),
    "a reveal of a column": (
        send("POST", HOUSEHOLDS + "/{own}/reveal",
             {"fields": ["contact_phone_blind"], "reason": "核对信息"}), {422}),
    "households by the system administrator": (get(HOUSEHOLDS, "admin"), {403}),
    "a parameter by a town": (
        send("POST", "/api/v1/parameters/x/revisions", {}, "town"), {403, 422}),
}  # fmt: skip

TABLE = BODIES | SHAPES | ADDRESSES | WHO


@pytest.mark.parametrize("name", TABLE)
def test_refused(target: Target, name: str) -> None:
    attempt, allowed = TABLE[name]
    answer = attempt(target)
    assert answer.status in allowed, f"{answer.status} {answer.text[:300]}"
    if answer.status >= 400 and answer.headers["content-type"] != "text/plain; charset=utf-8":
        assert answer.headers["content-type"] == "application/problem+json"
        problem = answer.json()
        assert problem["status"] == answer.status
        assert problem["type"] == f"/problems/{problem['code']}"
        assert "Traceback" not in answer.text
        assert "SELECT" not in answer.text
        assert "sqlite" not in answer.text.lower()


PATHS = [
    "/assets/../../secret.txt", "/assets/..%2f..%2fsecret.txt", "/..%2fsecret.txt",
    "/%2e%2e/secret.txt", "/%2e%2e%2fsecret.txt", "/..%5csecret.txt", "/....//secret.txt",
    "/%252e%252e/secret.txt", "//etc/passwd", "/%2fetc%2fpasswd", "/assets//etc/passwd",
    "/../spa-secret/x.txt", "/..%2fspa-secret%2fx.txt", "/assets/%00", "/%00", "/index.html%00.js",
    "/assets/" + "a" * 5000, "/" + "a/" * 2000, "/~root", "/.git/config", "/assets/.env",
    "/attacked.sqlite3", "/..%2fattacked.sqlite3", "/..%2fkeys.json", "/%c0%ae%c0%ae/secret.txt",
]  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_no_file_beside_the_pages(target: Target, path: str) -> None:
    """An unknown address shows the page or is not found; a file outside never comes."""
    answer = target.ask("GET", path, "")
    assert answer.status in {200, 400, 404, 414}, answer.text[:200]
    assert SECRET not in answer.text
    assert "root:" not in answer.text
    assert b"SQLite format" not in answer.body
    if answer.status == 200:
        assert answer.text == INDEX


def test_the_pages_themselves_come(target: Target) -> None:
    assert target.ask("GET", "/assets/app-1.js", "").text == "1"
    assert target.ask("GET", "/households/1", "").text == INDEX
    assert target.ask("GET", "/assets/gone.js", "").status == 404


def test_a_duplicate_key_means_one_thing_everywhere(target: Target) -> None:
    """Whichever of the two counts, it is validated: a bad one cannot hide behind a good one."""
    answer = target.ask("POST", f"{HOUSEHOLDS}/search", body=b'{"text":"ab","text":{"a":1}}')
    assert answer.status == 422
    answer = target.ask("GET", f"{HOUSEHOLDS}?page=1&page=0")
    assert answer.status == 422


def test_the_table_is_long_enough() -> None:
    assert len(TABLE) + len(PATHS) >= 150
    assert json.dumps(sorted(TABLE))
