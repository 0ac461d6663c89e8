"""An upgraded database is the declared one, with its CHECKs and triggers, on both databases."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, inspect, text

import jingzhun.main  # noqa: F401 - loads every package, so that the metadata is whole
from jingzhun.kit.database import Database
from jingzhun.kit.db import METADATA
from jingzhun.kit.schema import current, head, upgrade
from tests import postgres
from tests.migrations.structure import structure


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def pair(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Engine, Engine]]:
    """Two databases of one kind: one migrated from nothing, one made from the declarations."""
    if request.param == "sqlite":
        folder = tmp_path_factory.mktemp("migrations")
        yield from engines(*(f"sqlite:///{folder / name}" for name in ("migrated", "declared")))
        return
    with (
        postgres.server() as base,
        postgres.database(base) as migrated,
        postgres.database(base) as declared,
    ):
        yield from engines(migrated, declared)


def engines(migrated: str, declared: str) -> Iterator[tuple[Engine, Engine]]:
    one, other = Database(migrated), Database(declared)
    upgrade(one.writer)
    METADATA.create_all(other.writer)
    yield one.writer, other.writer
    one.close()
    other.close()


def test_migrations_make_what_the_code_declares(pair: tuple[Engine, Engine]) -> None:
    migrated, declared = pair
    with migrated.connect() as one, declared.connect() as other:
        made, wanted = structure(one), structure(other)
    assert not made ^ wanted, "\n".join(
        [f"not declared: {part}" for part in sorted(made - wanted)]
        + [f"not migrated: {part}" for part in sorted(wanted - made)]
    )
    assert any(part.startswith("trigger ") for part in made)


def test_alembic_finds_nothing_to_add(pair: tuple[Engine, Engine]) -> None:
    with pair[0].connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []


def test_the_database_stands_at_the_only_head_and_a_second_upgrade_changes_nothing(
    pair: tuple[Engine, Engine],
) -> None:
    with pair[0].connect() as connection:
        before = structure(connection)
    upgrade(pair[0])
    with pair[0].connect() as connection:
        assert structure(connection) == before
    assert current(pair[0]) == head()


def test_a_lost_trigger_and_a_forgotten_column_are_noticed(pair: tuple[Engine, Engine]) -> None:
    """What a careless batch migration does; undone by never committing."""
    with pair[0].connect() as connection:
        whole = structure(connection)
        postgres_kind = connection.dialect.name == "postgresql"
        name, table = connection.execute(
            text(
                "SELECT tgname, tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal"
                if postgres_kind
                else "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger'"
            )
        ).first() or ("", "")
        on = f" ON {table}" if postgres_kind else ""
        connection.execute(text(f"DROP TRIGGER {name}{on}"))
        assert any(part.startswith("trigger ") for part in whole - structure(connection))
        connection.execute(text(f"ALTER TABLE {table} ADD COLUMN forgotten INTEGER"))
        inspect(connection).clear_cache()
        assert any("forgotten" in part for part in structure(connection) - whole)
        connection.rollback()
