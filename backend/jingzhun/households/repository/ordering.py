"""How the household list is ordered, and what lies beyond the place a cursor marks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    FromClause,
    and_,
    bindparam,
    func,
    or_,
    tuple_,
    type_coerce,
)

from jingzhun.households.models import household

# Columns of the identity row: the same whatever day is asked about.
IDENTITY = ("household_no", "rev", "updated_at")
_NUMBERS = frozenset({"net_income_fen", "net_income_per_head_fen"})
_NULLABLE = _NUMBERS | {"household_kind", "main_cause", "poverty_state", "head_name"}
_LOWEST = -(1 << 62)
_DEFAULT_SORT = "place,household_no"

Order = list[tuple[ColumnElement[Any], bool]]


def order_of(rows: FromClause, sort: str | None) -> Order:
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
        elif name in IDENTITY:
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


def turned(column: ColumnElement[Any], descends: bool) -> ColumnElement[Any]:
    """The column in its direction."""
    return column.desc() if descends else column.asc()


def marks_of(sort: str | None, after: Sequence[Any]) -> list[Any]:
    """The place a cursor marks, as the columns of the order take it."""
    if not after:
        return []
    columns = [column for column, _ in order_of(household, sort)]
    return [
        datetime.fromisoformat(mark) if column is household.c.updated_at else mark
        for column, mark in zip(columns, after, strict=True)
    ]


def beyond(order: Order) -> ColumnElement[bool]:
    """True after the marks `after0`, `after1` … in this order."""
    columns = [column for column, _ in order]
    marks = [bindparam(f"after{i}", type_=column.type) for i, column in enumerate(columns)]
    if not any(descends for _, descends in order):
        return tuple_(*columns) > tuple_(*marks)
    ways = []
    for i, (column, descends) in enumerate(order):
        same = [columns[j] == marks[j] for j in range(i)]
        ways.append(and_(*same, column < marks[i] if descends else column > marks[i]))
    return or_(*ways)
