"""Lays staged rows beside what is registered: who is who, which version, what is the same.

Set-based. Never reads a fact into memory but of rows that changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Select,
    and_,
    case,
    func,
    literal,
    null,
    or_,
    select,
    update,
)

from jingzhun.grammar.facts import Fact, Protection
from jingzhun.households.models import (
    household,
    household_version,
    income,
    member,
    member_version,
)
from jingzhun.households.roster.columns import HOUSEHOLD_FACTS, INCOME_FACTS, MEMBER_FACTS
from jingzhun.households.roster.models import roster_household, roster_income, roster_member
from jingzhun.households.roster.repository.bases import covers, next_day
from jingzhun.households.roster.repository.staged import named_hamlets
from jingzhun.households.roster.staging import EXITED, Load
from jingzhun.imports.models import import_finding
from jingzhun.kit.columns import within
from jingzhun.kit.unit import Unit

_RH, _RM, _RI = roster_household.c, roster_member.c, roster_income.c
# What a blank cell never takes away, and what a number gives where the sheet has no column.
_KEPT = frozenset({"registration", "poverty_state", "exit_year"})
_DERIVED = frozenset({"sex", "born_on"})


class Resolver:
    """The staged rows of one batch, or of one group of it."""

    def __init__(self, unit: Unit, batch_id: str, group: int | None = None) -> None:
        self.unit, self.batch_id, self.group = unit, batch_id, group

    def staged(self, table: Any) -> ColumnElement[bool]:
        """The rows in question, not those merged already."""
        where = [table.c.batch_id == self.batch_id, table.c.action != "merged"]
        if self.group is not None:
            where.append(table.c.group_no == self.group)
        return and_(*where)

    def identify(self, paths: Sequence[str]) -> None:
        """Find households by number, members by ID, the versions in force on the roster's day.

        What is registered outside of `paths` is found to be there, and never compared: nothing of
        it is told, and an error holds the staged household back.
        """
        self._set(roster_household, self._households(paths))
        self._set(roster_member, self._members(paths))
        self._set(roster_income, self._incomes(paths))

    def _set(self, table: Any, found: Select[Any]) -> None:
        rows = found.subquery("found")
        values = {column.name: column for column in rows.c if column.name != "key"}
        self.unit.execute(update(table).where(table.c.id == rows.c.key).values(**values))

    def _households(self, paths: Sequence[str]) -> Select[Any]:
        base = household_version
        in_scope = or_(_RH.place_path == "", within(_RH.place_path, paths))
        action = case((~in_scope, "out-of-scope"), (household.c.id.is_(None), "new"), else_="same")
        return (
            select(
                _RH.id.label("key"), household.c.id.label("household_id"),
                base.c.id.label("base_version_id"),
                func.coalesce(base.c.valid_to, next_day(base, _RH.filled_on)).label("valid_to"),
                action.label("action"), action.label("own_action"), _is_held().label("is_held"),
                null().label("changes"),
            )
            .select_from(
                roster_household
                .outerjoin(household, household.c.household_no == _RH.household_no)
                .outerjoin(base, covers(base, base.c.household_id == household.c.id,
                                        _RH.filled_on, paths))
            )
            .where(self.staged(roster_household))
        )  # fmt: skip

    def _members(self, paths: Sequence[str]) -> Select[Any]:
        base = member_version
        action = case((member.c.id.is_(None), "new"), else_="same")
        return (
            select(
                _RM.id.label("key"), member.c.id.label("member_id"),
                base.c.id.label("base_version_id"),
                func.coalesce(base.c.valid_to, next_day(base, _RM.filled_on)).label("valid_to"),
                action.label("action"),
            )
            .select_from(
                roster_member
                .outerjoin(member, member.c.id_number_blind == _RM.id_number_blind)
                .outerjoin(household, household.c.id == member.c.household_id)
                .outerjoin(base, covers(base, base.c.member_id == member.c.id, _RM.filled_on,
                                        paths))
            )
            .where(self.staged(roster_member))
        )  # fmt: skip

    def _incomes(self, paths: Sequence[str]) -> Select[Any]:
        action = case((income.c.id.is_(None), "new"), else_="same")
        return (
            select(
                _RI.id.label("key"), income.c.id.label("base_id"), action.label("action"),
            )
            .select_from(
                roster_income
                .join(roster_household, _RH.id == _RI.roster_household_id)
                .outerjoin(household, household.c.id == _RH.household_id)
                .outerjoin(
                    income,
                    and_(income.c.household_id == household.c.id, income.c.year == _RI.year,
                         income.c.replaced_at.is_(None), within(household.c.place_path, paths)),
                )
            )
            .where(self.staged(roster_income))
        )  # fmt: skip

    def overlay(self, sheets: Iterable[int], keys: frozenset[str]) -> None:
        """Take over from the version in force what the sheets have no column for."""
        own = _RH.sheet_position.in_(list(sheets))
        mine = select(_RH.id).where(_RH.batch_id == self.batch_id, own)
        for table, base, link, facts, where in (
            (roster_household, household_version, _RH.base_version_id, HOUSEHOLD_FACTS, own),
            (roster_member, member_version, _RM.base_version_id, MEMBER_FACTS,
             _RM.roster_household_id.in_(mine)),
            (roster_income, income, _RI.base_id, INCOME_FACTS,
             _RI.roster_household_id.in_(mine)),
        ):  # fmt: skip
            values = dict(_taken_over(table, base, facts, keys))
            if table is roster_income:
                values.pop("net_income_fen", None)
            if values:
                self.unit.execute(
                    update(table)
                    .where(base.c.id == link, self.staged(table), where)
                    .values(**values)
                )

    def suppose(self, load: Load) -> None:
        """A household without a version in force is registered, in the state the load names."""
        state = func.coalesce(_RH.poverty_state, load.poverty_state)
        self.unit.execute(
            update(roster_household)
            .where(self.staged(roster_household), _RH.base_version_id.is_(None))
            .values(
                registration=func.coalesce(_RH.registration, "registered"),
                poverty_state=state,
                exit_year=case(
                    (state == EXITED, func.coalesce(_RH.exit_year, load.exit_year)),
                    else_=_RH.exit_year,
                ),
            )
        )

    def know_hamlets(self) -> None:
        """Find the hamlets that are named and known, under any of their names."""
        self._set(roster_household, named_hamlets(self.staged(roster_household)))

    def compare(self) -> None:
        """Mark what differs from the version in force; a new day alone is no change."""
        at_other_hamlet = and_(
            _RH.hamlet_id.is_not(None),
            _RH.hamlet_id.is_distinct_from(household_version.c.hamlet_id),
        )
        named = and_(_RH.hamlet_name.is_not(None), _RH.hamlet_id.is_(None))
        differs = or_(
            _differs(roster_household, household_version, HOUSEHOLD_FACTS), at_other_hamlet, named
        )
        self._mark(roster_household, household_version, _RH.base_version_id, differs,
                   "own_action", "action")  # fmt: skip
        differs = _differs(roster_member, member_version, MEMBER_FACTS)
        self._mark(roster_member, member_version, _RM.base_version_id, differs, "action")
        differs = _differs(roster_income, income, INCOME_FACTS)
        self._mark(roster_income, income, _RI.base_id, differs, "action")
        self._mark_without_base()
        self._sum_up()

    def _mark(
        self, table: Any, base: Any, link: Any, differs: ColumnElement[bool], *columns: str
    ) -> None:
        self.unit.execute(
            update(table)
            .where(base.c.id == link, self.staged(table), table.c.action == "same", differs)
            .values(dict.fromkeys(columns, "changed"))
        )

    def _mark_without_base(self) -> None:
        """Known, but not yet on the roster's day: the version is written up to the next one."""
        for table, columns in (
            (roster_household, ("own_action", "action")), (roster_member, ("action",)),
        ):  # fmt: skip
            self.unit.execute(
                update(table)
                .where(self.staged(table), table.c.action == "same",
                       table.c.base_version_id.is_(None))
                .values(dict.fromkeys(columns, "changed"))
            )  # fmt: skip

    def _sum_up(self) -> None:
        """A household changes where any of its members or its income does."""
        for table in (roster_member, roster_income):
            moved = select(table.c.roster_household_id).where(
                self.staged(table), table.c.action.in_(("new", "changed"))
            )
            self.unit.execute(
                update(roster_household)
                .where(self.staged(roster_household), _RH.action == "same", _RH.id.in_(moved))
                .values(action="changed")
            )

    def hold(self) -> None:
        """Hold back the households with an error."""
        self.unit.execute(
            update(roster_household).where(self.staged(roster_household)).values(is_held=_is_held())
        )


def _is_held() -> ColumnElement[bool]:
    finding = import_finding.c
    return (
        select(literal(1))
        .where(finding.batch_id == _RH.batch_id, finding.group_no == _RH.group_no,
               finding.severity == "error")
        .exists()
    )  # fmt: skip


def _taken_over(
    table: FromClause, base: FromClause, facts: Sequence[Fact], keys: frozenset[str]
) -> Iterable[tuple[str, Any]]:
    for fact in facts:
        slug = fact.slug
        if slug in keys and slug not in _KEPT:
            continue
        if slug in keys or slug in _DERIVED:
            # Registration is kept where the cell is blank; sex and birth follow the ID.
            yield slug, func.coalesce(table.c[slug], base.c[slug])
            continue
        for name in _names(fact):
            yield name, base.c[name]


def _names(fact: Fact) -> tuple[str, ...]:
    if fact.protection is Protection.SEALED:
        return (fact.slug, f"{fact.slug}_masked", f"{fact.slug}_blind")
    return (fact.slug,)


def compared(fact: Fact) -> str:
    """The column by which a fact is compared: sealed ones by their blind index."""
    return f"{fact.slug}_blind" if fact.protection is Protection.SEALED else fact.slug


def _differs(table: FromClause, base: FromClause, facts: Sequence[Fact]) -> ColumnElement[bool]:
    return or_(*(table.c[name].is_distinct_from(base.c[name]) for name in map(compared, facts)))
