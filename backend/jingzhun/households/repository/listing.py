"""The household list: one statement for the rows, one for the count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    FromClause,
    Select,
    String,
    and_,
    func,
    or_,
    select,
    true,
    tuple_,
    type_coerce,
)

from jingzhun.factbook import AsOf
from jingzhun.households.models import household
from jingzhun.households.repository.summary import summary_of
from jingzhun.kit.columns import within
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
    """The list within the actor's places, as of a day; rows come as tuples in the order of ITEM."""

    def __init__(self, unit: Unit, permission: str, filters: Filters) -> None:
        self.unit, self.filters = unit, filters
        self.paths = unit.actor.paths(permission)
        is_past = (filters.at is not None and filters.at != unit.today) or filters.known_at
        self._rows: FromClause = household
        if is_past:
            as_of = AsOf(filters.at or unit.today, filters.known_at)
            self._rows = summary_of(as_of).subquery("household_then")

    def page(self, sort: str | None, offset: int, size: int) -> Sequence[Any]:
        """One page."""
        order = _order(self._rows, sort)
        statement = self._select().order_by(*(_turned(*one) for one in order))
        return self.unit.execute(statement.offset(offset).limit(size)).all()

    def total(self) -> int:
        """How many the filters leave."""
        statement = select(func.count()).select_from(self._joined()).where(*self._where())
        return int(self.unit.execute(statement).scalar_one())

    def stretch(
        self, sort: str | None, after: Sequence[Any], limit: int
    ) -> tuple[list[Any], list[Any] | None]:
        """Rows after the place a cursor marks, and the place to go on from (None at the end)."""
        order = _order(self._rows, sort)
        marks = [column.label(f"mark{i}") for i, (column, _) in enumerate(order)]
        statement = self._select().add_columns(*marks).where(_beyond(order, after))
        statement = statement.order_by(*(_turned(*one) for one in order)).limit(limit + 1)
        rows = list(self.unit.execute(statement).all())
        width = len(ITEM)
        more = [_flat(mark) for mark in rows[limit - 1][width:]] if len(rows) > limit else None
        return [row[:width] for row in rows[:limit]], more

    def stream(self, sort: str | None = None, chunk: int = 1000) -> Iterator[Any]:
        """Every row, read in stretches so that memory stays flat."""
        after: list[Any] | None = []
        while after is not None:
            rows, after = self.stretch(sort, after, chunk)
            yield from rows

    def _joined(self) -> FromClause:
        if self._rows is household:
            return household
        return self._rows.join(household, household.c.id == self._rows.c.id)

    def _select(self) -> Select[Any]:
        columns = [self._column(name) for name in ITEM]
        village = place.c.id == self._rows.c.village_id
        return (
            select(*columns).select_from(self._joined().join(place, village)).where(*self._where())
        )

    def _column(self, name: str) -> ColumnElement[Any]:
        if name == "village_name":
            return place.c.name.label(name)
        if name == "updated_at" and not self.unit.is_postgresql:
            # The text as SQLite keeps it: parsing and writing it again costs more than the row.
            return type_coerce(household.c.updated_at, String).label(name)
        source = household if name in _IDENTITY else self._rows
        return source.c[_RENAMED.get(name, name)].label(name)

    def _where(self) -> Iterator[ColumnElement[bool]]:
        rows, wanted = self._rows, self.filters
        yield within(rows.c.place_path, self.paths)
        if wanted.place is not None:
            place_id, kind, path = wanted.place
            yield (
                rows.c.hamlet_id == place_id
                if kind == "hamlet"
                else within(rows.c.place_path, (path,))
            )
        for column, chosen in wanted.codes.items():
            if chosen:
                yield rows.c[column].in_(list(chosen))
        yield _ability(rows, wanted.has_able)
        if wanted.income_from_fen is not None:
            yield rows.c.net_income_per_head_fen >= wanted.income_from_fen
        if wanted.income_below_fen is not None:
            yield rows.c.net_income_per_head_fen < wanted.income_below_fen
        if wanted.changed_since is not None:
            yield household.c.updated_at >= wanted.changed_since
        if wanted.household_no is not None:
            start = wanted.household_no
            yield and_(household.c.household_no >= start, household.c.household_no < f"{start}~")


def _ability(rows: FromClause, has_able: str | None) -> ColumnElement[bool]:
    match has_able:
        case "yes":
            return rows.c.able_count > 0
        case "no":
            return and_(rows.c.able_count == 0, rows.c.labour_unknown_count == 0)
        case "unknown":
            return and_(rows.c.able_count == 0, rows.c.labour_unknown_count > 0)
    return true()


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


def _beyond(order: Order, after: Sequence[Any]) -> ColumnElement[bool]:
    if not after:
        return true()
    columns = [column for column, _ in order]
    after = [
        datetime.fromisoformat(mark) if column is household.c.updated_at else mark
        for column, mark in zip(columns, after, strict=True)
    ]
    if not any(descends for _, descends in order):
        return tuple_(*columns) > tuple_(*after)
    ways = []
    for i, (column, descends) in enumerate(order):
        same = [columns[j] == after[j] for j in range(i)]
        ways.append(and_(*same, column < after[i] if descends else column > after[i]))
    return or_(*ways)
