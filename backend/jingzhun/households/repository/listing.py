"""The household list: one statement for the rows, one for the count."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from typing import Any

import orjson
from sqlalchemy import (
    ColumnElement,
    CursorResult,
    FromClause,
    Select,
    String,
    Text,
    and_,
    bindparam,
    cast,
    func,
    literal_column,
    select,
    type_coerce,
)

from jingzhun.factbook import AsOf
from jingzhun.households.models import household
from jingzhun.households.repository.ordering import (
    IDENTITY,
    beyond,
    marks_of,
    order_of,
    turned,
)
from jingzhun.households.repository.summary import summary_of
from jingzhun.kit.columns import narrowed, slots, within_slots
from jingzhun.kit.unit import Unit
from jingzhun.places.models import place

ITEM = (
    "id", "household_no", "rev", "village_id", "village_name", "hamlet_id", "registration",
    "poverty_state", "household_kind", "main_cause", "contact_phone", "head_name", "member_count",
    "able_count", "labour_unknown_count", "income_year", "net_income_fen",
    "net_income_per_head_fen", "updated_at",
)  # fmt: skip
_RENAMED = {"contact_phone": "contact_phone_masked"}
_MOST_KEPT = 512
_KEPT: dict[tuple[Any, ...], Select[Any]] = {}


@dataclass(frozen=True)
class Filters:
    """What the list is narrowed by; empty means not at all."""

    place: tuple[str, str, str] | None = None
    codes: dict[str, Sequence[str]] = field(default_factory=dict)
    has_able: str | None = None
    income_from_fen: int | None = None
    income_below_fen: int | None = None
    changed_since: datetime | None = None
    household_no: str | None = None
    at: date | None = None
    known_at: datetime | None = None


class HouseholdList:
    """The list within the actor's places, as of a day; rows come as JSON with the names of ITEM.

    Building a statement costs more than running it, so each shape is built once and kept: which
    filters are given, not their values.
    """

    def __init__(self, unit: Unit, permission: str, filters: Filters) -> None:
        self.unit, self.filters = unit, filters
        self.paths = narrowed(unit.actor.paths(permission), _village_or_above(filters.place))
        self.is_past = bool(
            (filters.at is not None and filters.at != unit.today) or filters.known_at
        )
        self._rows: FromClause = household
        if self.is_past:
            as_of = AsOf(filters.at or unit.today, filters.known_at)
            self._rows = summary_of(as_of).subquery("household_then")
        self._conditions = dict(self._wanted())
        self._values = dict(self._given())

    def page(self, sort: str | None, offset: int, size: int) -> str:
        """One page."""

        def build() -> Select[Any]:
            ordered = self._select().order_by(*(turned(*one) for one in order_of(self._rows, sort)))
            rows = ordered.offset(bindparam("offset")).limit(bindparam("size")).subquery("rows_")
            return select(self._packed(rows.c))

        values = {"offset": offset, "size": size}
        return str(self._run(("page", sort), build, values).scalar_one())

    def total(self) -> int:
        """How many the filters leave."""

        def build() -> Select[Any]:
            return select(func.count()).select_from(self._joined()).where(*self._where())

        return int(self._run(("total",), build, {}).scalar_one())

    def stretch(
        self, sort: str | None, after: Sequence[Any], limit: int
    ) -> tuple[str, list[Any] | None]:
        """Rows after the place a cursor marks, and the place to go on from (None at the end)."""

        def build() -> Any:
            order = order_of(self._rows, sort)
            marks = [column.label(f"mark{i}") for i, (column, _) in enumerate(order)]
            # First, because SQLite searches by the first condition on a column.
            first = [beyond(order)] if after else []
            found = self._select(*first).add_columns(*marks)
            found = found.order_by(*(turned(*one) for one in order)).limit(bindparam("size"))
            rows = found.subquery("rows_").c
            return select(self._packed(rows), self._marked(rows, len(marks)))

        values = {f"after{i}": mark for i, mark in enumerate(marks_of(sort, after))}
        row: Any = self._run(
            ("stretch", sort, bool(after)), build, values | {"size": limit + 1}
        ).one()
        items, marks = str(row[0]), orjson.loads(row[1])
        return (items, None) if len(marks) <= limit else (_without_last(items), marks[limit - 1])

    def _packed(self, rows: Any) -> ColumnElement[str]:
        """All rows as one JSON text, made by the database: one row to fetch instead of fifty."""
        pairs: list[Any] = []
        for name in ITEM:
            pairs += literal_column(f"'{name}'"), rows[name]
        if self.unit.is_postgresql:
            packed = func.json_agg(func.json_build_object(*pairs))
        else:
            packed = func.json_group_array(func.json_object(*pairs))
        return func.coalesce(cast(packed, Text), "[]")

    def _marked(self, rows: Any, count: int) -> ColumnElement[str]:
        """For each row the place a cursor would mark."""
        marks = [rows[f"mark{i}"] for i in range(count)]
        if self.unit.is_postgresql:
            marked = func.json_agg(func.json_build_array(*marks))
        else:
            marked = func.json_group_array(func.json_array(*marks))
        return func.coalesce(cast(marked, Text), "[]")

    def _run(
        self, shape: tuple[Any, ...], build: Callable[[], Any], values: dict[str, Any]
    ) -> CursorResult[Any]:
        if self.is_past:
            return self.unit.execute(build(), self._values | values)
        key = (self.unit.is_postgresql, *shape, *self._conditions)
        statement = _KEPT.get(key)
        if statement is None:
            if len(_KEPT) >= _MOST_KEPT:
                _KEPT.clear()
            statement = _KEPT[key] = build()
        return self.unit.execute(statement, self._values | values)

    def _joined(self) -> FromClause:
        if self._rows is household:
            return household
        return self._rows.join(household, household.c.id == self._rows.c.id)

    def _select(self, *first: ColumnElement[bool]) -> Select[Any]:
        columns = [self._column(name) for name in ITEM]
        village = place.c.id == self._rows.c.village_id
        rows = self._joined().join(place, village)
        return select(*columns).select_from(rows).where(*first, *self._where())

    def _column(self, name: str) -> ColumnElement[Any]:
        if name == "village_name":
            return place.c.name.label(name)
        if name == "updated_at":
            return self._instant(household.c.updated_at).label(name)
        source = household if name in IDENTITY else self._rows
        return source.c[_RENAMED.get(name, name)].label(name)

    def _instant(self, column: ColumnElement[Any]) -> ColumnElement[str]:
        """As every answer writes an instant: with milliseconds, `Z` at the end."""
        if self.unit.is_postgresql:
            return func.to_char(func.timezone("UTC", column), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
        return func.substr(type_coerce(column, String), 1, 23).concat("Z")

    def _where(self) -> Iterator[ColumnElement[bool]]:
        for build in self._conditions.values():
            yield build()

    def _wanted(self) -> Iterator[tuple[str, Callable[[], ColumnElement[bool]]]]:
        """The filters given, by a name that stands for their shape."""
        rows, wanted = self._rows.c, self.filters
        count = len(self.paths)
        yield f"scope {count}", lambda: within_slots(rows.place_path, "scope", count)
        if wanted.place is not None and wanted.place[1] == "hamlet":
            yield "hamlet", lambda: rows.hamlet_id == bindparam("hamlet")
        for name, chosen in wanted.codes.items():
            if chosen:
                yield name, partial(_is_among, rows[name], name)
        if wanted.has_able is not None:
            yield f"able {wanted.has_able}", lambda: _ability(self._rows, wanted.has_able)
        per_head = rows.net_income_per_head_fen
        if wanted.income_from_fen is not None:
            yield "from", lambda: per_head >= bindparam("income_from")
        if wanted.income_below_fen is not None:
            yield "below", lambda: per_head < bindparam("income_below")
        if wanted.changed_since is not None:
            yield "since", lambda: household.c.updated_at >= bindparam("changed_since")
        if wanted.household_no is not None:
            number = household.c.household_no
            yield "number", lambda: and_(number >= bindparam("no"), number < bindparam("no_end"))

    def _given(self) -> Iterator[tuple[str, Any]]:
        """What fills the places of `_wanted`."""
        wanted = self.filters
        yield from slots("scope", self.paths).items()
        if wanted.place is not None and wanted.place[1] == "hamlet":
            yield "hamlet", wanted.place[0]
        for name, chosen in wanted.codes.items():
            if chosen:
                yield f"one_of_{name}", list(chosen)
        for name, value in (
            ("income_from", wanted.income_from_fen),
            ("income_below", wanted.income_below_fen),
            ("changed_since", wanted.changed_since),
            ("no", wanted.household_no),
        ):
            if value is not None:
                yield name, value
        if wanted.household_no is not None:
            yield "no_end", f"{wanted.household_no}~"


def _village_or_above(place: tuple[str, str, str] | None) -> str | None:
    """The path under which the rows of a place stand; those of a hamlet are its village's."""
    if place is None:
        return None
    _, kind, path = place
    return path[: path.rindex("/", 0, -1) + 1] if kind == "hamlet" else path


def _without_last(items: str) -> str:
    """The array without its last row; inside a text of JSON every quote is escaped, so that this
    beginning of a row stands nowhere else.
    """
    return items[: items.rindex('{"id"')].rstrip(" ,\n") + "]"


def _is_among(column: ColumnElement[Any], name: str) -> ColumnElement[bool]:
    return column.in_(bindparam(f"one_of_{name}", expanding=True))


def _ability(rows: FromClause, has_able: str | None) -> ColumnElement[bool]:
    match has_able:
        case "yes":
            return rows.c.able_count > 0
        case "no":
            return and_(rows.c.able_count == 0, rows.c.labour_unknown_count == 0)
    return and_(rows.c.able_count == 0, rows.c.labour_unknown_count > 0)
