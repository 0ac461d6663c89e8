"""Metadata, constraint names and append-only tables. Knows no table of its own."""

from dataclasses import dataclass
from typing import ClassVar

from sqlalchemy import DDL, MetaData, Table, event
from sqlalchemy.orm import DeclarativeBase

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Model(DeclarativeBase):
    """Base of mapped classes; shares the metadata with plain tables."""

    metadata: ClassVar[MetaData] = METADATA


@dataclass(frozen=True)
class Trigger:
    """A trigger by name, with its statements for each database."""

    name: str
    table: str
    sqlite: tuple[str, ...]
    postgresql: tuple[str, ...]


TRIGGERS: dict[str, Trigger] = {}


def declare_trigger(table: Table, trigger: Trigger) -> None:
    """Create the trigger whenever the table is created; migrations render it from TRIGGERS."""
    TRIGGERS[trigger.name] = trigger
    for dialect, statements in (("sqlite", trigger.sqlite), ("postgresql", trigger.postgresql)):
        for statement in statements:
            ddl = DDL(statement.replace("%", "%%"))  # type: ignore[no-untyped-call]
            event.listen(table, "after_create", ddl.execute_if(dialect=dialect))


def append_only(table: Table, *, changeable: tuple[str, ...] = ()) -> None:
    """Let the database refuse deletes, and updates of all but the `changeable` columns."""
    name = f"append_only_{table.name}"
    kept = [column.name for column in table.columns if column.name not in changeable]
    what = f"OF {', '.join(kept)} " if changeable else ""
    text = f"{table.name} is append-only"
    update = f"CREATE TRIGGER {name}_update BEFORE UPDATE {what}ON {table.name} "
    delete = f"CREATE TRIGGER {name}_delete BEFORE DELETE "
    here = f"BEGIN SELECT RAISE(ABORT, '{text}'); END"
    function = (
        f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{text}'; END $$"
    )
    there = f"FOR EACH STATEMENT EXECUTE FUNCTION {name}()"
    sqlite = (update + here, f"{delete}ON {table.name} {here}")
    postgresql = (function, update + there, f"{delete}OR TRUNCATE ON {table.name} {there}")
    declare_trigger(table, Trigger(name, table.name, sqlite, postgresql))
