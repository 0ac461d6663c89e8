"""Reads and rewrites what an older key sealed, in every table that has any: staging rows and jobs
included. A sealed column names its kind in `info`; bytes are sealed like files, texts like fields.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    LargeBinary,
    Table,
    and_,
    bindparam,
    func,
    or_,
    select,
    tuple_,
    update,
)

from jingzhun.kit.crypto import Keyring
from jingzhun.kit.db import METADATA
from jingzhun.kit.unit import Unit

Columns = Sequence[Column[Any]]


def sealed_tables() -> list[tuple[Table, list[Column[Any]]]]:
    """Every table with sealed columns, and these."""
    found = []
    for table in METADATA.sorted_tables:
        columns = [column for column in table.columns if "seal" in column.info]
        if columns:
            found.append((table, columns))
    return found


def _is_stale(column: Column[Any], newest: str) -> ColumnElement[bool]:
    if isinstance(column.type, LargeBinary):
        prefix = f"{newest}:".encode()
        return func.substr(column, 1, len(prefix), type_=LargeBinary()) != prefix
    return and_(column.is_not(None), ~column.startswith(f"g1.{newest}.", autoescape=True))


def stale_rows(
    unit: Unit, table: Table, columns: Columns, newest: str, after: Sequence[Any], limit: int
) -> Sequence[Mapping[Any, Any]]:
    """Some rows, in the order of the key and behind `after`, that hold an older key's seal."""
    own = list(table.primary_key.columns)
    where = [or_(*(_is_stale(one, newest) for one in columns))]
    if after:
        where.append(tuple_(*own) > tuple_(*after))
    statement = select(*own, *columns).where(*where).order_by(*own).limit(limit)
    return unit.execute(statement).mappings().all()


def sealed_anew(keys: Keyring, column: Column[Any], held: Any) -> Any:
    """The value under the newest key; the very same where it is already."""
    kind = column.info["seal"]
    if isinstance(held, bytes):
        if keys.is_newest_file(held):
            return held
        return keys.seal_bytes(keys.unseal_bytes(held, kind), kind)
    if held is None or keys.is_newest(held):
        return held
    return keys.seal(keys.unseal(held, kind), kind)


def rewrite(unit: Unit, table: Table, columns: Columns, rows: list[dict[str, Any]]) -> None:
    """Write values back by the table's key; every row carries all the columns."""
    own = list(table.primary_key.columns)
    values: dict[str, Any] = {one.name: bindparam(f"new_{one.name}") for one in columns}
    changes = [
        {**{f"key_{one.name}": row[one.name] for one in own},
         **{f"new_{one.name}": row[one.name] for one in columns}}
        for row in rows
    ]  # fmt: skip
    matches = [one == bindparam(f"key_{one.name}") for one in own]
    unit.execute(update(table).where(*matches).values(values), changes)
