"""One household: facts, members, income, since when, as of a day, to whom."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fastapi.testclient import TestClient

from jingzhun.households.schemas.household import HouseholdDetail, MemberList
from jingzhun.policy.roles import Permission
from jingzhun.web.context import Context
from tests.callers import client, headers
from tests.village import Settled

URL = "/api/v1/households"


def test_the_bytes_are_the_model(
    server: TestClient, office: dict[str, str], village: Settled
) -> None:
    answer = server.get(f"{URL}/{village.households['北山1']}", headers=office)
    model = HouseholdDetail.model_validate_json(answer.content)
    assert model.model_dump(mode="json") == answer.json()
    assert answer.headers["etag"] == f'"{model.rev}"'
    listed = server.get(f"{URL}/{model.id}/members", headers=office)
    assert MemberList.model_validate_json(listed.content).items == model.members


def test_what_it_says(server: TestClient, office: dict[str, str], village: Settled) -> None:
    record = server.get(f"{URL}/{village.households['北山1']}", headers=office).json()
    assert record["town_name"] == "东山街道"
    assert record["facts"]["main_cause"] == "1"
    people = record["members"]
    assert [one["facts"]["name"] for one in people] == ["陈明伟", "李小红", "陈小"]
    assert [one["age"] for one in people] == [50, 48, 8]
    assert [one["is_able"] for one in people] == [True, False, False]
    assert [one["is_unable"] for one in people] == [False, True, False]
    assert people[1]["facts"]["health"] == ["04"]
    income = record["incomes"][0]
    assert (income["year"], income["net_income_fen"]) == (2017, 2_000_000)
    assert (income["net_income_per_head_fen"], income["disposable_income_fen"]) == (666_667, None)


def test_nothing_protected_is_in_clear(
    server: TestClient, office: dict[str, str], village: Settled
) -> None:
    text = server.get(f"{URL}/{village.households['北山1']}", headers=office).text
    for number in (village.id_numbers["陈明伟"], village.id_numbers["李小红"], "13812345678"):
        assert number not in text
    assert "g1.k" not in text


def test_who_may_not_read_members_sees_none(
    context: Context, server: TestClient, village: Settled
) -> None:
    machine = headers(context, client(Permission.HOUSEHOLDS_READ))
    record = server.get(f"{URL}/{village.households['北山1']}", headers=machine).json()
    assert record["members"] is None
    listed = server.get(f"{URL}/{village.households['北山1']}/members", headers=machine)
    assert listed.status_code == 403


def test_out_of_scope_is_not_found(
    server: TestClient, other_town: dict[str, str], village: Settled
) -> None:
    for tail in ("", "/members", "/events", "/history"):
        answer = server.get(f"{URL}/{village.households['北山1']}{tail}", headers=other_town)
        assert (answer.status_code, answer.json()["code"]) == (404, "household-not-found")


def test_before_it_was_entered(
    server: TestClient, office: dict[str, str], village: Settled
) -> None:
    url = f"{URL}/{village.households['北山1']}"
    assert server.get(f"{url}?at=2017-12-31", headers=office).status_code == 404
    assert server.get(f"{url}?known_at=2018-07-01T00:00:00Z", headers=office).status_code == 404
    now, then = (server.get(f"{url}{q}", headers=office).json() for q in ("", "?at=2018-07-01"))
    assert {**then, "at": now["at"]} | {"members": None} == now | {"members": None}


def test_statements(
    server: TestClient, office: dict[str, str], village: Settled, counted: Callable[[], Any]
) -> None:
    for query in ("", "?at=2018-03-01"):
        with counted() as statements:
            server.get(f"{URL}/{village.households['北山1']}{query}", headers=office)
        assert len(statements) <= 4, statements


def test_fields_describe_every_stored_fact(server: TestClient, office: dict[str, str]) -> None:
    content = server.get(f"{URL}/fields", headers=office).json()
    tables = {table["slug"]: table for table in content["tables"]}
    for field in content["fields"]:
        assert (field["kind"] in {"choice", "multi"}) == (field["table"] in tables)
    assert tables["gbt2260_divisions_2023"]["is_large"]
    whole = server.get(f"{URL}/code-tables/gbt2260_divisions_2023", headers=office).json()
    assert len(whole["codes"]) > 3000
    missing = server.get(f"{URL}/code-tables/none", headers=office)
    assert missing.json()["code"] == "code-table-not-found"


def test_counts(
    server: TestClient, office: dict[str, str], other_town: dict[str, str], village: Settled
) -> None:
    def total(who: dict[str, str], query: str = "") -> tuple[int, int, int]:
        items = server.get(f"{URL}/summary{query}", headers=who).json()["items"]
        return tuple(sum(item[name] for item in items)
                     for name in ("households", "members", "no_labour"))  # fmt: skip

    assert total(office) == (5, 7, 2)
    assert total(other_town) == (1, 1, 1)
    assert total(office, f"?place={village.villages['北山']}") == (3, 5, 1)
