"""A household entered by hand, likely duplicates, initial loads."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from jingzhun.policy.roles import Role
from jingzhun.web.context import Context
from tests.callers import headers_for
from tests.village import Settled, id_number

URL = "/api/v1/households"
Headers = dict[str, str]
NORTH_HILL = "/440840/440811070/440811070207/"


def draft(village: Settled, **changes: Any) -> dict[str, Any]:
    body = {
        "household_no": "4408110702079001", "village_id": village.villages["北山"],
        "valid_from": "2018-06-01", "facts": {"household_kind": "general", "main_cause": "1"},
        "members": [
            {"name": "何新", "id_number": id_number("1970-01-01", 5), "relation": "01",
             "labour": "01", "education": "03", "health": ["01"]},
            {"name": "何小", "id_number": id_number("2011-02-03", 6), "relation": "03",
             "labour": "04", "student_status": "03", "health": ["01"]},
        ],
        "incomes": [{"year": 2017, "amounts": {"wage_income_fen": 5}}],
    }  # fmt: skip
    return body | changes


def post(server: TestClient, who: Headers, body: dict[str, Any], key: str = "k") -> Any:
    return server.post(URL, headers=who | {"Idempotency-Key": key}, json=body)


def test_a_candidate_is_entered_once(server: TestClient, town: Headers, village: Settled) -> None:
    answer = post(server, town, draft(village))
    assert answer.status_code == 201, answer.text
    record = answer.json()
    assert (record["registration"], record["member_count"]) == ("candidate", 2)
    assert record["members"][0]["facts"]["born_on"] == "1970-01-01"
    assert answer.headers["etag"] == '"1"'
    again = post(server, town, draft(village))
    assert again.json() == record
    assert again.headers["idempotent-replayed"] == "true"
    taken = post(server, town, draft(village), key="other")
    assert taken.json()["code"] == "household-no-taken"


def test_faults_stand_at_their_field(server: TestClient, town: Headers, village: Settled) -> None:
    body = draft(village)
    body["members"][1] |= {"labour": "01", "relation": None}
    body["facts"] |= {"main_cause": None}
    answer = post(server, town, body)
    assert answer.json()["code"] == "rules-broken"
    pointers = {one["pointer"] for one in answer.json()["errors"]}
    assert {"/facts/main_cause", "/members/1/labour", "/members/1/relation"} <= pointers
    assert server.get(f"{URL}?household_no=4408110702079001", headers=town).json()["total"] == 0


def test_registered_only_by_an_initial_load(
    context: Context, server: TestClient, town: Headers, village: Settled
) -> None:
    body = draft(village)
    body["facts"] |= {"registration": "registered"}
    assert post(server, town, body).json()["code"] == "registration-by-procedure"
    load = {"document": "2016年精准识别台账", "year": 2016, "poverty_state": "exited"}
    body = draft(village, initial_load=load)
    team = headers_for(context, Role.VILLAGE_TEAM, NORTH_HILL)
    assert post(server, team, body, key="team").status_code == 403
    answer = post(server, town, body, key="load")
    record = answer.json()
    assert (record["registration"], record["poverty_state"]) == ("registered", "exited")
    assert record["facts"]["exit_year"] == 2016
    events = server.get(f"{URL}/{record['id']}/events", headers=town).json()["items"]
    assert (events[0]["kind"], events[0]["document"]) == ("initial-load", load["document"])


def test_no_initial_load_once_the_district_has_closed_it(
    context: Context, server: TestClient, town: Headers, village: Settled
) -> None:
    office = headers_for(context, Role.POVERTY_OFFICE)
    mark = {"mark": "load-closed", "valid_from": "2018-07-01", "document": "湛开扶办〔2018〕9号"}
    url = f"/api/v1/places/{village.villages['北山']}/marks"
    assert server.post(url, json=mark, headers=office).status_code == 201
    load = {"document": "2016年精准识别台账", "year": 2016, "poverty_state": "poor"}
    answer = post(server, town, draft(village, initial_load=load))
    assert (answer.status_code, answer.json()["code"]) == (409, "initial-load-closed")


def test_out_of_scope(server: TestClient, other_town: Headers, village: Settled) -> None:
    answer = post(server, other_town, draft(village))
    assert (answer.status_code, answer.json()["code"]) == (404, "place-not-found")


def test_the_same_id_twice_in_one_household(
    server: TestClient, town: Headers, village: Settled
) -> None:
    body = draft(village)
    body["members"][1]["id_number"] = body["members"][0]["id_number"]
    assert post(server, town, body).json()["code"] == "id-number-held"


@pytest.mark.parametrize(("name", "expected"), [("林国", 1), ("陈明伟", 1), ("无此人", 0)])
def test_likely_duplicates(
    server: TestClient, town: Headers, village: Settled, name: str, expected: int
) -> None:
    number = village.id_numbers.get(name) if name == "林国" else None
    body = {"village_id": village.villages["北山"], "members": [
        {"name": name, "id_number": number},
    ]}  # fmt: skip
    items = server.post(f"{URL}/duplicates-check", headers=town, json=body).json()["items"]
    assert len(items) == expected
    if name == "林国":
        assert (items[0]["why"], items[0]["household_no"]) == ("id_number", "4408110702010001")
        assert village.id_numbers["林国"] not in str(items)


def test_a_duplicate_out_of_scope_is_not_named(
    server: TestClient, town: Headers, village: Settled
) -> None:
    body = {"village_id": village.villages["北山"], "members": [
        {"name": "x", "id_number": village.id_numbers["庄强"]},
    ]}  # fmt: skip
    item = server.post(f"{URL}/duplicates-check", headers=town, json=body).json()["items"][0]
    assert not item["in_scope"]
    assert [item[name] for name in ("household_id", "household_no", "head_name")] == [None] * 3
