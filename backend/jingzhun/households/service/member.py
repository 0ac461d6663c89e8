"""Who comes, who leaves, who is the head, what is known of a member, what a year brought."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jingzhun.grammar.facts import Value
from jingzhun.households.errors import HeadRequired, MemberNotFound
from jingzhun.households.models.expressions import HEAD
from jingzhun.households.schemas.changes import (
    HeadChange,
    IncomeUpdate,
    MemberCreate,
    MemberLeave,
    MemberUpdate,
)
from jingzhun.households.service.checking import Fault
from jingzhun.households.service.household import given
from jingzhun.households.service.saving import save
from jingzhun.households.service.sheet import (
    Sheet,
    add_person,
    open_household,
    set_income,
    set_member,
)
from jingzhun.kit.crypto import Keyring
from jingzhun.kit.errors import FieldError, Invalid
from jingzhun.kit.unit import Entry, Unit
from jingzhun.policy.roles import Permission
from jingzhun.policy.vocabulary import income as income_facts
from jingzhun.policy.vocabulary import member as member_facts

Expect = Callable[[int], None]
DIED = "2"


def _open(unit: Unit, keys: Keyring, household_id: str, day: Any, expect: Expect) -> Sheet:
    sheet = open_household(unit, keys, household_id, day, expect)
    if not unit.actor.covers(Permission.MEMBERS_WRITE, sheet.row["place_path"]):
        unit.actor.require(Permission.MEMBERS_WRITE)
        raise MemberNotFound
    return sheet


def _entry(sheet: Sheet, action: str, words: str, reason: str = "") -> Entry:
    summary = f"户{sheet.row['household_no']}{words}"
    return Entry(action, "household", sheet.id, summary, reason=reason)


def _pointer(member_id: str) -> Callable[[Fault], str]:
    def pointer(fault: Fault) -> str:
        if fault.member_id == member_id:
            return f"/facts/{fault.slug}"
        return f"/{fault.slug}" if fault.member_id is None else f"/members/{fault.member_id}"

    return pointer


def add(
    unit: Unit, keys: Keyring, household_id: str, body: MemberCreate, expect: Expect
) -> tuple[str, list[Fault]]:
    """Take somebody into the household; returns the member's id and the warnings."""
    sheet = _open(unit, keys, household_id, body.valid_from, expect)
    person = add_person(sheet, given(member_facts.STORED, body.facts))
    entry = _entry(sheet, "member.add", "增加成员", body.document)
    event = {"kind": "member-in", "member_id": person.id, "document": body.document}
    _, warnings = save(sheet, entry, _pointer(person.id), [event])
    return person.id, warnings


def update(
    unit: Unit, keys: Keyring, household_id: str, member_id: str, body: MemberUpdate, expect: Expect
) -> list[Fault]:
    """Change facts of a member from a day on; a new ID number is an event of its own."""
    sheet = _open(unit, keys, household_id, body.valid_from, expect)
    person = sheet.person(member_id)
    values = given(member_facts.STORED, body.facts)
    set_member(sheet, person, values)
    events: list[dict[str, Any]] = []
    if person.after["id_number_blind"] != person.before["id_number_blind"]:
        content = {
            "before": person.before["id_number_masked"], "after": person.after["id_number_masked"]
        }  # fmt: skip
        events = [{"kind": "id-correction", "member_id": member_id, "document": body.document,
                   "content": content}]  # fmt: skip
    entry = _entry(sheet, "member.change", "修改成员", body.document)
    _, warnings = save(sheet, entry, _pointer(member_id), events)
    return warnings


def leave(
    unit: Unit, keys: Keyring, household_id: str, member_id: str, body: MemberLeave, expect: Expect
) -> list[Fault]:
    """Let somebody leave with a reason; the head only as the last one."""
    sheet = _open(unit, keys, household_id, body.valid_from, expect)
    person = sheet.person(member_id)
    if person.after["relation"] == HEAD and len(sheet.present()) > 1:
        raise HeadRequired
    person.after |= {
        "is_present": False, "leave_reason": body.reason, "member_state": body.reason,
    }  # fmt: skip
    entry = _entry(sheet, "member.leave", "减少成员", body.document)
    event = {
        "kind": "member-out", "member_id": member_id, "document": body.document,
        "content": {"reason": body.reason},
    }  # fmt: skip
    _, warnings = save(sheet, entry, _pointer(member_id), [event])
    return warnings


def change_head(
    unit: Unit, keys: Keyring, household_id: str, body: HeadChange, expect: Expect
) -> list[Fault]:
    """Name another head; the old one must be given a relation to the new."""
    sheet = _open(unit, keys, household_id, body.valid_from, expect)
    head = sheet.person(body.member_id)
    old = [one for one in sheet.present() if one.after["relation"] == HEAD and one is not head]
    missing = [one for one in old if one.id not in body.relations]
    if missing:
        raise Invalid([
            FieldError(f"/relations/{one.id}", "missing", "请选择原户主与新户主的关系")
            for one in missing
        ])  # fmt: skip
    for member_id, relation in body.relations.items():
        set_member(sheet, sheet.person(member_id), {"relation": relation})
    set_member(sheet, head, {"relation": HEAD})
    entry = _entry(sheet, "household.change-head", "变更户主", body.document)
    event = {
        "kind": "head-change", "member_id": head.id, "document": body.document,
        "content": {"from_member_ids": [one.id for one in old]},
    }  # fmt: skip
    _, warnings = save(sheet, entry, _pointer(head.id), [event])
    return warnings


def set_year(
    unit: Unit, keys: Keyring, household_id: str, year: int, body: IncomeUpdate, expect: Expect
) -> list[Fault]:
    """Set the income of a year not after this one."""
    if year > unit.today.year:
        raise Invalid([FieldError("/year", "year-in-future", "收入年度不能晚于今年")])
    sheet = open_household(unit, keys, household_id, None, expect)
    values: dict[str, Value] = given(income_facts.STORED, body.amounts)
    set_income(sheet, year, values)
    entry = _entry(sheet, "income.set", f"填写{year}年收入")

    def pointer(fault: Fault) -> str:
        return f"/amounts/{fault.slug}" if fault.member_id is None else f"/{fault.slug}"

    _, warnings = save(sheet, entry, pointer)
    return warnings
