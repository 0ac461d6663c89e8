"""Counts heads in the registry as of a day and freezes who was counted, in one statement each."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    Subquery,
    and_,
    case,
    func,
    insert,
    literal,
    not_,
    or_,
    select,
)

from jingzhun.factbook import AsOf
from jingzhun.funds.counting import ABLE_PERSONS, Basis, Heads
from jingzhun.funds.models import fund_plan_person
from jingzhun.households.models import expressions, household_version, member_version
from jingzhun.kit.columns import within
from jingzhun.kit.unit import Unit

WEAK = "05"


class RegistryRepository:
    """Registered households and their members on the day, under one path."""

    def __init__(self, unit: Unit, snapshot_on: date, path: str) -> None:
        self._unit, self._on, self._path = unit, snapshot_on, path

    def count(self, basis: Basis) -> dict[str, Heads]:
        """Heads by village id, by every basis; villages without registered people are left out."""
        people = self._people()
        whole = [people.c.able > 0, people.c.able + people.c.weak > 0]
        homes = [people.c.home_able > 0, people.c.home_able + people.c.home_weak > 0]
        sums = [func.sum(case((one, 1), else_=0)) for one in (*homes, *whole)]
        unsure = func.sum(case((self._unsure(people, basis), 1), else_=0))
        statement = select(people.c.village_id, *sums, unsure).group_by(people.c.village_id)
        return {row[0]: Heads(*map(int, row[1:])) for row in self._unit.execute(statement)}

    def freeze(self, plan_id: str, basis: Basis) -> None:
        """Write down who is counted."""
        people = self._people()
        counted = select(
            literal(plan_id), people.c.member_id, people.c.household_id, people.c.village_id,
            people.c.place_path, people.c.version_id, people.c.able > 0, people.c.weak > 0,
        ).where(self._counted(people, basis))  # fmt: skip
        columns = [
            "plan_id", "member_id", "household_id", "village_id", "place_path", "version_id",
            "is_able", "is_weak",
        ]  # fmt: skip
        self._unit.execute(insert(fund_plan_person).from_select(columns, counted))

    @staticmethod
    def _counted(people: Subquery, basis: Basis) -> ColumnElement[bool]:
        prefix = "" if basis.counting == ABLE_PERSONS else "home_"
        able, weak = people.c[f"{prefix}able"], people.c[f"{prefix}weak"]
        return able + weak > 0 if basis.counts_weak else able > 0

    @classmethod
    def _unsure(cls, people: Subquery, basis: Basis) -> ColumnElement[bool]:
        """Not counted, though labour not on record might have made them count."""
        missing = people.c.unknown if basis.counting == ABLE_PERSONS else people.c.home_unknown
        return and_(not_(cls._counted(people, basis)), missing > 0)

    def _people(self) -> Subquery:
        """One row a person, with the tallies of the household beside."""
        people = self._flagged().subquery("flagged")
        at_home = [
            func.sum(people.c[name]).over(partition_by=people.c.household_id).label(f"home_{name}")
            for name in ("able", "weak", "unknown")
        ]
        return select(people, *at_home).subquery("people")

    def _flagged(self) -> Select[Any]:
        as_of = AsOf(self._on)
        home, person = household_version, member_version
        able = expressions.is_able(person, self._on)
        weak = and_(
            person.c.labour == WEAK,
            expressions.is_child(person, self._on).is_not(True),
            expressions.in_school(person).is_not(True),
        )
        return (
            select(
                person.c.member_id,
                person.c.id.label("version_id"),
                home.c.household_id,
                home.c.village_id,
                home.c.place_path,
                case((able, 1), else_=0).label("able"),
                case((weak, 1), else_=0).label("weak"),
                case((able.is_(None), 1), else_=0).label("unknown"),
            )
            .join_from(home, person, person.c.household_id == home.c.household_id)
            .where(
                expressions.in_force(home, as_of),
                expressions.in_force(person, as_of),
                within(home.c.place_path, (self._path,)),
                home.c.registration == "registered",
                # Exited households stay counted while policies continue; removed ones do not.
                or_(home.c.poverty_state.is_(None), home.c.poverty_state != "removed"),
                person.c.is_present,
            )
        )
