"""From the upload to the registry, over the interface, on both stores."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import orjson
import pytest
from sqlalchemy import select

from jingzhun.households.models import (
    household,
    household_event,
    household_version,
    income,
    member,
    member_version,
)
from jingzhun.journal.models import journal_entry
from tests.callers import stopped
from tests.households.roster.conftest import Desk
from tests.households.roster.workbooks import (
    SAMPLES,
    Home,
    home,
    person,
    workbook,
)
from tests.households.roster.workbooks import (
    member as person_of,
)

NORTH = "北山村委会"
NUMBER = "4408110702070901"


def book(*homes: Home, **how: Any) -> bytes:
    return workbook({NORTH: homes}, **how)


def with_wife(one: Home, **facts: Any) -> Home:
    people = [dict(each) for each in one.members]
    people[1] |= facts
    return Home(one.number, people, one.shared, one.incomes)


def test_the_clean_sample_is_merged_and_the_same_again_changes_nothing(desk: Desk) -> None:
    content = (SAMPLES / "roster-clean.xlsx").read_bytes()
    batch = desk.upload(content)
    found = desk.batch(batch)
    assert found["state"] == "checked"
    assert found["counts"]["new"] == 406
    assert found["counts"]["errors"] == found["counts"]["held"] == 0
    done = desk.merge(batch)
    assert done["merged"]["new"] == 406
    assert done["merged"]["members_new"] == 1352
    assert done["batch"]["state"] == "merged"
    before = desk.counted()
    assert before["household"] == before["household_version"] == before["household_event"] == 406
    assert before["member"] == before["member_version"] == 1352
    again = desk.upload(content)
    counts = desk.batch(again)["counts"]
    assert (counts["new"], counts["changed"], counts["same"]) == (0, 0, 406)
    assert desk.merge(again)["batch"]["state"] == "merged"
    assert desk.counted() == before


def test_the_defective_sample_merges_what_has_no_error(desk: Desk) -> None:
    batch = desk.upload((SAMPLES / "roster-with-defects.xlsx").read_bytes())
    counts = desk.batch(batch)["counts"]
    assert (counts["held"], counts["new"]) == (15, 89)
    done = desk.merge(batch)
    assert done["merged"]["new"] == 89
    assert done["batch"]["state"] == "partly-merged"
    assert desk.counted()["household"] == 89
    desk.merge(batch, status=409)
    assert desk.counted()["household"] == 89


def test_a_merge_is_one_journal_entry_with_counts_and_digest(desk: Desk) -> None:
    batch = desk.upload(book(home()))
    desk.merge(batch)
    entries = desk.rows(select(journal_entry).where(journal_entry.c.subject_id == batch))
    (entry,) = [one for one in entries if one.action == "import.merge"]
    after = orjson.loads(entry.after)
    assert (after["new"], after["members_new"]) == (1, 3)
    assert len(after["digest"]) == 64
    assert entry.place_path == "/440840/"


def test_new_households_enter_by_the_initial_load(desk: Desk) -> None:
    batch = desk.upload(book(home()), poverty_state="exited", year=2016)
    desk.merge(batch, document="2016年精准识别台账")
    (event,) = desk.rows(select(household_event))
    assert (event.kind, event.document, event.happened_on) == (
        "initial-load", "2016年精准识别台账", date(2018, 6, 12),
    )  # fmt: skip
    assert orjson.loads(event.content) == {"poverty_state": "exited", "year": 2016}
    (version,) = desk.rows(select(household_version.c.exit_year))
    assert version.exit_year == 2016
    again = desk.upload(book(home(), day="2018年7月1日"))
    assert desk.batch(again)["counts"]["same"] == 1, "a later roster takes the year over"
    (row,) = desk.rows(select(household))
    assert (row.poverty_state, row.registration, row.rev) == ("exited", "registered", 1)
    assert (row.member_count, row.head_name, row.income_year) == (3, "陈大明", 2017)
    assert row.net_income_fen == 140_000


def test_the_load_is_of_the_rosters_year_where_nobody_says_it(desk: Desk) -> None:
    desk.merge(desk.upload(book(home())))
    (event,) = desk.rows(select(household_event))
    assert orjson.loads(event.content) == {"poverty_state": "poor", "year": 2018}
    assert event.document == "《花名册.xlsx》"


@pytest.mark.parametrize("when", ["before the check", "after the check"])
def test_a_closed_load_lets_nobody_else_in(desk: Desk, when: str) -> None:
    """Who is registered is still kept up by rosters; who is not needs the workflow."""
    desk.merge(desk.upload(book(home())))
    stopped(desk.context).forward(minutes=1)
    fresh = Home("4408110702070902", [person_of("李新", person(960, 1970), "本人或户主")])
    changed = with_wife(home(), 务工状况="省外务工")
    if when == "before the check":
        close_load(desk)
    batch = desk.upload(book(changed, fresh, day="2018年7月1日"))
    if when == "after the check":
        assert desk.batch(batch)["counts"]["held"] == 0
        close_load(desk)
        assert desk.merge(batch, status=409)["code"] == "registry-changed"
    (found,) = desk.get(f"/{batch}/findings", severity="error")["items"]
    assert (found["rule"], found["household_no"]) == ("IMP-33", "4408110702070902")
    assert NORTH in found["message"]
    assert desk.merge(batch)["merged"]["changed"] == 1
    assert desk.counted()["household"] == 1


def close_load(desk: Desk) -> None:
    tree = desk.server.get("/api/v1/places", headers=desk.people["office"]).json()["items"]
    village = next(one["id"] for one in tree if one["name"] == NORTH)
    answer = desk.server.post(
        f"/api/v1/places/{village}/marks",
        json={"mark": "load-closed", "valid_from": "2018-07-02", "document": "湛开扶办〔2018〕9号"},
        headers=desk.people["office"],
    )
    assert answer.status_code == 201, answer.text


def versions(desk: Desk, name: str) -> Sequence[Any]:
    rows = member_version.c
    return desk.rows(
        select(rows.valid_from, rows.valid_to, rows.work_area, rows.replaced_at, rows.batch_id)
        .where(rows.name == name)
        .order_by(rows.valid_from, rows.recorded_at)
    )


def test_a_change_holds_from_the_rosters_day_and_is_told_field_by_field(desk: Desk) -> None:
    desk.merge(desk.upload(book(home())))
    later = stopped(desk.context)
    later.forward(minutes=1)
    changed = with_wife(home(), 务工状况="省外务工")
    batch = desk.upload(book(changed, day="2018年7月1日"))
    assert desk.batch(batch)["counts"]["changed"] == 1
    (record,) = desk.get(f"/{batch}/records", action="changed")["items"]
    assert record["key"] == NUMBER
    assert record["changes"] == [
        {"member": "林小红", "title": "务工状况", "before": "", "after": "省外务工"}
    ]
    done = desk.merge(batch)
    assert done["merged"] == {"new": 0, "changed": 1, "members_new": 0, "members_changed": 1}
    now = [row for row in versions(desk, "林小红") if row.replaced_at is None]
    assert [(row.valid_from, row.valid_to.year, row.work_area) for row in now] == [
        (date(2018, 6, 12), 2018, None),
        (date(2018, 7, 1), 9999, "04"),
    ]
    assert now[0].valid_to == date(2018, 7, 1)
    assert {row.batch_id for row in now[1:]} == {batch}
    assert len(versions(desk, "林小红")) == 3
    assert len(versions(desk, "陈大明")) == 1
    assert desk.rows(select(household.c.rev))[0].rev == 2


def test_a_back_dated_roster_reaches_only_to_the_next_known_version(desk: Desk) -> None:
    desk.merge(desk.upload(book(home())))
    stopped(desk.context).forward(minutes=1)
    earlier = with_wife(home(), 务工状况="省外务工")
    desk.merge(desk.upload(book(earlier, day="2018年3月1日")))
    now = [row for row in versions(desk, "林小红") if row.replaced_at is None]
    assert [(row.valid_from, row.valid_to, row.work_area) for row in now] == [
        (date(2018, 3, 1), date(2018, 6, 12), "04"),
        (date(2018, 6, 12), date(9999, 12, 31), None),
    ]


def test_a_column_the_sheet_lacks_keeps_what_is_registered(desk: Desk) -> None:
    first = with_wife(home(), 务工状况="省外务工")
    desk.merge(desk.upload(book(first)))
    batch = desk.upload(book(home(), day="2018年7月1日", without=("务工状况",)))
    assert desk.batch(batch)["counts"]["same"] == 1
    blank = desk.upload(book(home(), day="2018年7月1日"))
    (record,) = desk.get(f"/{blank}/records", action="changed")["items"]
    assert record["changes"][0]["before"] == "省外务工"
    assert record["changes"][0]["after"] == ""


def test_protected_values_are_compared_and_shown_by_their_mask(desk: Desk) -> None:
    desk.merge(desk.upload(book(home(联系电话="13812345678"), more=("联系电话",))))
    moved = home(联系电话="13987654321")
    batch = desk.upload(book(moved, more=("联系电话",), day="2018年7月1日"))
    answer = desk.get(f"/{batch}/records", action="changed")
    change = answer["items"][0]["changes"][0]
    assert change["before"].endswith("78")
    assert change["after"].endswith("21")
    assert "*" in change["before"]
    assert "13987654321" not in str(answer)


def test_another_years_income_is_a_row_of_its_own(desk: Desk) -> None:
    desk.merge(desk.upload(book(home())))
    batch = desk.upload(book(home(), year="2018年"))
    assert desk.batch(batch)["counts"]["changed"] == 1
    desk.merge(batch)
    years = desk.rows(select(income.c.year).where(income.c.replaced_at.is_(None)))
    assert sorted(row.year for row in years) == [2017, 2018]


def test_a_new_member_of_a_known_household_comes_in_by_an_event(desk: Desk) -> None:
    desk.merge(desk.upload(book(home())))
    one = home()
    more = Home(
        one.number, [*one.members, person_of("陈小妹", person(950, 2010, female=True), "之女")]
    )
    batch = desk.upload(book(more))
    (record,) = desk.get(f"/{batch}/records", action="changed")["items"]
    assert {"member": "陈小妹", "title": "成员", "before": "", "after": "新增"} in record["changes"]
    desk.merge(batch)
    kinds = [row.kind for row in desk.rows(select(household_event.c.kind))]
    assert sorted(kinds) == ["initial-load", "member-in"]
    assert desk.rows(select(household.c.member_count))[0].member_count == 4


@pytest.mark.parametrize("when", ["before the check", "after the check"])
def test_the_registry_is_compared_as_it_stands_at_the_merge(desk: Desk, when: str) -> None:
    first = desk.upload(book(home()))
    second = desk.upload(book(with_wife(home(), 务工状况="省外务工")))
    if when == "before the check":
        desk.merge(first)
        second = desk.upload(book(with_wife(home(), 务工状况="省外务工")))
        desk.merge(second)
        return
    desk.merge(first)
    problem = desk.merge(second, status=409)
    assert problem["code"] == "registry-changed"
    counts = desk.batch(second)["counts"]
    assert (counts["new"], counts["changed"]) == (0, 1)
    assert desk.merge(second)["merged"]["changed"] == 1
    assert desk.counted()["household"] == 1


def test_tokens_find_everybody_who_was_merged(desk: Desk) -> None:
    desk.merge(desk.upload(book(home())))
    answer = desk.server.post(
        "/api/v1/households/search", json={"text": "林小红"}, headers=desk.people["office"]
    )
    assert answer.status_code == 200, answer.text
    assert NUMBER in answer.text
    assert (
        desk.rows(select(member.c.id_number_blind).where(member.c.id_number_blind.is_(None))) == []
    )
