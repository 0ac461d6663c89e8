"""Brings a database to the newest schema and tells whether it matches the tables in code."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text
from sqlalchemy.schema import SchemaItem

from jingzhun.kit.columns import Hundredths, Instant
from jingzhun.kit.db import TRIGGERS

_PACKED = Path(__file__).resolve().parents[1] / "_migrations"
_CHECKOUT = Path(__file__).resolve().parents[3] / "migrations"


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_PACKED if _PACKED.is_dir() else _CHECKOUT))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Run what is missing, in one transaction; a killed run leaves the old schema."""
    with engine.connect() as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(4408400001)"))
        command.upgrade(_config(connection), revision)


def head() -> str:
    """The newest revision this program knows."""
    return str(ScriptDirectory.from_config(_config()).get_current_head())


def current(engine: Engine) -> str | None:
    """The revision the database stands at, None for an empty one."""
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def is_current(engine: Engine) -> bool:
    """Whether the database stands at the newest revision."""
    return current(engine) == head()


def render_type(kind: str, item: SchemaItem | Any, autogen: Any) -> str | Literal[False]:
    """Write our own types as the plain ones below them, so that migrations stay frozen."""
    del autogen
    if kind != "type":
        return False
    if isinstance(item, Instant):
        return 'sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite")'
    if isinstance(item, Hundredths):
        return "sa.Integer()"
    return False


def triggers_in(connection: Connection) -> set[str]:
    """Names of the triggers that stand in the database."""
    if connection.dialect.name == "sqlite":
        query = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    else:
        query = "SELECT DISTINCT tgname FROM pg_trigger WHERE NOT tgisinternal"
    return {row[0] for row in connection.execute(text(query))}


def declared_triggers(dialect: str) -> set[str]:
    """Names of the triggers the code declares for a database."""
    names: set[str] = set()
    for trigger in TRIGGERS.values():
        for statement in getattr(trigger, dialect):
            words = statement.split()
            if words[:2] == ["CREATE", "TRIGGER"]:
                names.add(words[2])
    return names
