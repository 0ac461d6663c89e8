"""Writes many rows at once: COPY on PostgreSQL, one prepared statement on SQLite."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from operator import itemgetter
from typing import Any

from sqlalchemy import Column, Date, Table, text

from jingzhun.kit.columns import Instant
from jingzhun.kit.unit import Unit

Rows = Sequence[Sequence[Any]]


def insert_rows(unit: Unit, table: Table, rows: Rows) -> None:
    """Insert rows given in the order of the table's columns.

    Values are as the database keeps them: hundredths as whole numbers, days and instants as such.
    """
    if not rows:
        return
    unit.flush()
    columns = list(table.columns)
    # Most columns of wide rows are empty throughout; those are not sent at all.
    used = [at for at, held in enumerate(zip(*rows, strict=True)) if held.count(None) < len(held)]
    names = [columns[at].name for at in used]
    if unit.is_postgresql:
        _copy(unit, table.name, names, rows, used)
        return
    marks = ",".join("?" * len(names))
    # Names come from the metadata, never from input.
    sql = f"INSERT INTO {table.name} ({','.join(names)}) VALUES ({marks})"  # noqa: S608
    unit.connection.exec_driver_sql(sql, _for_sqlite([columns[at] for at in used], rows, used))


def _copy(unit: Unit, table: str, names: list[str], rows: Rows, used: list[int]) -> None:
    driver: Any = unit.connection.connection.driver_connection
    chosen = _chooser(used)
    with (
        driver.cursor() as cursor,
        cursor.copy(f"COPY {table} ({','.join(names)}) FROM STDIN") as copy,
    ):
        for row in rows:
            copy.write_row(chosen(row))


def _chooser(used: list[int]) -> Callable[[Sequence[Any]], Sequence[Any]]:
    if len(used) == 1:
        return lambda row: (row[used[0]],)
    return itemgetter(*used)


def _for_sqlite(columns: list[Column[Any]], rows: Rows, used: list[int]) -> list[tuple[Any, ...]]:
    kinds: list[tuple[int, Callable[[Any], str]]] = [
        (index, _instant if isinstance(column.type, Instant) else _day)
        for index, column in enumerate(columns)
        if isinstance(column.type, Instant | Date)
    ]
    chosen = _chooser(used)
    if not kinds:
        return [tuple(chosen(row)) for row in rows]
    written = []
    for row in rows:
        values = list(chosen(row))
        for index, write in kinds:
            if values[index] is not None:
                values[index] = write(values[index])
        written.append(tuple(values))
    return written


def _day(value: date) -> str:
    return value.isoformat()


def _instant(value: datetime) -> str:
    return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def learn(unit: Unit, *tables: Table) -> None:
    """Let PostgreSQL see what was just written: without figures it joins large sets row by row."""
    if unit.is_postgresql:
        names = ", ".join(table.name for table in tables)
        unit.connection.exec_driver_sql(f"ANALYZE {names}")


def learn_growth(unit: Unit, rows: int, *tables: Table) -> None:
    """The same for tables that have just grown by more than they were known to hold."""
    if not unit.is_postgresql:
        return
    known = text("SELECT reltuples FROM pg_class WHERE oid = CAST(:name AS regclass)")
    grown = [
        table for table in tables if unit.execute(known, {"name": table.name}).scalar_one() < rows
    ]
    if grown:
        learn(unit, *grown)
