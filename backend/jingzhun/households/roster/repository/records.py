"""Counts and lists staged households by what would become of them, and who is not in the file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import orjson
from sqlalchemy import ColumnElement, Select, and_, func, select

from jingzhun.households.models import household
from jingzhun.households.roster.models import roster_household, roster_member
from jingzhun.imports.models import import_finding
from jingzhun.kit.columns import within
from jingzhun.kit.unit import Unit
from jingzhun.places.models import place

_RH = roster_household.c


class Records:
    """The staged households of one batch, seen by an actor with places `paths`."""

    def __init__(self, unit: Unit, batch_id: str, paths: Sequence[str]) -> None:
        self.unit, self.batch_id, self.paths = unit, batch_id, paths

    def counts(self) -> dict[str, int]:
        """Figures of the batch: households by action, held ones apart, findings by severity."""
        found = dict.fromkeys(
            ("households", "members", "new", "changed", "same", "held", "out_of_scope", "merged"), 0
        )
        groups = (
            select(_RH.action, _RH.is_held, func.count(), func.sum(_RH.member_count))
            .where(_RH.batch_id == self.batch_id)
            .group_by(_RH.action, _RH.is_held)
        )
        for row in self.unit.execute(groups).all():
            action, is_held, count, members = tuple(row)
            found["households"] += count
            found["members"] += int(members or 0)
            word = action.replace("-", "_")
            found["held" if is_held and action in {"new", "changed", "same"} else word] += count
        found["missing"] = self._count(self._missing())
        finding = import_finding.c
        severities = (
            select(finding.severity, func.count())
            .where(finding.batch_id == self.batch_id)
            .group_by(finding.severity)
        )
        counted: Sequence[Any] = self.unit.execute(severities).all()
        told = {row[0]: row[1] for row in counted}
        for severity, word in (("error", "errors"), ("warning", "warnings"),
                               ("normalised", "normalised")):  # fmt: skip
            found[word] = told.get(severity, 0)
        return found

    def page(self, action: str, offset: int, size: int) -> tuple[list[dict[str, Any]], int]:
        """A page of records of one action, and how many there are."""
        if action == "missing":
            statement = self._missing()
            rows = self.unit.execute(
                statement.order_by(household.c.place_path, household.c.household_no)
                .offset(offset).limit(size)
            ).all()  # fmt: skip
            return [_missing(row) for row in rows], self._count(statement)
        statement = self._staged(action)
        rows = self.unit.execute(statement.order_by(_RH.group_no).offset(offset).limit(size)).all()
        return [_record(row) for row in rows], self._count(statement)

    def _count(self, statement: Select[Any]) -> int:
        count = select(func.count()).select_from(statement.subquery())
        return int(self.unit.execute(count).scalar_one())

    def _staged(self, action: str) -> Select[Any]:
        return (
            select(
                _RH.household_no, _RH.head_name, _RH.member_count, _RH.sheet_position, _RH.row_no,
                _RH.group_no, _RH.action, _RH.is_held, _RH.changes, place.c.name.label("village"),
            )
            .outerjoin(place, place.c.id == _RH.village_id)
            .where(_RH.batch_id == self.batch_id, self._of(action))
        )  # fmt: skip

    @staticmethod
    def _of(action: str) -> ColumnElement[bool]:
        open_actions = _RH.action.in_(("new", "changed", "same"))
        if action == "held":
            return and_(open_actions, _RH.is_held)
        if action in {"new", "changed", "same"}:
            return and_(_RH.action == action, _RH.is_held.is_(False))
        return _RH.action == action

    def _missing(self) -> Select[Any]:
        """Registered households of the villages the file speaks of, whose number it has not."""
        villages = select(_RH.village_id).where(
            _RH.batch_id == self.batch_id, _RH.action != "out-of-scope"
        )
        filed = select(_RH.household_no).where(_RH.batch_id == self.batch_id)
        return (
            select(
                household.c.household_no, household.c.head_name, household.c.member_count,
                household.c.place_path, place.c.name.label("village"),
            )
            .join(place, place.c.id == household.c.village_id)
            .where(
                household.c.village_id.in_(villages), household.c.household_no.not_in(filed),
                within(household.c.place_path, self.paths),
            )
        )  # fmt: skip

    def holders(self, blinds: Sequence[str]) -> Sequence[Any]:
        """Staged people with one of the IDs, with where they stand."""
        member = roster_member.c
        return self.unit.execute(
            select(
                member.id_number_blind, member.row_no, member.group_no, member.ordinal,
                member.name, member.written, _RH.household_no, _RH.sheet_position, _RH.place_path,
                place.c.name.label("village"),
            )
            .join(roster_household, _RH.id == member.roster_household_id)
            .outerjoin(place, place.c.id == _RH.village_id)
            .where(member.batch_id == self.batch_id, member.id_number_blind.in_(blinds))
        ).all()  # fmt: skip

    def numbers(self, household_nos: Sequence[str]) -> Sequence[Any]:
        """Staged households with one of the numbers, with where they stand."""
        return self.unit.execute(
            select(
                _RH.household_no, _RH.row_no, _RH.group_no, _RH.sheet_position, _RH.place_path,
                _RH.head_name.label("name"), place.c.name.label("village"),
            )
            .outerjoin(place, place.c.id == _RH.village_id)
            .where(_RH.batch_id == self.batch_id, _RH.household_no.in_(household_nos))
        ).all()  # fmt: skip


def _record(row: Any) -> dict[str, Any]:
    return {
        "key": row.household_no, "title": row.head_name or "", "members": row.member_count,
        "place": row.village or "", "sheet": row.sheet_position, "row": row.row_no,
        "group": row.group_no, "action": row.action, "is_held": bool(row.is_held),
        "changes": orjson.loads(row.changes) if row.changes else [],
    }  # fmt: skip


def _missing(row: Any) -> dict[str, Any]:
    return {
        "key": row.household_no, "title": row.head_name or "", "members": row.member_count,
        "place": row.village, "sheet": None, "row": None, "group": None, "action": "missing",
        "is_held": False, "changes": [],
    }  # fmt: skip
