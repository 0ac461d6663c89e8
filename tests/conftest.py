"""Fixtures shared by backend tests: a store of each kind, a fixed clock, an application."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

import jingzhun.main
from jingzhun.kit.actor import Actor, Grant
from jingzhun.kit.database import Database
from jingzhun.kit.db import METADATA
from jingzhun.kit.settings import Settings
from jingzhun.policy.roles import Permission
from jingzhun.web.context import Context
from tests import postgres

NOW = datetime(2018, 7, 2, 3, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A PostgreSQL of this run, with a database of this worker's own."""
    with postgres.server() as base, postgres.database(base) as url:
        yield url


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def store(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Database]:
    """The schema once per kind of store; `database` empties it for each test."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path_factory.mktemp('store') / 'test.sqlite3'}"
    else:
        url = request.getfixturevalue("postgres_url")
    database = Database(url)
    METADATA.create_all(database.writer)
    yield database
    database.close()


@pytest.fixture
def database(store: Database) -> Iterator[Database]:
    """An empty store; what the test leaves is removed afterwards."""
    yield store
    empty(store)


def empty(store: Database) -> None:
    """Delete every row, past the append-only triggers, as no product code can."""
    if store.is_sqlite:
        _empty_sqlite(store)
        return
    with store.writer.connect() as connection:
        connection.execute(text("SET session_replication_role = replica"))
        for table in reversed(METADATA.sorted_tables):
            connection.execute(table.delete())
        connection.execute(text("SET session_replication_role = DEFAULT"))
        connection.commit()


def _empty_sqlite(store: Database) -> None:
    with store.writer.connect() as connection:
        triggers = connection.execute(
            text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        ).all()
        for name, _ in triggers:
            connection.execute(text(f"DROP TRIGGER {name}"))
        for table in reversed(METADATA.sorted_tables):
            connection.execute(table.delete())
        for _, sql in triggers:
            connection.exec_driver_sql(sql)
        connection.commit()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings that touch only the test's own folder."""
    return Settings(data_dir=tmp_path, database_url="", spa_dir=tmp_path / "spa")


@pytest.fixture
def context(database: Database, settings: Settings) -> Context:
    """An open context at 2018-07-02, 11:00 in the district."""
    return jingzhun.main.make_context(settings, now=lambda: NOW, database=database)


def actor_with(*permissions: Permission | str, path: str = "/", name: str = "测试员") -> Actor:
    """A person with exactly these permissions at one place."""
    granted = frozenset(str(permission) for permission in permissions)
    return Actor(f"actor-{name}", name, "person", (Grant("test", path, granted),))


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests talk to loopback and sockets of the file system only."""
    real = socket.socket.connect

    def connect(self: socket.socket, address: object) -> None:
        host = address[0] if isinstance(address, tuple) else ""
        if host not in ("", "127.0.0.1", "localhost", "::1"):
            raise AssertionError(f"a test reached for the network: {host}")
        real(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", connect)
