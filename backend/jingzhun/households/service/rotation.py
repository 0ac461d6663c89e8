"""Seals again, with the newest key, whatever an older one sealed. Safe to stop and run again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Column, Table

from jingzhun.households.repository.sealed import rewrite, sealed_anew, sealed_tables, stale_rows
from jingzhun.kit.actor import system_actor
from jingzhun.kit.crypto import Keyring
from jingzhun.kit.database import Database
from jingzhun.kit.unit import Entry, Unit

_BATCH = 500


def reseal(database: Database, keys: Keyring) -> int:
    """Return how many values were sealed again; each batch is a transaction of its own."""
    actor = system_actor("密钥轮换")
    count = 0
    for table, columns in sealed_tables():
        after: Sequence[Any] | None = ()
        while after is not None:
            with database.write(actor) as unit:
                changed, after = _some(unit, keys, table, columns, after)
            count += changed
    with database.write(actor) as unit:
        unit.note(Entry("keys.reseal", "keys", "fields", f"重新加密{count}处"))
    return count


def _some(
    unit: Unit, keys: Keyring, table: Table, columns: list[Column[Any]], after: Sequence[Any]
) -> tuple[int, Sequence[Any] | None]:
    """Seal one batch again; returns how many values that were, and the last row's key."""
    newest = next(reversed(keys.fields))
    count = 0
    rows = [dict(row) for row in stale_rows(unit, table, columns, newest, after, _BATCH)]
    if not rows:
        return 0, None
    for row in rows:
        for column in columns:
            anew = sealed_anew(keys, column, row[column.name])
            count += anew is not row[column.name]
            row[column.name] = anew
    rewrite(unit, table, columns, rows)
    return count, [rows[-1][one.name] for one in table.primary_key.columns]
