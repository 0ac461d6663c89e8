"""Writes staged households into the registry, set by set. One transaction; the unit's own.

Earlier versions are cut, never overwritten. Everything slow was done on the staging rows before.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    String,
    Table,
    and_,
    cast,
    extract,
    func,
    insert,
    literal,
    null,
    select,
    update,
)

from jingzhun.households.models import (
    fact_columns,
    household,
    household_event,
    household_version,
    income,
    member,
    member_version,
)
from jingzhun.households.roster.columns import HOUSEHOLD_FACTS, INCOME_FACTS, MEMBER_FACTS
from jingzhun.households.roster.models import roster_household, roster_income, roster_member
from jingzhun.kit.columns import Instant, within
from jingzhun.kit.unit import Unit

_RH, _RM, _RI = roster_household.c, roster_member.c, roster_income.c
_SOURCE = "roster"
_TICK = timedelta(microseconds=1)
_WRITTEN = ("new", "changed")


class Merging:
    """The households of a batch that may be merged by the unit's actor."""

    def __init__(self, unit: Unit, batch_id: str, paths: Sequence[str]) -> None:
        self.unit, self.batch_id, self.paths = unit, batch_id, paths
        self.chosen = and_(
            _RH.batch_id == batch_id, _RH.action.in_(_WRITTEN), _RH.is_held.is_(False),
            _RH.village_id.is_not(None), within(_RH.place_path, paths),
        )  # fmt: skip
        self.now: datetime = unit.now

    def counts(self) -> dict[str, int]:
        """How many households and members will be written, by action."""
        found = {"new": 0, "changed": 0, "members_new": 0, "members_changed": 0}
        rows = select(_RH.action, func.count()).where(self.chosen).group_by(_RH.action)
        found |= {row[0]: row[1] for row in self._all(rows)}
        written = _RM.action.in_(_WRITTEN)
        people = self.people(select(_RM.action, func.count())).where(written)
        found |= {f"members_{row[0]}": row[1] for row in self._all(people.group_by(_RM.action))}
        return found

    def _all(self, statement: Select[Any]) -> Sequence[Any]:
        return self.unit.execute(statement).all()

    def people(self, statement: Select[Any]) -> Select[Any]:
        """Staged members of the chosen households."""
        joined = roster_member.join(roster_household, _RH.id == _RM.roster_household_id)
        return statement.select_from(joined).where(_RM.batch_id == self.batch_id, self.chosen)

    def earned(self, statement: Select[Any]) -> Select[Any]:
        """Staged incomes of the chosen households."""
        joined = roster_income.join(roster_household, _RH.id == _RI.roster_household_id)
        return statement.select_from(joined).where(_RI.batch_id == self.batch_id, self.chosen)

    def write(self, document: str, year: int) -> Select[Any]:
        """Write everything; returns the ids of the households that changed."""
        self.now = self._instant()
        self._make_households()
        self._write_households()
        self._make_members()
        self._write_members()
        self._write_incomes()
        self._write_events(document, year)
        return select(func.coalesce(_RH.household_id, _RH.id)).where(self.chosen)

    def _instant(self) -> datetime:
        """An instant after everything known of the households, whatever the clock says."""
        latest = self.unit.execute(
            select(func.max(household.c.updated_at))
            .join(roster_household, _RH.household_id == household.c.id)
            .where(self.chosen)
        ).scalar_one()
        if isinstance(latest, str):
            latest = Instant().process_result_value(latest, self.unit.connection.dialect)
        return self.unit.now if latest is None else max(self.unit.now, latest + _TICK)

    def _make_households(self) -> None:
        now = literal(self.now, Instant())
        zero = literal(0)
        values: dict[str, Any] = {
            "id": _RH.id, "household_no": _RH.household_no, "rev": zero, "made_at": now,
            "updated_at": now, "village_id": _RH.village_id, "hamlet_id": _RH.hamlet_id,
            "place_path": _RH.place_path, "registration": func.coalesce(_RH.registration,
                                                                         "registered"),
            "member_count": zero, "able_count": zero, "labour_unknown_count": zero,
        }  # fmt: skip
        new = select(*values.values()).where(self.chosen, _RH.household_id.is_(None))
        self.unit.execute(insert(household).from_select(list(values), new))

    def _write_households(self) -> None:
        written = and_(self.chosen, _RH.own_action.in_(_WRITTEN))
        self._cut(household_version, roster_household, roster_household, written)
        base = household_version.alias("base")
        values = self._stamped(roster_household, HOUSEHOLD_FACTS)
        values |= {
            "household_id": func.coalesce(_RH.household_id, _RH.id),
            "village_id": _RH.village_id,
            "hamlet_id": func.coalesce(_RH.hamlet_id, base.c.hamlet_id),
            "place_path": _RH.place_path,
        }
        rows = (
            select(*values.values())
            .select_from(roster_household.outerjoin(base, base.c.id == _RH.base_version_id))
            .where(written)
        )
        self.unit.execute(insert(household_version).from_select(list(values), rows))

    def _cut(self, versions: Table, staged: Table, source: Any, where: ColumnElement[bool]) -> None:
        """Let the versions in force end: known until now, and kept up to the roster's day."""
        bases = (
            select(staged.c.base_version_id)
            .select_from(source)
            .where(where, staged.c.base_version_id.is_not(None))
        )
        self.unit.execute(
            update(versions).where(versions.c.id.in_(bases)).values(replaced_at=self.now)
        )
        values: dict[str, Any] = {column.name: column for column in versions.c}
        values |= {
            "id": staged.c.closing_id, "valid_to": staged.c.filled_on,
            "recorded_at": literal(self.now, Instant()), "replaced_at": null(),
        }  # fmt: skip
        kept = (
            select(*values.values())
            .select_from(source.join(versions, versions.c.id == staged.c.base_version_id))
            .where(where, versions.c.valid_from < staged.c.filled_on)
        )
        self.unit.execute(insert(versions).from_select(list(values), kept))

    def _stamped(self, staged: Table, facts: Sequence[Any]) -> dict[str, Any]:
        actor = self.unit.actor
        own = {column.name for column in fact_columns(facts)}
        values: dict[str, Any] = {
            "recorded_at": literal(self.now, Instant()), "replaced_at": null(),
            "actor_id": literal(actor.id), "actor_name": literal(actor.name),
            "source": literal(_SOURCE), "batch_id": literal(self.batch_id),
            "digest": staged.c.digest, **{name: staged.c[name] for name in own},
        }  # fmt: skip
        if staged is roster_income:
            return values | {"id": _RI.id}
        return values | {
            "id": staged.c.id, "valid_from": staged.c.filled_on,
            "valid_to": staged.c.valid_to,
        }  # fmt: skip

    def _make_members(self) -> None:
        values: dict[str, Any] = {
            "id": _RM.id, "household_id": func.coalesce(_RH.household_id, _RH.id),
            "id_number_blind": _RM.id_number_blind, "is_present": literal(value=True),
            "made_at": literal(self.now, Instant()),
        }  # fmt: skip
        new = self.people(select(*values.values())).where(_RM.action == "new")
        self.unit.execute(insert(member).from_select(list(values), new))

    def _write_members(self) -> None:
        source = roster_member.join(roster_household, _RH.id == _RM.roster_household_id)
        written = and_(_RM.batch_id == self.batch_id, self.chosen, _RM.action.in_(_WRITTEN))
        self._cut(member_version, roster_member, source, written)
        base = member_version.alias("base")
        values = self._stamped(roster_member, MEMBER_FACTS)
        values |= {
            "member_id": func.coalesce(_RM.member_id, _RM.id),
            "household_id": func.coalesce(_RH.household_id, _RH.id),
            "place_path": _RH.place_path, "is_present": literal(value=True),
            "leave_reason": null(), "ordinal": func.coalesce(base.c.ordinal, _RM.ordinal),
        }  # fmt: skip
        rows = (
            select(*values.values())
            .select_from(source.outerjoin(base, base.c.id == _RM.base_version_id))
            .where(written)
        )
        self.unit.execute(insert(member_version).from_select(list(values), rows))

    def _write_incomes(self) -> None:
        written = self.earned(select(_RI.base_id)).where(_RI.action == "changed")
        self.unit.execute(
            update(income).where(income.c.id.in_(written)).values(replaced_at=self.now)
        )
        values = self._stamped(roster_income, INCOME_FACTS)
        values |= {
            "household_id": func.coalesce(_RH.household_id, _RH.id),
            "place_path": _RH.place_path, "year": _RI.year,
            "net_income_fen": _RI.net_income_fen,
        }  # fmt: skip
        rows = self.earned(select(*values.values())).where(_RI.action.in_(_WRITTEN))
        self.unit.execute(insert(income).from_select(list(values), rows))

    def _write_events(self, document: str, year: int) -> None:
        """New households enter by the initial load; new people of known ones as members in.

        Where nobody named the `year` of the list, it is that of the roster's own day.
        """
        actor = self.unit.actor
        shared: dict[str, Any] = {
            "document": literal(document), "note": literal(""), "actor_id": literal(actor.id),
            "actor_name": literal(actor.name), "recorded_at": literal(self.now, Instant()),
            "batch_id": literal(self.batch_id),
        }  # fmt: skip
        of_year = literal(str(year)) if year else _year_of(_RH.filled_on)
        load: Mapping[str, Any] = shared | {
            "id": _RH.id, "household_id": _RH.id, "member_id": null(),
            "kind": literal("initial-load"), "happened_on": _RH.filled_on,
            "content": literal('{"poverty_state":"') + func.coalesce(_RH.poverty_state, "")
            + literal('","year":') + of_year + literal("}"),
        }  # fmt: skip
        new = select(*load.values()).where(self.chosen, _RH.household_id.is_(None))
        self.unit.execute(insert(household_event).from_select(list(load), new))
        entry: Mapping[str, Any] = shared | {
            "id": _RM.id, "household_id": _RH.household_id, "member_id": _RM.id,
            "kind": literal("member-in"), "happened_on": _RM.filled_on, "content": literal("{}"),
        }  # fmt: skip
        joined = self.people(select(*entry.values())).where(
            _RM.action == "new", _RH.household_id.is_not(None)
        )
        self.unit.execute(insert(household_event).from_select(list(entry), joined))

    def digest(self) -> str:
        """A digest over everything that is written, in the order of the staged rows."""
        total = hashlib.sha256()
        for statement in (
            select(_RH.household_no).where(self.chosen).order_by(_RH.id),
            select(_RH.digest).where(self.chosen).order_by(_RH.id),
            self.people(select(_RM.digest)).order_by(_RM.id),
            self.earned(select(_RI.digest)).order_by(_RI.id),
        ):
            total.update("\n".join(self.unit.execute(statement).scalars()).encode() + b"\n\n")
        return total.hexdigest()

    def finish(self) -> None:
        """Mark the staged households as merged, so that a second merge leaves them alone."""
        self.unit.execute(update(roster_household).where(self.chosen).values(action="merged"))


def _year_of(day: ColumnElement[Any]) -> ColumnElement[str]:
    return cast(cast(extract("year", day), Integer), String)
