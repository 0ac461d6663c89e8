"""Rows that no longer change once a condition holds, refused by the database itself."""

from __future__ import annotations

from sqlalchemy import Table

from jingzhun.kit.db import Trigger, declare_trigger


def freeze_when(table: Table, condition: str, *, changeable: tuple[str, ...] = ()) -> None:
    """Refuse deletes, and updates of all but the `changeable` columns, where `condition` holds.

    `condition` is SQL over `{row}`, which stands for the row as it was.
    """
    kept = [column.name for column in table.columns if column.name not in changeable]
    what = f"UPDATE OF {', '.join(kept)}" if changeable else "UPDATE"
    old = condition.format(row="OLD")
    _declare(table, (("update", what, old), ("delete", "DELETE", old)))


def freeze_parts_when(table: Table, condition: str) -> None:
    """Refuse to add or delete parts of a whole where `condition` holds, and every update of one.

    `condition` is SQL over `{row}`, the part; it looks up the whole the part belongs to.
    """
    new, old = condition.format(row="NEW"), condition.format(row="OLD")
    _declare(
        table, (("insert", "INSERT", new), ("update", "UPDATE", "1=1"), ("delete", "DELETE", old))
    )


def refuse_update(table: Table, name: str, column: str, condition: str) -> None:
    """Refuse to change a column where `condition` holds; SQL over OLD and NEW."""
    _declare(table, ((name, f"UPDATE OF {column}", condition),), f"kept_{table.name}")


def _declare(table: Table, events: tuple[tuple[str, str, str], ...], prefix: str = "") -> None:
    name, text = prefix or f"frozen_{table.name}", f"{table.name} is frozen"
    sqlite, postgresql = [], []
    for event, what, condition in events:
        own = f"{name}_{event}"
        sqlite.append(
            f"CREATE TRIGGER {own} BEFORE {what} ON {table.name} WHEN {condition} "
            f"BEGIN SELECT RAISE(ABORT, '{text}'); END"
        )
        row = "OLD" if event == "delete" else "NEW"
        postgresql.append(
            f"CREATE OR REPLACE FUNCTION {own}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"IF {condition} THEN RAISE EXCEPTION '{text}'; END IF; RETURN {row}; END $$"
        )
        postgresql.append(
            f"CREATE TRIGGER {own} BEFORE {what} ON {table.name} "
            f"FOR EACH ROW EXECUTE FUNCTION {own}()"
        )
    if not prefix:
        postgresql += _never_emptied(table, name, text)
    declare_trigger(table, Trigger(name, table.name, tuple(sqlite), tuple(postgresql)))


def _never_emptied(table: Table, name: str, text: str) -> tuple[str, str]:
    function = (
        f"CREATE OR REPLACE FUNCTION {name}_truncate() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{text}'; END $$"
    )
    trigger = (
        f"CREATE TRIGGER {name}_truncate BEFORE TRUNCATE ON {table.name} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {name}_truncate()"
    )
    return function, trigger
