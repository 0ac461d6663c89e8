"""One household with everything about it: four statements, whatever its size."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import Column, FromClause, Select, Table, bindparam, select

from jingzhun.factbook import AsOf
from jingzhun.grammar.facts import Fact, Protection
from jingzhun.households.errors import HouseholdNotFound
from jingzhun.households.models import (
    household,
    household_version,
    income,
    member,
    member_version,
)
from jingzhun.households.models.expressions import known
from jingzhun.households.repository.summary import summary_of
from jingzhun.kit.columns import slots, within, within_slots
from jingzhun.kit.unit import Unit
from jingzhun.places.models import place
from jingzhun.policy.vocabulary import household as household_facts
from jingzhun.policy.vocabulary import income as income_facts
from jingzhun.policy.vocabulary import member as member_facts

Row = Mapping[Any, Any]
_VERSION = ("valid_from", "valid_to", "recorded_at", "replaced_at", "actor_name", "source")
_SUMMARY = (
    "village_id", "hamlet_id", "place_path", "registration", "poverty_state", "household_kind",
    "main_cause", "contact_phone_masked", "head_name", "member_count", "able_count",
    "labour_unknown_count", "income_year", "net_income_fen", "net_income_per_head_fen",
)  # fmt: skip


def shown_columns(table: Table, facts: Iterable[Fact]) -> list[Column[Any]]:
    """Columns of facts for reading: of a sealed one the mask and the blind index only."""
    columns: list[Column[Any]] = []
    for fact in facts:
        if fact.protection is Protection.SEALED:
            columns += [table.c[f"{fact.slug}_masked"], table.c[f"{fact.slug}_blind"]]
        else:
            columns.append(table.c[fact.slug])
    return columns


_HOUSEHOLD = [household_version.c[name] for name in _VERSION] + shown_columns(
    household_version, household_facts.STORED
)
_MEMBER = [
    member_version.c[name] for name in ("member_id", "is_present", "ordinal", *_VERSION)
] + shown_columns(member_version, member_facts.STORED)
_INCOME = [
    income.c[name]
    for name in ("year", "net_income_fen", "recorded_at", "replaced_at", "actor_name", "source")
] + shown_columns(income, income_facts.STORED)


def _known_rows(noun: str, as_of: AsOf) -> Select[Any]:
    columns, rows, order = _PARTS[noun]
    return (
        select(*columns)
        .where(rows.c.household_id == bindparam("household_id"), known(rows, as_of))
        .order_by(*order)
    )


_PARTS: dict[str, tuple[list[Column[Any]], Table, tuple[Any, ...]]] = {
    "household": (_HOUSEHOLD, household_version, (household_version.c.valid_from,)),
    "member": (_MEMBER, member_version, (member_version.c.member_id, member_version.c.valid_from)),
    "income": (_INCOME, income, (income.c.year.desc(),)),
}
# Building a statement of fifty columns costs three times as much as running it.
_KNOWN_NOW = {noun: _known_rows(noun, AsOf(date.min, None)) for noun in _PARTS}


@lru_cache(maxsize=32)
def _head_now(places: int) -> Select[Any]:
    return _head_of(household, household, places)


def _head_of(rows: FromClause, joined: FromClause, places: int) -> Select[Any]:
    village, town, hamlet = (place.alias(name) for name in ("village", "town", "hamlet"))
    return (
        select(
            household.c.id, household.c.household_no, household.c.rev, household.c.updated_at,
            *(rows.c[name] for name in _SUMMARY),
            village.c.name.label("village_name"), town.c.id.label("town_id"),
            town.c.name.label("town_name"), hamlet.c.name.label("hamlet_name"),
        )
        .select_from(
            joined.join(village, village.c.id == rows.c.village_id)
            .outerjoin(town, town.c.id == village.c.parent_id)
            .outerjoin(hamlet, hamlet.c.id == rows.c.hamlet_id)
        )
        .where(
            household.c.id == bindparam("household_id"),
            within_slots(rows.c.place_path, "scope", places),
        )
    )  # fmt: skip


class HouseholdRepository:
    """Single households within the actor's places for one permission."""

    def __init__(self, unit: Unit, permission: str) -> None:
        self.unit, self.paths = unit, unit.actor.paths(permission)

    def find_head_row(self, household_id: str, as_of: AsOf, *, is_now: bool) -> Row | None:
        """Identity, summary and place names as of a day, or None."""
        if is_now:
            statement = _head_now(len(self.paths))
        else:
            then = summary_of(as_of, [household_id]).subquery("household_then")
            statement = _head_of(
                then, then.join(household, household.c.id == then.c.id), len(self.paths)
            )
        values = {"household_id": household_id} | slots("scope", self.paths)
        return self.unit.execute(statement, values).mappings().one_or_none()

    def get_head_row(self, household_id: str, as_of: AsOf, *, is_now: bool) -> Row:
        """The same; raises HouseholdNotFound."""
        row = self.find_head_row(household_id, as_of, is_now=is_now)
        if row is None:
            raise HouseholdNotFound
        return row

    def household_versions(self, household_id: str, as_of: AsOf) -> Sequence[Row]:
        """Version rows known at the instant, in order of days."""
        return self._known("household", household_id, as_of)

    def member_versions(self, household_id: str, as_of: AsOf) -> Sequence[Row]:
        """Version rows of everybody who was ever in it, by member and day."""
        return self._known("member", household_id, as_of)

    def incomes(self, household_id: str, as_of: AsOf) -> Sequence[Row]:
        """Income rows known at the instant, latest year first."""
        return self._known("income", household_id, as_of)

    def _known(self, noun: str, household_id: str, as_of: AsOf) -> Sequence[Row]:
        statement = _KNOWN_NOW[noun] if as_of.known_at is None else _known_rows(noun, as_of)
        return self.unit.execute(statement, {"household_id": household_id}).mappings().all()

    def all_rows(self, household_id: str) -> tuple[Sequence[Row], Sequence[Row], Sequence[Row]]:
        """Every version of household, members and income, replaced ones too, as recorded."""
        found = []
        for columns, rows in (
            ([household_version.c.id, household_version.c.village_id, *_HOUSEHOLD],
             household_version),
            ([member_version.c.id, member_version.c.leave_reason, *_MEMBER], member_version),
            ([income.c.id, *_INCOME], income),
        ):  # fmt: skip
            statement = select(*columns).where(rows.c.household_id == household_id)
            found.append(self.unit.execute(statement.order_by(rows.c.recorded_at)).mappings().all())
        return found[0], found[1], found[2]

    def lock(self, household_id: str) -> Row:
        """The identity row, held until the unit ends; raises HouseholdNotFound out of scope."""
        statement = (
            select(household)
            .where(household.c.id == household_id, within(household.c.place_path, self.paths))
            .with_for_update()
        )
        row = self.unit.execute(statement).mappings().one_or_none()
        if row is None:
            raise HouseholdNotFound
        return row

    def find_holder(self, id_number_blind: str) -> Row | None:
        """Who holds an ID number, wherever: scope is for the caller to judge before naming."""
        now = household.alias("now")
        statement = (
            select(
                member.c.id, member.c.household_id, member.c.is_present, now.c.household_no,
                now.c.place_path, member_version.c.name,
            )
            .join(now, now.c.id == member.c.household_id)
            .outerjoin(
                member_version,
                (member_version.c.member_id == member.c.id)
                & member_version.c.replaced_at.is_(None)
                & (member_version.c.valid_from <= self.unit.today)
                & (member_version.c.valid_to > self.unit.today),
            )
            .where(member.c.id_number_blind == id_number_blind)
        )  # fmt: skip
        return self.unit.execute(statement).mappings().one_or_none()
