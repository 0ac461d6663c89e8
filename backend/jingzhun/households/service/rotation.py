"""Seals again, with the newest key, whatever an older one sealed. Safe to stop and run again."""

from __future__ import annotations

from jingzhun.households.repository.sealed import rewrite, sealed_tables, stale_rows
from jingzhun.kit.actor import system_actor
from jingzhun.kit.crypto import Keyring
from jingzhun.kit.database import Database
from jingzhun.kit.unit import Entry

_BATCH = 500


def reseal(database: Database, keys: Keyring) -> int:
    """Return how many values were sealed again; each batch is a transaction of its own."""
    actor = system_actor("密钥轮换")
    newest = f"g1.{next(reversed(keys.fields))}."
    count = 0
    for table, columns in sealed_tables():
        more = True
        while more:
            with database.write(actor) as unit:
                rows = [dict(row) for row in stale_rows(unit, table, columns, newest, _BATCH)]
                for row in rows:
                    for column in columns:
                        held = row[column.name]
                        if held is not None and not keys.is_newest(held):
                            row[column.name] = keys.seal(keys.unseal(held, column.name),
                                                         column.name)  # fmt: skip
                            count += 1
                if rows:
                    rewrite(unit, table, columns, rows)
                more = bool(rows)
    with database.write(actor) as unit:
        unit.note(Entry("keys.reseal", "keys", "fields", f"重新加密{count}处"))
    return count
