"""A household opened for a day and locked, with the changes made in hand. Writes nothing yet."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from jingzhun.figures import service as figures
from jingzhun.grammar.facts import Value
from jingzhun.grammar.parameters import Figures
from jingzhun.households import values as forms
from jingzhun.households.errors import BeforeRecord, DayInFuture, IdNumberHeld, MemberNotFound
from jingzhun.households.income import net_income_fen
from jingzhun.households.repository.record import HouseholdRepository
from jingzhun.households.repository.versions import Stamp, VersionRepository, covering_row
from jingzhun.households.service.checking import Fault, faults_of
from jingzhun.kit.crypto import Keyring
from jingzhun.kit.ids import new_id
from jingzhun.kit.unit import Unit
from jingzhun.policy.roles import Permission
from jingzhun.policy.vocabulary import household as household_facts
from jingzhun.policy.vocabulary import income as income_facts
from jingzhun.policy.vocabulary import member as member_facts

Row = Mapping[Any, Any]
Columns = dict[str, Any]
BY_HAND = "hand"
_TICK = timedelta(microseconds=1)
_HOUSEHOLD, _MEMBER, _INCOME = household_facts.STORED, member_facts.STORED, income_facts.STORED


@dataclass
class Person:
    """A member in hand: known versions, and the columns as they stand and will stand on the day."""

    id: str
    known: Sequence[Row]
    before: Columns
    after: Columns
    is_new: bool = False


@dataclass
class Sheet:
    """A household in hand on one day."""

    unit: Unit
    keys: Keyring
    day: date
    row: Row
    versions: VersionRepository
    known: Sequence[Row]
    before: Columns
    after: Columns
    people: dict[str, Person] = field(default_factory=dict)
    incomes: dict[int, Row] = field(default_factory=dict)
    new_incomes: dict[int, Columns] = field(default_factory=dict)
    is_new: bool = False

    @cached_property
    def figures(self) -> Figures:
        """The figures in force in the year of the day, orders entered in the system included."""
        return figures.in_force(self.unit, self.day.year)

    @property
    def id(self) -> str:
        """The household's id."""
        return str(self.row["id"])

    def present(self) -> list[Person]:
        """Who will be in the household on the day, in order."""
        here = [one for one in self.people.values() if one.after["is_present"]]
        return sorted(here, key=lambda one: (one.after["ordinal"], one.id))

    def person(self, member_id: str) -> Person:
        """Somebody present on the day; raises MemberNotFound."""
        found = self.people.get(member_id)
        if found is None or not found.after["is_present"]:
            raise MemberNotFound
        return found


def day_or_today(unit: Unit, day: date | None) -> date:
    """Return the day from which a change holds; refuses the future."""
    if day is not None and day > unit.today:
        raise DayInFuture(day=day)
    return day or unit.today


def open_household(
    unit: Unit, keys: Keyring, household_id: str, day: date | None, expect: Callable[[int], None]
) -> Sheet:
    """Lock a household within the scope of writing; `expect` refuses a stale version."""
    holds_on = day_or_today(unit, day)
    row = HouseholdRepository(unit, Permission.HOUSEHOLDS_WRITE).lock(household_id)
    expect(row["rev"])
    # Two changes within one tick of the clock still follow one another.
    versions = VersionRepository(unit, stamp_of(unit, BY_HAND, row["updated_at"] + _TICK))
    known = versions.of_household(household_id)
    current = covering_row(known, holds_on)
    if current is None:
        raise BeforeRecord(day=holds_on, since=known[0]["valid_from"])
    sheet = Sheet(unit, keys, holds_on, row, versions, known, dict(current), dict(current))
    by_member: dict[str, list[Row]] = {}
    for version in versions.of_members(household_id):
        by_member.setdefault(version["member_id"], []).append(version)
    for member_id, held in by_member.items():
        now = covering_row(held, holds_on)
        if now is not None and now["household_id"] == household_id:
            sheet.people[member_id] = Person(member_id, held, dict(now), dict(now))
    sheet.incomes = {held["year"]: held for held in versions.incomes(household_id)}
    return sheet


def stamp_of(unit: Unit, source: str, not_before: Any = None) -> Stamp:
    """Stamp rows with the actor and the instant, which never runs backwards."""
    recorded_at = max(unit.now, not_before) if not_before is not None else unit.now
    return Stamp(recorded_at, unit.actor.id, unit.actor.name, source)


def set_household(sheet: Sheet, values: Mapping[str, Value]) -> None:
    """Set facts of the household; those not named stay."""
    sheet.after |= forms.to_columns(_HOUSEHOLD, values, sheet.keys)


def set_member(sheet: Sheet, person: Person, values: Mapping[str, Value]) -> None:
    """Set facts of a member; birth date and sex follow a new ID unless they are given."""
    values = dict(values)
    if values.get("id_number"):
        held = {} if person.is_new else {"id_kind": person.after["id_kind"]}
        values = forms.with_identity({**held, **values})
    person.after |= forms.to_columns(_MEMBER, values, sheet.keys)
    _refuse_held(sheet, person)


def _refuse_held(sheet: Sheet, person: Person) -> None:
    blind = person.after.get("id_number_blind")
    if blind is None or blind == person.before.get("id_number_blind"):
        return
    who = str(person.after.get("name") or "该成员")
    for other in sheet.people.values():
        if other.id != person.id and other.after.get("id_number_blind") == blind:
            raise IdNumberHeld(who=who, holder=f"本户{other.after['name']}名下")
    holder = HouseholdRepository(sheet.unit, Permission.HOUSEHOLDS_READ).find_holder(blind)
    if holder is None or holder["id"] == person.id:
        return
    if not sheet.unit.actor.covers(Permission.MEMBERS_READ, holder["place_path"]):
        raise IdNumberHeld(who=who, holder="您管辖范围以外的一户，请报上级核对")
    raise IdNumberHeld(who=who, holder=f"户{holder['household_no']}的{holder['name']}名下")


def add_person(sheet: Sheet, values: Mapping[str, Value]) -> Person:
    """Take somebody in; who left another household comes back as the same person."""
    ordinal = max((one.after["ordinal"] for one in sheet.people.values()), default=0) + 1
    start = {
        "household_id": sheet.id, "place_path": sheet.after["place_path"], "is_present": True,
        "leave_reason": None, "ordinal": ordinal,
    }  # fmt: skip
    person = Person(new_id(), (), {}, start, is_new=True)
    number = values.get("id_number")
    if isinstance(number, str):
        blind = sheet.keys.blind(number, "id_number")
        holder = HouseholdRepository(sheet.unit, Permission.HOUSEHOLDS_READ).find_holder(blind)
        if holder is not None and not holder["is_present"]:
            known = sheet.versions.of_member(holder["id"])
            left = covering_row(known, sheet.day)
            if left is not None and not left["is_present"]:
                person = Person(holder["id"], known, dict(left), {**left, **start})
    full: dict[str, Value] = {fact.slug: None for fact in _MEMBER} if person.is_new else {}
    sheet.people[person.id] = person
    set_member(sheet, person, {**full, **values})
    return person


def set_income(sheet: Sheet, year: int, values: Mapping[str, Value]) -> None:
    """Set amounts of a year; the net income is computed here."""
    held = sheet.incomes.get(year)
    columns: Columns = {fact.slug: held[fact.slug] if held else None for fact in _INCOME}
    columns |= forms.to_columns(_INCOME, values, sheet.keys)
    columns["net_income_fen"] = net_income_fen(columns)
    sheet.new_incomes[year] = columns


def faults(sheet: Sheet, *, as_it_was: bool = False) -> list[Fault]:
    """Judge the sheet on its day, before or after the changes in hand."""
    side = "before" if as_it_was else "after"
    columns = getattr(sheet, side)
    if as_it_was and sheet.is_new:
        return []
    record = forms.to_values(_HOUSEHOLD, columns, sheet.keys)
    years = {**sheet.incomes, **({} if as_it_was else sheet.new_incomes)}
    earned = years[max(years)] if years else dict.fromkeys(fact.slug for fact in _INCOME)
    record |= {fact.slug: earned[fact.slug] for fact in _INCOME}
    members = {
        one.id: forms.to_values(_MEMBER, getattr(one, side), sheet.keys)
        for one in sheet.people.values()
        if getattr(one, side).get("is_present")
    }
    return faults_of(record, members, sheet.day, sheet.figures)
