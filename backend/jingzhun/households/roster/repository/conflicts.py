"""What speaks against a staged household in the registry. Names nobody out of the batch's scope."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select

from jingzhun.households.models import household, member, member_version
from jingzhun.households.roster import columns as known
from jingzhun.households.roster.models import roster_household, roster_member
from jingzhun.households.roster.repository.sheets import Sheet, finding_at
from jingzhun.imports.target import Finding
from jingzhun.kit.columns import within
from jingzhun.kit.unit import Unit
from jingzhun.places.models import place
from jingzhun.places.repository import closed_villages
from jingzhun.policy.rules import staging, structure

_RH, _RM = roster_household.c, roster_member.c
Found = Iterator[tuple[Finding, str]]
_NUMBER = (known.HOUSEHOLD_NO, known.VILLAGE, "name")
_ID = ("id_number", "name")


class Conflicts:
    """Questions over one batch, or one group of it; findings come with the place's path."""

    def __init__(
        self,
        unit: Unit,
        batch_id: str,
        paths: Sequence[str],
        sheets: dict[int, Sheet],
        group: int | None = None,
    ) -> None:
        self.unit, self.batch_id, self.paths = unit, batch_id, paths
        self.sheets, self.group = sheets, group

    def all(self) -> Found:
        """Every finding."""
        yield from self._out_of_scope()
        yield from self._nobody_in_common()
        yield from self._other_village()
        yield from self._load_closed()
        yield from self._registered_elsewhere()
        yield from self._has_left()
        yield from self._not_in_file()

    def _staged(self) -> ColumnElement[bool]:
        where = [_RH.batch_id == self.batch_id, _RH.action != "merged"]
        if self.group is not None:
            where.append(_RH.group_no == self.group)
        return and_(*where)

    def _out_of_scope(self) -> Found:
        first = (
            select(
                _RH.sheet_position, _RH.village_id, func.min(_RH.row_no).label("row_no"),
                func.min(_RH.household_no).label("household_no"),
                func.min(_RH.group_no).label("group_no"), _RH.place_path, place.c.name,
            )
            .join(place, place.c.id == _RH.village_id)
            .where(self._staged(), _RH.action == "out-of-scope")
            .group_by(_RH.sheet_position, _RH.village_id, _RH.place_path, place.c.name)
        )  # fmt: skip
        for row in self.unit.execute(first):
            sheet = self.sheets[row.sheet_position]
            keys = (known.VILLAGE, known.HOUSEHOLD_NO)
            yield (
                finding_at(sheet, structure.OUT_OF_SCOPE, keys, row, place=row.name),
                (row.place_path),
            )

    def _nobody_in_common(self) -> Found:
        shared = (
            select(_RM.id)
            .join(member, member.c.id == _RM.member_id)
            .where(_RM.roster_household_id == _RH.id,
                   member.c.household_id == _RH.household_id)
            .exists()
        )  # fmt: skip
        rows = self._known().where(~shared, household.c.member_count > 0)
        for row in self.unit.execute(rows):
            yield self._say(
                row, structure.OTHER_HOUSEHOLD, _NUMBER, value=row.household_no,
                registered=self._head(row), filed=row.head_name or "（未填）",
            )  # fmt: skip

    def _other_village(self) -> Found:
        rows = self._known().where(
            _RH.village_id.is_not(None), household.c.village_id != _RH.village_id
        )
        for row in self.unit.execute(rows):
            yield self._say(
                row, staging.OTHER_VILLAGE, (known.VILLAGE, known.HOUSEHOLD_NO),
                value=row.household_no, place=row.registered_village,
            )  # fmt: skip

    def _load_closed(self) -> Found:
        """Households that would enter by an initial load the district has closed."""
        rows = self.unit.execute(
            select(_RH.row_no, _RH.household_no, _RH.group_no, _RH.sheet_position, _RH.place_path,
                   place.c.name)
            .join(place, place.c.id == _RH.village_id)
            .where(self._staged(), _RH.action == "new",
                   _RH.village_id.in_(closed_villages(self.unit.today)))
            .order_by(_RH.group_no)
        )  # fmt: skip
        for row in rows:
            yield self._say(
                row, staging.LOAD_CLOSED, _NUMBER, place=row.name, value=row.household_no
            )

    def _registered_elsewhere(self) -> Found:
        other = or_(
            _RH.household_id.is_(None), member.c.household_id.is_distinct_from(_RH.household_id)
        )
        rows = self._people().where(other, member.c.is_present)
        for row in self.unit.execute(rows):
            held = f"户编号{row.registered_no}（户主{row.registered_head}）"
            where = f"{row.registered_village}{held}"
            if not self._sees(row.registered_path):
                where = f"您管辖范围以外的{row.registered_village}的一户"
            yield self._say(row, staging.REGISTERED_ELSEWHERE, _ID, row.written, other=where)

    def _has_left(self) -> Found:
        rows = self._people().where(~member.c.is_present)
        for row in self.unit.execute(rows):
            yield self._say(
                row, staging.HAS_LEFT, _ID, row.written, name=row.name or "该成员", on="此前"
            )

    def _not_in_file(self) -> Found:
        """Members registered and not filed; one of the same name is taken for the same person."""
        filed = (
            select(_RM.id)
            .where(_RM.roster_household_id == _RH.id, _RM.member_id == member.c.id)
            .exists()
        )
        now = member_version
        current = and_(
            now.c.member_id == member.c.id, now.c.replaced_at.is_(None),
            now.c.valid_from <= self.unit.today, now.c.valid_to > self.unit.today,
        )  # fmt: skip
        rows = self.unit.execute(
            self._known()
            .add_columns(_RH.id, now.c.name)
            .join(member, and_(member.c.household_id == _RH.household_id, member.c.is_present))
            .join(now, current)
            .where(~filed, within(household.c.place_path, self.paths))
            .order_by(_RH.group_no, now.c.ordinal)
        ).all()
        people = self._filed_anew({row.id for row in rows})
        missing: dict[str, tuple[Any, list[str]]] = {}
        for row in rows:
            twin = people.get((row.id, row.name))
            if twin is not None:
                yield self._say(twin, staging.OTHER_NUMBER, _ID, twin.written, name=row.name)
            else:
                missing.setdefault(row.id, (row, []))[1].append(row.name or "（无姓名）")
        for row, names in missing.values():
            yield self._say(row, staging.NOT_IN_FILE, _NUMBER, names="、".join(names))

    def _filed_anew(self, households: set[str]) -> dict[tuple[str, str], Any]:
        """Filed people with an ID nobody has, by household and name."""
        if not households:
            return {}
        rows = self.unit.execute(
            select(
                _RM.roster_household_id, _RM.name, _RM.written, _RM.row_no, _RM.group_no,
                _RH.household_no, _RH.sheet_position, _RH.place_path,
            )
            .join(roster_household, _RH.id == _RM.roster_household_id)
            .where(self._staged(), _RM.member_id.is_(None), _RH.household_id.is_not(None))
        )  # fmt: skip
        return {
            (row.roster_household_id, row.name): row
            for row in rows
            if row.roster_household_id in households
        }

    def _known(self) -> Select[Any]:
        """Staged households in scope whose number is registered, with the registered one."""
        village = place.alias("village")
        return (
            select(
                _RH.row_no, _RH.household_no, _RH.group_no, _RH.sheet_position, _RH.place_path,
                _RH.head_name, household.c.head_name.label("registered_head"),
                household.c.place_path.label("registered_path"),
                village.c.name.label("registered_village"),
            )
            .join(household, household.c.id == _RH.household_id)
            .join(village, village.c.id == household.c.village_id)
            .where(self._staged(), _RH.action != "out-of-scope")
        )  # fmt: skip

    def _people(self) -> Select[Any]:
        """Staged people whose ID is registered, with where it is."""
        village = place.alias("village")
        return (
            select(
                _RM.row_no, _RM.written, _RM.name, _RM.group_no, _RH.household_no,
                _RH.sheet_position, _RH.place_path,
                household.c.household_no.label("registered_no"),
                household.c.head_name.label("registered_head"),
                household.c.place_path.label("registered_path"),
                village.c.name.label("registered_village"),
            )
            .join(roster_household, _RH.id == _RM.roster_household_id)
            .join(member, member.c.id == _RM.member_id)
            .join(household, household.c.id == member.c.household_id)
            .join(village, village.c.id == household.c.village_id)
            .where(self._staged(), _RH.action != "out-of-scope")
        )  # fmt: skip

    def _say(
        self, row: Any, rule: Any, keys: tuple[str, ...], written: str = "", **words: str
    ) -> tuple[Finding, str]:
        sheet = self.sheets[row.sheet_position]
        return finding_at(sheet, rule, keys, row, written, **words), row.place_path

    def _head(self, row: Any) -> str:
        if self._sees(row.registered_path):
            return row.registered_head or "（未登记）"
        return "（管辖范围以外的一户）"

    def _sees(self, path: str) -> bool:
        return path.startswith(tuple(self.paths))
