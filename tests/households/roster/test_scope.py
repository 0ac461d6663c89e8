"""A roster tells its uploader nothing of households and people registered elsewhere."""

from __future__ import annotations

from typing import Any

import pytest

from jingzhun.kit.actor import Actor, common_path
from jingzhun.policy.roles import Role
from jingzhun.web import claims
from tests.callers import OTHER_TOWN, TOWN, headers
from tests.households.roster.conftest import Desk
from tests.households.roster.workbooks import Home, member, person, workbook

NORTH, EAST = "北山村委会", "东简村委会"
EASTERN, OWN = "4408110712015902", "4408110702070901"
HEAD, WIFE = person(902, 1965), person(902, 1968, female=True)
SECRET = ("庄秘一", "林秘二", "长期慢性病", "32000")


def registered_elsewhere(desk: Desk) -> None:
    people = [
        member("庄秘一", HEAD, 健康状况="长期慢性病"),
        member("林秘二", WIFE, "配偶"),
    ]
    east = Home(EASTERN, people, incomes=(32000, 200, 0, 300, 100))
    done = desk.merge(desk.upload(workbook({EAST: [east]}, town="东简街道")))
    assert done["merged"]["new"] == 1


def told(desk: Desk, batch: str, who: str = "town") -> str:
    """Everything the interface says of a batch."""
    found: list[Any] = [desk.batch(batch, who), desk.get(f"/{batch}/findings", who)]
    actions = ("new", "changed", "same", "held", "out-of-scope", "merged", "missing")
    found += [desk.get(f"/{batch}/records", who, action=action) for action in actions]
    return str(found)


def test_the_number_of_a_household_elsewhere_opens_nothing_of_it(desk: Desk) -> None:
    registered_elsewhere(desk)
    guessed = Home(EASTERN, [member("某人", person(33, 1960))])
    batch = desk.upload(workbook({NORTH: [guessed]}), "town")
    assert desk.batch(batch, "town")["counts"]["held"] == 1
    assert not [word for word in SECRET if word in told(desk, batch)]


def test_the_id_of_a_person_elsewhere_opens_nothing_of_them(desk: Desk) -> None:
    registered_elsewhere(desk)
    known = Home(OWN, [member("某人", HEAD)])
    batch = desk.upload(workbook({NORTH: [known]}), "town")
    assert desk.batch(batch, "town")["counts"]["held"] == 1
    assert not [word for word in SECRET if word in told(desk, batch)]


def test_a_village_elsewhere_in_the_file_opens_nothing_of_it(desk: Desk) -> None:
    registered_elsewhere(desk)
    guessed = Home(EASTERN, [member("某人", HEAD)])
    batch = desk.upload(workbook({EAST: [guessed]}, town="东简街道"), "town")
    assert desk.batch(batch, "town")["counts"]["out_of_scope"] == 1
    assert not [word for word in SECRET if word in told(desk, batch)]


@pytest.mark.parametrize("who", ["office", "other town"])
def test_who_may_see_them_is_told(desk: Desk, who: str) -> None:
    registered_elsewhere(desk)
    changed = Home(EASTERN, [member("庄改一", HEAD)])
    batch = desk.upload(workbook({EAST: [changed]}, town="东简街道", day="2018年6月30日"), who)
    assert [word for word in SECRET if word in told(desk, batch, who)] == list(SECRET)


def test_a_wider_eye_on_the_batch_does_not_widen_what_its_town_reads(desk: Desk) -> None:
    registered_elsewhere(desk)
    known = Home(OWN, [member("某人", HEAD)])
    batch = desk.upload(workbook({NORTH: [known]}), "town")
    desk.correct(batch, 5, "姓名", "某甲", who="office")
    assert not [word for word in SECRET if word in told(desk, batch)]
    assert EASTERN not in told(desk, batch)


def test_the_batch_of_two_posts_is_for_who_sees_both_places(desk: Desk) -> None:
    grants = (claims.grant_of(Role.TOWN, TOWN), claims.grant_of(Role.TOWN, OTHER_TOWN))
    both = Actor("both", "两处任职", "person", grants, session="s-2")
    desk.people["both"] = headers(desk.context, both)
    east = Home(EASTERN, [member("庄秘一", HEAD)])
    batch = desk.upload(workbook({EAST: [east]}, town="东简街道"), "both")
    for who in ("town", "other town"):
        desk.get(f"/{batch}", who, status=404)
        assert desk.get("", who)["total"] == 0
    assert desk.batch(batch, "office")["counts"]["new"] == 1
    assert desk.merge(batch, "both")["merged"]["new"] == 1


@pytest.mark.parametrize(
    ("paths", "common"),
    [
        (["/1/2/"], "/1/2/"),
        (["/1/2/", "/1/3/"], "/1/"),
        (["/1/20/", "/1/2/"], "/1/"),
        (["/1/2/3/", "/1/2/"], "/1/2/"),
        (["/1/", "/2/"], "/"),
        (["/"], "/"),
    ],
)
def test_the_narrowest_place_above_all(paths: list[str], common: str) -> None:
    assert common_path(paths) == common
