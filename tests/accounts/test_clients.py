"""Machine clients: what an administrator does with them."""

from __future__ import annotations

import json
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from jose import jwk
from jose.constants import ALGORITHMS

from jingzhun.policy.roles import CLIENT_SCOPES, Permission, Role
from tests.accounts.conftest import Server
from tests.callers import DISTRICT, OTHER_TOWN, TOWN, headers, headers_for, person

URL = "/api/v1/clients"


def body(server: Server, **changes: Any) -> dict[str, Any]:
    content = {
        "name": "夜间对账脚本",
        "purpose": "每晚核对名册",
        "place_id": server.places[TOWN],
        "scopes": ["households:read", "places:read"],
    }
    return content | changes


def created(server: Server, **changes: Any) -> dict[str, Any]:
    answer = server.client.post(URL, json=body(server, **changes), headers=server.admin)
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


def token(server: Server, made: dict[str, Any], **form: str) -> Any:
    form = {
        "grant_type": "client_credentials",
        "client_id": made["client_id"],
        "client_secret": made["client_secret"],
    } | form
    return server.client.post("/oauth2/token", data=form)


def test_the_secret_is_shown_once_and_kept_as_a_digest(server: Server) -> None:
    made = created(server)
    assert made["client_secret"].startswith("jz_")
    read = server.client.get(f"{URL}/{made['client_id']}", headers=server.admin).json()
    assert "client_secret" not in read
    assert read["place"]["name"] == "东山街道"
    assert read["authentication"] == "secret"
    (entry,) = server.entries("client.create")
    assert made["client_secret"] not in str(entry)


@pytest.mark.parametrize("scope", sorted(set(Permission) - CLIENT_SCOPES))
def test_what_speaks_for_a_person_is_never_given_to_a_machine(
    server: Server, scope: Permission
) -> None:
    content = body(server, scopes=["places:read", scope])
    answer = server.client.post(URL, json=content, headers=server.admin)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "/scopes/1"


def test_a_name_is_taken_once_and_a_place_must_exist(server: Server) -> None:
    created(server)
    taken = server.client.post(URL, json=body(server), headers=server.admin)
    assert (taken.status_code, taken.json()["errors"][0]["pointer"]) == (409, "/name")
    nowhere = body(server, name="另一个", place_id="nowhere")
    answer = server.client.post(URL, json=nowhere, headers=server.admin)
    assert answer.json()["errors"][0]["pointer"] == "/place_id"


def test_a_rotated_secret_overlaps_with_the_old_one(server: Server) -> None:
    first = created(server)
    url = f"{URL}/{first['client_id']}/rotate-secret"
    second = server.client.post(url, json={"overlap_hours": 24}, headers=server.admin).json()
    assert second["previous_until"] == "2018-07-03T03:00:00.000Z"
    assert token(server, first).status_code == token(server, second).status_code == 200
    third = server.client.post(url, json={"overlap_hours": 24}, headers=server.admin).json()
    statuses = [token(server, made).status_code for made in (first, second, third)]
    assert statuses == [401, 200, 200]
    server.clock.forward(hours=24)
    statuses = [token(server, made).status_code for made in (first, second, third)]
    assert statuses == [401, 401, 200]
    fourth = server.client.post(url, json={"overlap_hours": 0}, headers=server.admin).json()
    assert [token(server, made).status_code for made in (third, fourth)] == [401, 200]


def test_a_disabled_client_is_out_and_comes_back_with_its_secret(server: Server) -> None:
    made = created(server)
    bearer = {"Authorization": f"Bearer {token(server, made).json()['access_token']}"}
    assert server.client.get("/api/v1/places", headers=bearer).status_code == 200
    url = f"{URL}/{made['client_id']}"
    reason = {"reason": "停止对接"}
    assert server.client.post(f"{url}/disable", json=reason, headers=server.admin).is_success
    assert server.client.get("/api/v1/places", headers=bearer).status_code == 401
    assert token(server, made).status_code == 401
    again = server.client.post(f"{url}/disable", json=reason, headers=server.admin)
    assert again.json()["code"] == "already-disabled"
    assert server.client.post(f"{url}/enable", json={}, headers=server.admin).is_success
    assert server.client.get("/api/v1/places", headers=bearer).status_code == 401
    assert token(server, made).status_code == 200
    assert server.entries("client.disable")[0]["reason"] == "停止对接"


def test_a_narrowed_client_loses_the_tokens_of_its_old_reach(server: Server) -> None:
    made = created(server)
    bearer = {"Authorization": f"Bearer {token(server, made).json()['access_token']}"}
    url = f"{URL}/{made['client_id']}"
    assert server.client.patch(url, json={}, headers=server.admin).status_code == 428
    change = server.admin | {"If-Match": '"1"'}
    answer = server.client.patch(url, json={"scopes": ["places:read"]}, headers=change)
    assert answer.json()["scopes"] == ["places:read"]
    assert answer.headers["etag"] == '"2"'
    assert server.client.get("/api/v1/places", headers=bearer).status_code == 401
    assert token(server, made).json()["scope"] == "places:read"


def test_the_list_is_scoped_filtered_and_never_holds_secrets(server: Server) -> None:
    made = created(server)
    created(server, name="东简脚本", place_id=server.places[OTHER_TOWN])
    page = server.client.get(URL, headers=server.admin)
    assert page.json()["total"] == 2
    assert made["client_secret"] not in page.text
    assert "digest" not in page.text
    own = headers(server.context, person(Role.SYSTEM_ADMIN, OTHER_TOWN))
    assert [item["name"] for item in server.client.get(URL, headers=own).json()["items"]] == [
        "东简脚本"
    ]
    assert server.client.get(f"{URL}/{made['client_id']}", headers=own).status_code == 404
    disabled = server.client.get(f"{URL}?is_disabled=true", headers=server.admin)
    assert disabled.json()["total"] == 0
    for role in (Role.POVERTY_OFFICE, Role.AUDIT_ADMIN):
        reader = headers_for(server.context, role, DISTRICT)
        assert server.client.get(URL, headers=reader).status_code == 403


def public_key(**changes: Any) -> dict[str, Any]:
    pem = ec.generate_private_key(ec.SECP256R1()).public_key()
    key = jwk.construct(pem, ALGORITHMS.ES256).to_dict()
    plain = {name: value.decode() if isinstance(value, bytes) else value
             for name, value in key.items()}  # fmt: skip
    return plain | changes


def test_only_strong_public_keys_are_registered(server: Server) -> None:
    good = public_key()
    for bad in (
        good | {"d": "secret"},
        good | {"crv": "P-384"},
        good | {"x": "AA"},
        {"kty": "oct", "k": "AAAA"},
        {"kty": "RSA", "n": "A" * 170, "e": "AQAB"},
        {},
    ):
        content = body(server, jwks={"keys": [bad]})
        answer = server.client.post(URL, json=content, headers=server.admin)
        assert answer.json()["errors"][0]["pointer"] == "/jwks/keys/0", bad
    made = created(server, jwks={"keys": [good]})
    assert (made["client_secret"], made["authentication"]) == (None, "private_key_jwt")


@pytest.mark.parametrize("note", ['"\\ud800"', "1" * 40])
def test_a_key_that_cannot_be_kept_is_refused(server: Server, note: str) -> None:
    public = jwk.construct(ec.generate_private_key(ec.SECP256R1()).public_key(), ALGORITHMS.ES256)
    key = {name: _text(value) for name, value in public.to_dict().items()}
    sent = json.dumps(body(server, jwks={"keys": [key | {"note": "?"}]})).replace('"?"', note)
    kind = {"Content-Type": "application/json"}
    answer = server.client.post(URL, content=sent.encode(), headers=server.admin | kind)
    assert answer.status_code == 422, answer.text
    assert answer.json()["errors"][0]["code"] == "bad-key"


def _text(value: bytes | str) -> str:
    return value.decode() if isinstance(value, bytes) else value
