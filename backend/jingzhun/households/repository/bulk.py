"""Writes many rows at once: COPY on PostgreSQL, executemany on SQLite. Only inserts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Column, Table, insert

from jingzhun.kit.unit import Unit


def insert_rows(unit: Unit, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows that all have the same columns; what they leave out is empty."""
    if not rows:
        return
    unit.flush()
    if unit.is_postgresql:
        _copy(unit, table, rows)
    else:
        unit.connection.execute(insert(table), list(rows))


def _copy(unit: Unit, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    columns = [table.c[name] for name in rows[0]]
    ready = [_to_driver(unit, column) for column in columns]
    names = ", ".join(column.name for column in columns)
    cursor = unit.connection.connection.cursor()
    with cursor.copy(f"COPY {table.name} ({names}) FROM STDIN") as copy:
        for row in rows:
            values = [
                value if convert is None or value is None else convert(value)
                for value, convert in zip(row.values(), ready, strict=True)
            ]
            copy.write_row(values)


def _to_driver(unit: Unit, column: Column[Any]) -> Any:
    """What turns a Python value into the driver's, None where nothing does."""
    return column.type.dialect_impl(unit.connection.dialect).bind_processor(unit.connection.dialect)
