"""What stands in a database, as sets of sentences that can be compared.

Alembic's own comparison leaves out CHECK constraints and triggers, and a batch migration on SQLite
loses triggers without a word; so everything is read back from the database.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sqlalchemy import Connection, inspect, text

BOOKKEEPING = "alembic_version"
POSTGRES_TRIGGERS = """
    SELECT pg_get_triggerdef(t.oid) || ' ' || pg_get_functiondef(t.tgfoid)
    FROM pg_trigger t WHERE NOT t.tgisinternal
"""
SQLITE_TRIGGERS = "SELECT sql FROM sqlite_master WHERE type = 'trigger'"


def plain(value: object) -> str:
    """Text without differences of white space and outer brackets."""
    return re.sub(r"\s+", " ", str(value)).strip().strip("()")


def structure(connection: Connection) -> set[str]:
    """One sentence for each column, key, index, CHECK and trigger."""
    found: set[str] = set()
    tables = inspect(connection).get_table_names()
    for table in tables:
        if table != BOOKKEEPING:
            found |= {f"{table}: {part}" for part in _parts(connection, table)}
    postgres = connection.dialect.name == "postgresql"
    triggers = connection.execute(text(POSTGRES_TRIGGERS if postgres else SQLITE_TRIGGERS))
    return found | {f"trigger {plain(row[0])}" for row in triggers}


def _parts(connection: Connection, table: str) -> Iterator[str]:
    inspector = inspect(connection)
    for column in inspector.get_columns(table):
        null = "null" if column["nullable"] else "not null"
        yield f"column {column['name']} {column['type']!r} {null} {column.get('default')}"
    key = inspector.get_pk_constraint(table)
    yield f"primary key {key['name']} {key['constrained_columns']}"
    for foreign in inspector.get_foreign_keys(table):
        target = f"{foreign['referred_table']} {foreign['referred_columns']}"
        yield f"foreign {foreign['constrained_columns']} {target} {foreign['options']}"
    for unique in inspector.get_unique_constraints(table):
        yield f"unique {unique['name']} {unique['column_names']}"
    for check in inspector.get_check_constraints(table):
        yield f"check {check['name']} {plain(check['sqltext'])}"
    for index in inspector.get_indexes(table):
        where = {name: plain(value) for name, value in index["dialect_options"].items()}
        columns = index.get("expressions") or index["column_names"]
        yield f"index {index['name']} {columns} {bool(index['unique'])} {where}"
