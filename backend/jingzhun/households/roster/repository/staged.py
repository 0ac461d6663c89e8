"""Small statements over staged rows: forgetting them, and the hamlets they name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, delete, func, select, update

from jingzhun.households.roster.models import roster_household, roster_income, roster_member
from jingzhun.kit.unit import Unit
from jingzhun.places.models import place, place_name

_RH = roster_household.c


def clear(unit: Unit, batch_id: str, group: int | None = None) -> None:
    """Forget what is staged for a batch, or for one group of it."""
    for table in (roster_income, roster_member, roster_household):
        where = [table.c.batch_id == batch_id]
        if group is not None:
            where.append(table.c.group_no == group)
        unit.execute(delete(table).where(*where))


def named_hamlets(chosen: ColumnElement[bool]) -> Select[Any]:
    """The hamlets that are named and known, under any of their names, by staged household."""
    return (
        select(_RH.id.label("key"), func.min(place.c.id).label("hamlet_id"))
        .join(place_name, place_name.c.name == _RH.hamlet_name)
        .join(
            place,
            and_(place.c.id == place_name.c.place_id, place.c.parent_id == _RH.village_id,
                 place.c.kind == "hamlet", place.c.merged_into_id.is_(None)),
        )
        .where(chosen, _RH.hamlet_name.is_not(None))
        .group_by(_RH.id)
    )  # fmt: skip


def new_hamlets(unit: Unit, chosen: ColumnElement[bool]) -> Iterable[tuple[str, str]]:
    """Village and name of each hamlet that is named and not known."""
    rows = select(_RH.village_id, _RH.hamlet_name).where(
        chosen, _RH.hamlet_name.is_not(None), _RH.hamlet_id.is_(None)
    )
    return [(row.village_id, row.hamlet_name) for row in unit.execute(rows.distinct())]


def name_hamlets(unit: Unit, batch_id: str, made: Mapping[tuple[str, str], Any]) -> None:
    """Let the staged households know their hamlets."""
    for (village_id, name), hamlet_id in made.items():
        unit.execute(
            update(roster_household)
            .where(
                _RH.batch_id == batch_id, _RH.village_id == village_id, _RH.hamlet_name == name,
                _RH.action != "merged",
            )
            .values(hamlet_id=hamlet_id)
        )  # fmt: skip


def is_merged(unit: Unit, batch_id: str, group: int) -> bool:
    """Whether the household of a group has been merged."""
    merged = select(_RH.id).where(
        _RH.batch_id == batch_id, _RH.group_no == group, _RH.action == "merged"
    )
    return unit.execute(merged).first() is not None
