"""Reads and rewrites protected values that an older key sealed, in every table that has any."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Column, Table, and_, bindparam, or_, select, update

from jingzhun.kit.db import METADATA
from jingzhun.kit.unit import Unit

_CIPHERTEXT = "ciphertext"


def sealed_tables() -> list[tuple[Table, list[Column[Any]]]]:
    """Tables with columns made by `models.sealed_columns`, staging ones included."""
    found = []
    for table in METADATA.sorted_tables:
        columns = [column for column in table.columns if column.comment == _CIPHERTEXT]
        if columns and "id" in table.c:
            found.append((table, columns))
    return found


def stale_rows(
    unit: Unit, table: Table, columns: Sequence[Column[Any]], newest: str, limit: int
) -> Sequence[Mapping[Any, Any]]:
    """Some rows with a value that does not begin with the newest key's prefix."""
    stale = [and_(one.is_not(None), ~one.startswith(newest, autoescape=True)) for one in columns]
    statement = select(table.c.id, *columns).where(or_(*stale)).limit(limit)
    return unit.execute(statement).mappings().all()


def rewrite(
    unit: Unit, table: Table, columns: Sequence[Column[Any]], rows: list[dict[str, Any]]
) -> None:
    """Write values back by `id`; every row carries all the columns."""
    values: dict[str, Any] = {one.name: bindparam(f"new_{one.name}") for one in columns}
    changes = [
        {"row_id": row["id"], **{f"new_{one.name}": row[one.name] for one in columns}}
        for row in rows
    ]
    unit.execute(update(table).where(table.c.id == bindparam("row_id")).values(values), changes)
