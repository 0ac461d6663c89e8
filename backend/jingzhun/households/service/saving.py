"""The one way by which a household changes by hand: judged as a whole, then written.

Versions are cut on both axes; identity, tokens, event, summary and journal follow in the same unit.
Writing what stands there already changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import orjson

from jingzhun.grammar.facts import Fact, Protection
from jingzhun.households import values as forms
from jingzhun.households.models import household_version, member_version
from jingzhun.households.repository.summary import refresh_summaries
from jingzhun.households.service.checking import Fault, refuse_new_errors
from jingzhun.households.service.sheet import Person, Sheet, faults
from jingzhun.households.tokens import tokens_of
from jingzhun.kit.unit import Entry
from jingzhun.policy.vocabulary import household as household_facts
from jingzhun.policy.vocabulary import income as income_facts
from jingzhun.policy.vocabulary import member as member_facts

Row = Mapping[Any, Any]
Columns = dict[str, Any]
_HOUSEHOLD, _MEMBER, _INCOME = household_facts.STORED, member_facts.STORED, income_facts.STORED


def save(
    sheet: Sheet,
    entry: Entry,
    pointer: Callable[[Fault], str],
    events: Iterable[Columns] = (),
) -> tuple[bool, list[Fault]]:
    """Judge and write; return whether anything changed, and the warnings that stand.

    `entry` says what happens; what changed field by field is added here, masked.
    """
    warnings = refuse_new_errors(faults(sheet, as_it_was=True), faults(sheet), pointer)
    before: Columns = {}
    after: Columns = {}
    changed = _save_household(sheet, before, after)
    for person in sheet.people.values():
        changed |= _save_person(sheet, person, before, after)
    for year, columns in sheet.new_incomes.items():
        changed |= _save_income(sheet, year, columns, before, after)
    if not changed:
        return False, warnings
    for event in events:
        content = orjson.dumps(event.get("content", {}), default=str).decode()
        sheet.versions.put_event(sheet.id, {"happened_on": sheet.day, **event, "content": content})
    refresh_summaries(sheet.unit, [sheet.id], recorded_at=sheet.versions.stamp.recorded_at)
    sheet.unit.note(
        Entry(entry.action, "household", sheet.id, entry.summary, before or None, after,
              entry.reason, sheet.after["place_path"])
    )  # fmt: skip
    return True, warnings


def _save_household(sheet: Sheet, before: Columns, after: Columns) -> bool:
    sheet.after["digest"] = forms.digest(_HOUSEHOLD, sheet.after, sheet.keys, "household")
    where = ("village_id", "hamlet_id", "place_path")
    moved = sheet.is_new or any(sheet.after[one] != sheet.before[one] for one in where)
    if not moved and sheet.after["digest"] == sheet.before["digest"]:
        return False
    sheet.versions.put(household_version, sheet.known, sheet.day, sheet.after)
    _tell(_HOUSEHOLD, "", sheet.before, sheet.after, before, after)
    if moved:
        before["place"], after["place"] = sheet.before.get("place_path"), sheet.after["place_path"]
    if not sheet.is_new and sheet.after["place_path"] != sheet.before["place_path"]:
        sheet.versions.move(sheet.id, sheet.after["place_path"])
    return True


def _save_person(sheet: Sheet, person: Person, before: Columns, after: Columns) -> bool:
    new, old = person.after, person.before
    new["place_path"] = sheet.after["place_path"]
    new["digest"] = forms.digest(_MEMBER, new, sheet.keys, "member")
    where = ("household_id", "place_path", "is_present", "leave_reason", "ordinal", "digest")
    if old and all(new[one] == old[one] for one in where):
        return False
    identity = {
        "household_id": sheet.id, "id_number_blind": new["id_number_blind"],
        "is_present": new["is_present"],
    }  # fmt: skip
    sheet.versions.put_member(person.id, identity, is_new=person.is_new)
    sheet.versions.put(member_version, person.known, sheet.day, {**new, "member_id": person.id})
    number = new["id_number"] and sheet.keys.unseal(new["id_number"], "id_number")
    phone = new["phone"] and sheet.keys.unseal(new["phone"], "phone")
    words = tokens_of(sheet.keys, new["name"], number, [phone]) if new["is_present"] else []
    sheet.versions.put_tokens(person.id, sheet.id, new["place_path"], words)
    _tell(_MEMBER, f"members/{person.id}/", old, new, before, after)
    if new["is_present"] != old.get("is_present"):
        before[f"members/{person.id}"] = old.get("is_present", False)
        after[f"members/{person.id}"] = new["is_present"]
    return True


def _save_income(
    sheet: Sheet, year: int, columns: Columns, before: Columns, after: Columns
) -> bool:
    held = sheet.incomes.get(year)
    columns["digest"] = forms.digest(_INCOME, columns, sheet.keys, "income")
    if held is not None and held["digest"] == columns["digest"]:
        return False
    columns |= {"household_id": sheet.id, "place_path": sheet.after["place_path"], "year": year}
    sheet.versions.put_income(held, columns)
    _tell(_INCOME, f"incomes/{year}/", held or {}, columns, before, after)
    return True


def _tell(
    facts: Iterable[Fact], prefix: str, old: Row, new: Row, before: Columns, after: Columns
) -> None:
    """Say field by field what changed: sealed facts by their mask, personal ones not at all."""
    for fact in facts:
        is_sealed = fact.protection is Protection.SEALED
        compared = f"{fact.slug}_blind" if is_sealed else fact.slug
        was, now = old.get(compared), new.get(compared)
        if was == now:
            continue
        key = f"{prefix}{fact.slug}"
        if is_sealed:
            was, now = old.get(f"{fact.slug}_masked"), new.get(f"{fact.slug}_masked")
        elif fact.protection is Protection.PERSONAL:
            was, now = (None if was is None else "（有）"), (None if now is None else "（已变更）")
        before[key], after[key] = was, now
