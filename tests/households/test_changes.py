"""Changes by hand: versions on both axes, rules, events, who may."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import func, select, text

from jingzhun.households.models import household_version, member_version
from jingzhun.households.schemas.changes import HouseholdSaved
from jingzhun.web.context import Context
from tests.callers import everything, stopped
from tests.village import Settled, id_number

URL = "/api/v1/households"
Headers = dict[str, str]


class Hand:
    """One clerk at one household."""

    def __init__(self, server: TestClient, who: Headers, household_id: str) -> None:
        self.server, self.who, self.url = server, who, f"{URL}/{household_id}"

    def read(self, query: str = "") -> dict[str, Any]:
        record: dict[str, Any] = self.server.get(f"{self.url}{query}", headers=self.who).json()
        return record

    def send(self, method: str, tail: str, body: dict[str, Any], status: int = 200) -> Any:
        etag = self.server.get(self.url, headers=self.who).headers["etag"]
        answer = self.server.request(
            method, self.url + tail, headers=self.who | {"If-Match": etag}, json=body
        )
        assert answer.status_code == status, answer.text
        if status < 300:
            saved = HouseholdSaved.model_validate_json(answer.content)
            assert saved.model_dump(mode="json") == answer.json()
        return answer.json()

    def facts(self, status: int = 200, valid_from: str | None = None, **facts: Any) -> Any:
        body = {"facts": facts} | ({"valid_from": valid_from} if valid_from else {})
        return self.send("PATCH", "", body, status)


@pytest.fixture
def hand(server: TestClient, town: Headers, village: Settled) -> Hand:
    return Hand(server, town, village.households["北山1"])


def area(hand: Hand, at: str) -> Any:
    return hand.read(f"?at={at}")["facts"]["arable_land"]


def test_a_change_holds_from_its_day(hand: Hand) -> None:
    hand.facts(arable_land="2.5", valid_from="2018-05-01")
    assert [area(hand, day) for day in ("2018-04-30", "2018-05-01", "2018-07-02")] == [
        None, "2.5", "2.5",
    ]  # fmt: skip


def test_a_back_dated_change_holds_up_to_the_next_known_version(hand: Hand) -> None:
    hand.facts(arable_land="2.5", valid_from="2018-05-01")
    hand.facts(arable_land="1", valid_from="2018-03-01")
    days = ("2018-02-28", "2018-03-01", "2018-04-30", "2018-05-01", "2018-07-02")
    assert [area(hand, day) for day in days] == [None, "1", "1", "2.5", "2.5"]
    hand.facts(arable_land="3", valid_from="2018-03-01")
    assert [area(hand, day) for day in days] == [None, "3", "3", "2.5", "2.5"]
    assert hand.read()["since"]["arable_land"] == 2


def test_versions_of_one_moment_never_overlap(context: Context, hand: Hand) -> None:
    for day in ("2018-05-01", "2018-03-01", "2018-06-01", "2018-03-01", "2018-01-01"):
        hand.facts(house_area=str(int(day[5:7]) * 10), valid_from=day)
    with context.database.read(everything()) as unit:
        rows = household_version
        known = unit.execute(
            select(rows.c.valid_from, rows.c.valid_to)
            .where(rows.c.household_id == hand.read()["id"], rows.c.replaced_at.is_(None))
            .order_by(rows.c.valid_from)
        ).all()
    assert [one.valid_to for one in known[:-1]] == [one.valid_from for one in known[1:]]
    assert str(known[-1].valid_to) == "9999-12-31"


def test_what_was_known_before_stays_readable(context: Context, hand: Hand) -> None:
    clock = stopped(context)
    hand.facts(arable_land="2.5", valid_from="2018-05-01")
    clock.forward(minutes=2)
    hand.facts(arable_land="4", valid_from="2018-05-01")
    minute = clock.at - timedelta(minutes=1)
    known = f"known_at={minute:%Y-%m-%dT%H:%M:%SZ}"
    assert hand.read(f"?{known}")["facts"]["arable_land"] == "2.5"
    assert area(hand, f"2018-04-30&{known}") is None
    assert hand.read()["facts"]["arable_land"] == "4"


def test_the_same_again_changes_nothing(context: Context, hand: Hand) -> None:
    first = hand.facts(arable_land="2.5", contact_phone="13800001111", valid_from="2018-05-01")
    again = hand.facts(arable_land="2.50", contact_phone="138 0000 1111", valid_from="2018-05-01")
    assert again["rev"] == first["rev"]
    with context.database.read(everything()) as unit:
        count = unit.execute(
            select(func.count()).where(household_version.c.household_id == first["id"])
        ).scalar_one()
        noted = unit.execute(
            text("SELECT count(*) FROM journal_entry WHERE action = 'household.change'")
        ).scalar_one()
    assert (count, noted) == (3, 1)


def test_null_empties_and_what_is_left_out_stays(hand: Hand) -> None:
    hand.facts(arable_land="2.5", contact_phone=None)
    record = hand.read()
    assert (record["facts"]["arable_land"], record["contact_phone"]) == ("2.5", None)
    assert record["facts"]["main_cause"] == "1"


def test_a_stale_or_missing_version_is_refused(
    server: TestClient, town: Headers, hand: Hand
) -> None:
    hand.facts(arable_land="1")
    body = {"facts": {"arable_land": "2"}}
    assert server.patch(hand.url, headers=town, json=body).status_code == 428
    stale = server.patch(hand.url, headers=town | {"If-Match": '"1"'}, json=body)
    assert stale.status_code == 412


@pytest.mark.parametrize(
    ("body", "code", "pointer"),
    [
        ({"facts": {"arable_land": "1.234"}}, "invalid", "/facts/arable_land"),
        ({"facts": {"household_kind": "rich"}}, "invalid", "/facts/household_kind"),
        ({"facts": {"colour": "red"}}, "invalid", "/facts/colour"),
        ({"facts": {"arable_land": "2"}, "valid_from": "2018-07-03"}, "day-in-future", None),
        ({"facts": {"arable_land": "2"}, "valid_from": "2017-12-31"}, "before-record", None),
        ({"facts": {"poverty_state": "exited"}}, "registration-by-procedure", None),
        ({"facts": {"registration": "surveyed"}}, "registration-by-procedure", None),
        ({"facts": {"main_cause": None}}, "rules-broken", "/facts/main_cause"),
    ],
)
def test_refusals(hand: Hand, body: dict[str, Any], code: str, pointer: str | None) -> None:
    answer = hand.send("PATCH", "", body, 409 if code.startswith("registration") else 422)
    assert answer["code"] == code
    assert pointer is None or answer["errors"][0]["pointer"] == pointer


def test_an_old_fault_elsewhere_never_hinders(context: Context, hand: Hand) -> None:
    with context.database.write(everything()) as unit:
        unit.execute(household_version.update().values(main_cause=None))
    saved = hand.facts(arable_land="2")
    assert saved["facts"]["arable_land"] == "2"


def test_a_member_changes_with_warnings_beside(hand: Hand, village: Settled) -> None:
    tail = f"/members/{village.members['李小红']}"
    saved = hand.send("PATCH", tail, {"facts": {"labour": None}, "valid_from": "2018-04-01"})
    assert (saved["able_count"], saved["labour_unknown_count"]) == (1, 1)
    assert {"DQ-009"} <= {one["rule"] for one in saved["warnings"]}
    wrong = hand.send("PATCH", tail, {"facts": {"sex": "1"}}, 422)
    assert wrong["errors"][0]["pointer"] == "/facts/sex"


def test_somebody_comes_leaves_and_comes_back(hand: Hand, village: Settled) -> None:
    tail = f"/members/{village.members['李小红']}"
    saved = hand.send("POST", f"{tail}/leave", {"reason": "3", "valid_from": "2018-05-01"})
    assert saved["member_count"] == 2
    assert hand.read("?at=2018-04-30")["member_count"] == 3
    gone = hand.send("POST", f"{tail}/leave", {"reason": "3"}, 404)
    assert gone["code"] == "member-not-found"
    back = {"name": "李小红", "id_number": village.id_numbers["李小红"], "relation": "02"}
    saved = hand.send("POST", "/members", {"facts": back, "valid_from": "2018-06-01"}, 201)
    person = saved["members"][-1]
    assert person["id"] == village.members["李小红"]
    assert person["facts"]["education"] == "02", "what was known of her came back with her"
    kinds = [one["kind"] for one in hand.server.get(f"{hand.url}/events",
                                                    headers=hand.who).json()["items"]]  # fmt: skip
    assert kinds == ["member-in", "member-out", "make"]


def test_an_id_number_belongs_to_one_person(
    server: TestClient, office: Headers, town: Headers, village: Settled, hand: Hand
) -> None:
    new = {"name": "新人", "id_number": village.id_numbers["林国"], "relation": "99"}
    refused = hand.send("POST", "/members", {"facts": new}, 409)
    assert refused["code"] == "id-number-held"
    assert "4408110702010001的林国" in refused["detail"]
    new["id_number"] = village.id_numbers["庄强"]
    refused = hand.send("POST", "/members", {"facts": new}, 409)
    assert "管辖范围以外" in refused["detail"]
    assert "庄强" not in refused["detail"]
    assert village.id_numbers["庄强"] not in refused["detail"]


def test_who_left_one_household_enters_another(
    server: TestClient, town: Headers, village: Settled, hand: Hand
) -> None:
    tail = f"/members/{village.members['陈小']}"
    hand.send("POST", f"{tail}/leave", {"reason": "3", "valid_from": "2018-05-01"})
    other = Hand(server, town, village.households["北山3"])
    facts = {"name": "陈小", "id_number": village.id_numbers["陈小"], "relation": "04"}
    early = other.send("POST", "/members", {"facts": facts, "valid_from": "2018-04-01"}, 409)
    assert early["code"] == "id-number-held"
    saved = other.send("POST", "/members", {"facts": facts, "valid_from": "2018-05-02"}, 201)
    assert [one["id"] for one in saved["members"]][-1] == village.members["陈小"]
    assert (hand.read()["member_count"], other.read()["member_count"]) == (2, 2)
    assert hand.read("?at=2018-04-30")["member_count"] == 3
    assert other.read("?at=2018-05-01")["member_count"] == 1


def test_the_head_changes(hand: Hand, village: Settled) -> None:
    old, new = village.members["陈明伟"], village.members["李小红"]
    kept = hand.send("POST", f"/members/{old}/leave", {"reason": "2"}, 409)
    assert kept["code"] == "head-required"
    missing = hand.send("POST", "/head", {"member_id": new, "relations": {}}, 422)
    assert missing["errors"][0]["pointer"] == f"/relations/{old}"
    saved = hand.send("POST", "/head", {"member_id": new, "relations": {old: "02"}})
    assert saved["head_name"] == "李小红"
    assert hand.send("POST", f"/members/{old}/leave", {"reason": "2"})["member_count"] == 2


def test_income_of_a_year(hand: Hand) -> None:
    amounts = {"wage_income_fen": 100, "business_income_fen": 0, "property_income_fen": 0,
               "transfer_income_fen": 0, "business_cost_fen": 0}  # fmt: skip
    saved = hand.send("PUT", "/incomes/2018", {"amounts": amounts})
    assert (saved["income_year"], saved["net_income_per_head_fen"]) == (2018, 33)
    saved = hand.send("PUT", "/incomes/2018", {"amounts": {"wage_income_fen": None}})
    assert saved["net_income_fen"] is None
    assert hand.send("PUT", "/incomes/2019", {"amounts": {}}, 422)["code"] == "invalid"
    assert hand.send("PUT", "/incomes/2018", {"amounts": {"wage_income_fen": -1}}, 422)


def test_a_household_moves(
    server: TestClient, office: Headers, town: Headers, other_town: Headers, village: Settled
) -> None:
    household_id = village.households["北山1"]
    body = {"village_id": village.villages["东简"], "valid_from": "2018-06-01"}
    refused = Hand(server, town, household_id).send("PATCH", "", body, 404)
    assert refused["code"] == "place-not-found"
    saved = Hand(server, office, household_id).send("PATCH", "", body)
    assert saved["town_name"] == "东简街道"
    assert Hand(server, other_town, household_id).read()["member_count"] == 3
    assert server.get(f"{URL}/{household_id}", headers=town).status_code == 404
    past = server.get(f"{URL}/{household_id}?at=2018-05-31", headers=town)
    assert past.json()["village_name"] == "北山村委会"
    found = server.post(f"{URL}/search", headers=other_town, json={"text": "陈明伟"}).json()
    assert len(found["items"]) == 1


def test_journal_says_what_changed_without_values(context: Context, hand: Hand) -> None:
    hand.facts(contact_phone="13800001111", remark="住在村口", arable_land="2")
    with context.database.read(everything()) as unit:
        row = unit.execute(
            text("SELECT before, after FROM journal_entry WHERE action = 'household.change'")
        ).one()
    before, after = str(row.before), str(row.after)
    assert '"arable_land":"2"' in after
    assert "住在村口" not in after
    assert "13800001111" not in after
    assert "contact_phone" in before
    assert "g1." not in before + after


def test_history_field_by_field(hand: Hand, village: Settled, server: TestClient,
                                other_town: Headers) -> None:  # fmt: skip
    hand.facts(arable_land="2", contact_phone="13800001111", valid_from="2018-05-01")
    hand.facts(arable_land="3", valid_from="2018-06-01")
    items = server.get(f"{hand.url}/history", headers=hand.who).json()["items"]
    first, second, *_ = items
    assert [(c["slug"], c["before"], c["after"]) for c in first["changes"]] == [
        ("arable_land", "2", "3")
    ]
    changed = {c["slug"]: c["after"] for c in second["changes"]}
    assert set(changed) == {"arable_land", "contact_phone"}
    assert changed["contact_phone"].endswith("11")
    assert "13800001111" not in str(items)
    assert {one["member_name"] for one in items} >= {"陈明伟", "李小红", "陈小"}
    assert first["actor_name"] == "测试员"


def test_who_may_not_write(server: TestClient, other_town: Headers, hand: Hand) -> None:
    body = {"facts": {"arable_land": "2"}}
    answer = server.patch(hand.url, headers=other_town | {"If-Match": '"1"'}, json=body)
    assert answer.status_code == 404


def test_a_row_of_a_member_is_one_per_day(context: Context, hand: Hand, village: Settled) -> None:
    member_id = village.members["陈明伟"]
    tail = f"/members/{member_id}"
    for code in ("01", "02", "01"):
        hand.send("PATCH", tail, {"facts": {"labour": code}, "valid_from": "2018-05-01"})
    number = id_number("1968-03-12", 99)
    saved = hand.send("PATCH", tail, {"facts": {"id_number": number}, "document": "户口簿"})
    assert saved["members"][0]["facts"]["id_number"].endswith(number[-4:])
    with context.database.read(everything()) as unit:
        rows = member_version
        known = unit.execute(
            select(func.count(), func.count(func.distinct(rows.c.valid_from))).where(
                rows.c.member_id == member_id, rows.c.replaced_at.is_(None)
            )
        ).one()
    assert known == (3, 3)
