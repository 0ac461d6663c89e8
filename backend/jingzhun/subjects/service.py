"""Opens the reader with the figures in force, and writes values as people read them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from jingzhun.factbook import AsOf, FactBook
from jingzhun.figures import service as figures
from jingzhun.grammar.facts import Fact
from jingzhun.kit.unit import Unit
from jingzhun.places import service as places
from jingzhun.policy.roles import Permission
from jingzhun.subjects.errors import FutureDay, UnknownColumn
from jingzhun.subjects.repository import SubjectRepository


def as_of(unit: Unit, at: date | None, known_at: datetime | None) -> AsOf:
    """Return the day asked about, today by default; refuse one that has not come."""
    day = at or unit.today
    if day > unit.today:
        raise FutureDay(at=day.isoformat())
    return AsOf(day, known_at)


def reader(unit: Unit, book: FactBook, as_of: AsOf, permission: Permission) -> SubjectRepository:
    """Open the reader with the figures in force in the year asked about."""
    unit.actor.require(permission)
    in_force = figures.in_force(unit, as_of.at.year, as_of.known_at)
    return SubjectRepository(unit, book, permission, as_of, in_force)


def place_path(unit: Unit, place_id: str | None, permission: Permission) -> str | None:
    """Return the path of a place in scope, None where none was asked for."""
    return None if place_id is None else places.path_in_scope(unit, place_id, permission)


def sort_order(columns: Sequence[Fact], sort: str | None) -> list[tuple[Fact, bool]]:
    """Read `-age,name` into facts and directions; refuse a column that is not shown."""
    by_slug = {fact.slug: fact for fact in columns}
    order = []
    for part in sort.split(",") if sort else ():
        slug = part.removeprefix("-")
        if slug not in by_slug:
            raise UnknownColumn(column=slug)
        order.append((by_slug[slug], part.startswith("-")))
    return order
