"""The household list: one statement for the rows, one for the count."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    CursorResult,
    FromClause,
    Select,
    String,
    and_,
    bindparam,
    func,
    or_,
    select,
    tuple_,
    type_coerce,
)

from jingzhun.factbook import AsOf
from jingzhun.households.models import household
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
_IDENTITY = ("household_no", "rev", "updated_at")
_RENAMED = {"contact_phone": "contact_phone_masked"}
_NUMBERS = frozenset({"net_income_fen", "net_income_per_head_fen"})
_NULLABLE = _NUMBERS | {"household_kind", "main_cause", "poverty_state", "head_name"}
_LOWEST = -(1 << 62)
_DEFAULT_SORT = "place,household_no"
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
    """The list within the actor's places, as of a day; rows come as tuples in the order of ITEM.

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

    def page(self, sort: str | None, offset: int, size: int) -> Sequence[Any]:
        """One page."""

        def build() -> Select[Any]:
            ordered = self._select().order_by(*(_turned(*one) for one in _order(self._rows, sort)))
            return ordered.offset(bindparam("offset")).limit(bindparam("size"))

        return self._run(("page", sort), build, {"offset": offset, "size": size}).all()

    def total(self) -> int:
        """How many the filters leave."""

        def build() -> Select[Any]:
            return select(func.count()).select_from(self._joined()).where(*self._where())

        return int(self._run(("total",), build, {}).scalar_one())

    def stretch(
        self, sort: str | None, after: Sequence[Any], limit: int
    ) -> tuple[list[Any], list[Any] | None]:
        """Rows after the place a cursor marks, and the place to go on from (None at the end)."""

        def build() -> Select[Any]:
            order = _order(self._rows, sort)
            marks = [column.label(f"mark{i}") for i, (column, _) in enumerate(order)]
            # First, because SQLite searches by the first condition on a column.
            beyond = [_beyond(order)] if after else []
            statement = self._select(*beyond).add_columns(*marks)
            return statement.order_by(*(_turned(*one) for one in order)).limit(bindparam("size"))

        values = {f"after{i}": mark for i, mark in enumerate(_marks(sort, after))}
        found = self._run(("stretch", sort, bool(after)), build, values | {"size": limit + 1})
        rows = list(found.all())
        width = len(ITEM)
        more = [_flat(mark) for mark in rows[limit - 1][width:]] if len(rows) > limit else None
        return [row[:width] for row in rows[:limit]], more

    def stream(self, sort: str | None = None, chunk: int = 1000) -> Iterator[Any]:
        """Every row, read in stretches so that memory stays flat."""
        after: list[Any] | None = []
        while after is not None:
            rows, after = self.stretch(sort, after, chunk)
            yield from rows

    def _run(
        self, shape: tuple[Any, ...], build: Callable[[], Select[Any]], values: dict[str, Any]
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
        if name == "updated_at" and not self.unit.is_postgresql:
            # The text as SQLite keeps it: parsing and writing it again costs more than the row.
            return type_coerce(household.c.updated_at, String).label(name)
        source = household if name in _IDENTITY else self._rows
        return source.c[_RENAMED.get(name, name)].label(name)

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


def _is_among(column: ColumnElement[Any], name: str) -> ColumnElement[bool]:
    return column.in_(bindparam(f"one_of_{name}", expanding=True))


def _ability(rows: FromClause, has_able: str | None) -> ColumnElement[bool]:
    match has_able:
        case "yes":
            return rows.c.able_count > 0
        case "no":
            return and_(rows.c.able_count == 0, rows.c.labour_unknown_count == 0)
    return and_(rows.c.able_count == 0, rows.c.labour_unknown_count > 0)


Order = list[tuple[ColumnElement[Any], bool]]


def _order(rows: FromClause, sort: str | None) -> Order:
    """Columns with their direction; unknown values come first, the number breaks every tie."""
    parts = (sort or _DEFAULT_SORT).split(",")
    if not any(part.removeprefix("-") == "household_no" for part in parts):
        parts.append("household_no")
    order: Order = []
    for part in parts:
        name = part.removeprefix("-")
        column: ColumnElement[Any]
        if name == "place":
            column = rows.c.place_path
        elif name in _IDENTITY:
            column = household.c[name]
        else:
            column = rows.c[name]
        if name in _NULLABLE:
            lowest = type_coerce(_LOWEST, BigInteger) if name in _NUMBERS else ""
            column = func.coalesce(column, lowest)
        order.append((column, part.startswith("-")))
        if name == "household_no":
            break
    return order


def _turned(column: ColumnElement[Any], descends: bool) -> ColumnElement[Any]:
    return column.desc() if descends else column.asc()


def _flat(mark: Any) -> Any:
    return mark.isoformat() if isinstance(mark, datetime) else mark


def _marks(sort: str | None, after: Sequence[Any]) -> list[Any]:
    """The place a cursor marks, as the columns of the order take it."""
    if not after:
        return []
    columns = [column for column, _ in _order(household, sort)]
    return [
        datetime.fromisoformat(mark) if column is household.c.updated_at else mark
        for column, mark in zip(columns, after, strict=True)
    ]


def _beyond(order: Order) -> ColumnElement[bool]:
    columns = [column for column, _ in order]
    marks = [bindparam(f"after{i}", type_=column.type) for i, column in enumerate(columns)]
    if not any(descends for _, descends in order):
        return tuple_(*columns) > tuple_(*marks)
    ways = []
    for i, (column, descends) in enumerate(order):
        same = [columns[j] == marks[j] for j in range(i)]
        ways.append(and_(*same, column < marks[i] if descends else column > marks[i]))
    return or_(*ways)
