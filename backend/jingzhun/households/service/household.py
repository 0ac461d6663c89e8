"""Making a household by hand, changing its facts, moving it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pydantic import BaseModel

from jingzhun.grammar.facts import Fact, Value
from jingzhun.households.errors import AlreadyRegistered, HouseholdNoTaken, InitialLoadClosed
from jingzhun.households.repository.identity import IdentityRepository
from jingzhun.households.repository.versions import VersionRepository
from jingzhun.households.schemas.changes import HouseholdCreate, HouseholdUpdate, InitialLoad
from jingzhun.households.service.checking import Fault
from jingzhun.households.service.saving import save
from jingzhun.households.service.sheet import (
    Sheet,
    add_person,
    day_or_today,
    open_household,
    set_household,
    set_income,
    stamp_of,
)
from jingzhun.households.values import from_wire
from jingzhun.kit.crypto import Keyring
from jingzhun.kit.ids import new_id
from jingzhun.kit.unit import Entry, Unit
from jingzhun.places.errors import PlaceNotFound
from jingzhun.places.repository import PlaceRepository, is_load_closed
from jingzhun.policy.roles import Permission
from jingzhun.policy.vocabulary import household as household_facts
from jingzhun.policy.vocabulary import income as income_facts
from jingzhun.policy.vocabulary import member as member_facts

REGISTERED = "registered"
# Where a household stands in the procedure is changed by the procedure alone.
_BY_PROCEDURE = ("poverty_state", "exit_year")


def given(facts: tuple[Fact, ...], sent: BaseModel) -> dict[str, Value]:
    """Return the values that were sent, as policy speaks; what was left out is not there."""
    return {
        fact.slug: from_wire(fact, getattr(sent, fact.slug))
        for fact in facts
        if fact.slug in sent.model_fields_set
    }


def create(unit: Unit, keys: Keyring, body: HouseholdCreate) -> tuple[str, list[Fault]]:
    """Enter a household with its members; returns its id and the warnings."""
    day = day_or_today(unit, body.valid_from)
    place = _place(unit, body.village_id, body.hamlet_id)
    if IdentityRepository(unit).number_is_taken(body.household_no):
        raise HouseholdNoTaken(household_no=body.household_no)
    values: dict[str, Value] = {fact.slug: None for fact in household_facts.STORED}
    values |= given(household_facts.STORED, body.facts)
    values |= _standing(unit, place, values, body.initial_load)
    versions = VersionRepository(unit, stamp_of(unit, "initial load" if body.initial_load else
                                                "hand"))  # fmt: skip
    row = {"id": new_id(), "household_no": body.household_no, **place,
           "registration": values["registration"]}  # fmt: skip
    sheet = Sheet(unit, keys, day, row, versions, (), {}, {"household_id": row["id"], **place},
                  is_new=True)  # fmt: skip
    set_household(sheet, values)
    versions.make_household(row)
    people = [add_person(sheet, given(member_facts.STORED, one)).id for one in body.members]
    for income in body.incomes:
        set_income(sheet, income.year, given(income_facts.STORED, income.amounts))
    order = {member_id: index for index, member_id in enumerate(people)}

    def pointer(fault: Fault) -> str:
        if fault.member_id is None:
            return f"/facts/{fault.slug}"
        return f"/members/{order[fault.member_id]}/{fault.slug}"

    entry = Entry("household.make", "household", sheet.id, f"登记户{body.household_no}")
    _, warnings = save(sheet, entry, pointer, [_made(body)])
    return sheet.id, warnings


def _made(body: HouseholdCreate) -> dict[str, Any]:
    content = {"members": len(body.members)}
    load = body.initial_load
    if load is None:
        return {"kind": "make", "content": content}
    content |= {"year": load.year}
    return {
        "kind": "initial-load", "document": load.document,
        "content": {**content, "poverty_state": load.poverty_state},
    }  # fmt: skip


def _standing(
    unit: Unit, place: dict[str, Any], values: dict[str, Value], load: InitialLoad | None
) -> dict[str, Value]:
    """By hand only candidates and surveyed people come in; registered ones by an initial load."""
    if load is None:
        registration = values["registration"] or "candidate"
        if registration == REGISTERED or any(values[one] is not None for one in _BY_PROCEDURE):
            raise AlreadyRegistered
        return {"registration": registration}
    if not unit.actor.covers(Permission.IMPORTS_MERGE, place["place_path"]):
        unit.actor.require(Permission.IMPORTS_MERGE)
        raise PlaceNotFound
    if is_load_closed(unit, place["village_id"]):
        raise InitialLoadClosed
    exited = load.poverty_state == "exited"
    return {
        "registration": REGISTERED,
        "poverty_state": load.poverty_state,
        "exit_year": load.year if exited else values["exit_year"],
    }


def _place(unit: Unit, village_id: str, hamlet_id: str | None) -> dict[str, Any]:
    places = PlaceRepository(unit, Permission.HOUSEHOLDS_WRITE)
    kind, path = places.locate(village_id)
    if kind != "village":
        raise PlaceNotFound
    if hamlet_id is not None and places.get(hamlet_id).parent_id != village_id:
        raise PlaceNotFound
    return {"village_id": village_id, "hamlet_id": hamlet_id, "place_path": path}


def update(
    unit: Unit,
    keys: Keyring,
    household_id: str,
    body: HouseholdUpdate,
    expect: Callable[[int], None],
) -> list[Fault]:
    """Change facts or place of a household from a day on; returns the warnings."""
    sheet = open_household(unit, keys, household_id, body.valid_from, expect)
    values = given(household_facts.STORED, body.facts)
    _refuse_procedure(sheet, values)
    set_household(sheet, values)
    events = []
    if {"village_id", "hamlet_id"} & body.model_fields_set:
        events = _move(sheet, body)
    number = sheet.row["household_no"]
    entry = Entry("household.change", "household", sheet.id, f"修改户{number}",
                  reason=body.document)  # fmt: skip
    _, warnings = save(sheet, entry, _own_pointer, events)
    return warnings


def _refuse_procedure(sheet: Sheet, values: dict[str, Value]) -> None:
    for slug in _BY_PROCEDURE:
        if slug in values and values[slug] != sheet.before[slug]:
            raise AlreadyRegistered
    if "registration" in values:
        was, now = sheet.before["registration"], values["registration"]
        if was != now and (REGISTERED in (was, now) or now is None):
            raise AlreadyRegistered


def _move(sheet: Sheet, body: HouseholdUpdate) -> list[dict[str, Any]]:
    village_id = body.village_id or sheet.before["village_id"]
    stays = village_id == sheet.before["village_id"]
    hamlet_id = sheet.before["hamlet_id"] if stays else None
    if "hamlet_id" in body.model_fields_set:
        hamlet_id = body.hamlet_id
    place = _place(sheet.unit, village_id, hamlet_id)
    sheet.after |= place
    content = {
        "from_village_id": sheet.before["village_id"], "from_hamlet_id": sheet.before["hamlet_id"],
        "to_village_id": village_id, "to_hamlet_id": hamlet_id,
    }  # fmt: skip
    return [{"kind": "move", "document": body.document, "content": content}]


def _own_pointer(fault: Fault) -> str:
    if fault.member_id is None:
        return f"/facts/{fault.slug}"
    return f"/members/{fault.member_id}/{fault.slug}"
