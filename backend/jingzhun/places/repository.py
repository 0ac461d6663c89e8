"""Every statement over places. Scope is the actor's subtrees for one permission."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, and_, func, insert, or_, select, update

from jingzhun.kit.columns import within
from jingzhun.kit.unit import Unit
from jingzhun.places.errors import PlaceNotFound
from jingzhun.places.finding import Place, PlaceIndex
from jingzhun.places.models import LOAD_CLOSED, place, place_code, place_mark, place_name

_PLACE = (
    place.c.id, place.c.parent_id, place.c.kind, place.c.name, place.c.code, place.c.path,
    place.c.is_confirmed, place.c.rev,
)  # fmt: skip


# A path never changes and a place is never removed, so each is read once in a process.
_PATHS: dict[str, tuple[str, str]] = {}


class PlaceRepository:
    """Places the actor may reach with `permission`."""

    def __init__(self, unit: Unit, permission: str) -> None:
        self.unit, self.paths = unit, unit.actor.paths(permission)

    def tree(self, at: date) -> Sequence[Row[Any]]:
        """All places in scope in path order, a row per place and mark in force, in one query."""
        in_force = and_(place_mark.c.place_id == place.c.id, _in_force(at))
        statement = (
            select(*_PLACE, place_mark.c.mark)
            .outerjoin(place_mark, in_force)
            .where(self._scope(), place.c.merged_into_id.is_(None))
            .order_by(place.c.path, place_mark.c.mark)
        )
        return self.unit.execute(statement).all()

    def find(self, place_id: str) -> Row[Any] | None:
        """One place in scope, or None."""
        statement = select(*_PLACE).where(place.c.id == place_id, self._scope())
        return self.unit.execute(statement).one_or_none()

    def get(self, place_id: str) -> Row[Any]:
        """One place in scope; raises PlaceNotFound."""
        found = self.find(place_id)
        if found is None:
            raise PlaceNotFound
        return found

    def locate(self, place_id: str) -> tuple[str, str]:
        """Kind and path of a place in scope; raises PlaceNotFound. Read once in a process."""
        held = _PATHS.get(place_id)
        if held is None:
            row = self.unit.execute(
                select(place.c.kind, place.c.path).where(place.c.id == place_id)
            ).one_or_none()
            if row is None:
                raise PlaceNotFound
            held = _PATHS[place_id] = (row.kind, row.path)
        if not held[1].startswith(self.paths or ("?",)):
            raise PlaceNotFound
        return held

    def names(self, place_id: str) -> Sequence[Row[Any]]:
        """Every name of a place, official ones first."""
        statement = (
            select(place_name.c.name, place_name.c.kind, place_name.c.valid_from,
                   place_name.c.valid_to)
            .where(place_name.c.place_id == place_id)
            .order_by(place_name.c.kind, place_name.c.valid_from, place_name.c.name)
        )  # fmt: skip
        return self.unit.execute(statement).all()

    def codes(self, place_id: str) -> Sequence[Row[Any]]:
        """Every code of a place by coding system."""
        statement = (
            select(place_code.c.system, place_code.c.code, place_code.c.valid_from,
                   place_code.c.valid_to)
            .where(place_code.c.place_id == place_id)
            .order_by(place_code.c.system)
        )  # fmt: skip
        return self.unit.execute(statement).all()

    def marks(self, place_id: str) -> Sequence[Row[Any]]:
        """Every mark of a place, past ones too."""
        statement = (
            select(place_mark.c.id, place_mark.c.mark, place_mark.c.valid_from,
                   place_mark.c.valid_to, place_mark.c.document)
            .where(place_mark.c.place_id == place_id)
            .order_by(place_mark.c.valid_from)
        )  # fmt: skip
        return self.unit.execute(statement).all()

    def count_unconfirmed(self) -> int:
        """How many hamlets from rosters wait to be confirmed."""
        statement = select(func.count()).select_from(place)
        waiting = (self._scope(), place.c.is_confirmed.is_(False), place.c.merged_into_id.is_(None))
        return int(self.unit.execute(statement.where(*waiting)).scalar_one())

    def siblings(self, parent_id: str) -> Sequence[Row[Any]]:
        """Places right below a parent, merged ones too."""
        statement = select(*_PLACE, place.c.merged_into_id).where(place.c.parent_id == parent_id)
        return self.unit.execute(statement.order_by(place.c.path)).all()

    def insert(self, table: Any, rows: Iterable[dict[str, Any]]) -> None:
        """Insert rows of one of this package's tables."""
        rows = list(rows)
        if rows:
            self.unit.execute(insert(table), rows)

    def change(self, place_id: str, **values: Any) -> None:
        """Change a place and count its version on."""
        self.unit.execute(
            update(place).where(place.c.id == place_id).values(rev=place.c.rev + 1, **values)
        )

    def end_name(self, place_id: str, on: date) -> None:
        """Let the official name in force end on a day."""
        self.unit.execute(
            update(place_name)
            .where(
                place_name.c.place_id == place_id,
                place_name.c.kind == "official",
                place_name.c.valid_to.is_(None),
            )
            .values(valid_to=on)
        )

    def move_names(self, from_id: str, to_id: str) -> None:
        """Let another place be found by the names of a merged one."""
        self.unit.execute(
            update(place_name)
            .where(place_name.c.place_id == from_id)
            .values(place_id=to_id, kind="variant")
        )

    def end_mark(self, mark_id: str, on: date) -> None:
        """Let a mark end on a day."""
        self.unit.execute(update(place_mark).where(place_mark.c.id == mark_id).values(valid_to=on))

    def _scope(self) -> Any:
        return within(place.c.path, self.paths)


def as_place(row: Row[Any]) -> Place:
    """Take what bulk work needs from a row."""
    return Place(
        row.id, row.parent_id, row.kind, row.name, row.code, row.path, bool(row.is_confirmed)
    )


def is_empty(unit: Unit) -> bool:
    """Whether no place was ever entered."""
    return not unit.execute(select(func.count()).select_from(place)).scalar_one()


def county_path(unit: Unit) -> str:
    """The path of what concerns the whole county; everything before the tree is seeded."""
    statement = select(place.c.path).where(place.c.kind == "county").order_by(place.c.path)
    return unit.execute(statement.limit(1)).scalar_one_or_none() or "/"


def read_index(unit: Unit, *, under: str = "/") -> PlaceIndex:
    """Build the index of all names and codes below a path; scope is checked by who uses it."""
    statement: Select[Any] = select(*_PLACE).where(
        within(place.c.path, (under,)), place.c.merged_into_id.is_(None)
    )
    places = {row.id: as_place(row) for row in unit.execute(statement)}
    words: list[tuple[str, str]] = [(one.name, one.id) for one in places.values()]
    for table, column in ((place_name, place_name.c.name), (place_code, place_code.c.code)):
        rows = unit.execute(select(column.label("word"), table.c.place_id))
        words += [(row.word, row.place_id) for row in rows if row.place_id in places]
    return PlaceIndex(places, words)


def _in_force(at: date) -> Any:
    return and_(
        place_mark.c.valid_from <= at,
        or_(place_mark.c.valid_to.is_(None), place_mark.c.valid_to > at),
    )


def closed_villages(at: date) -> Select[Any]:
    """The villages whose initial load the district has closed."""
    return select(place_mark.c.place_id).where(place_mark.c.mark == LOAD_CLOSED, _in_force(at))


def is_load_closed(unit: Unit, village_id: str) -> bool:
    """Whether nobody enters a village by the initial load any more."""
    held = closed_villages(unit.today).where(place_mark.c.place_id == village_id)
    return unit.execute(held).first() is not None
