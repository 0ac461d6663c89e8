"""Opens the store: readers beside one queued writer on SQLite, plain transactions on PostgreSQL."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DataError, OperationalError
from sqlalchemy.pool import QueuePool

from jingzhun.kit import clock
from jingzhun.kit.actor import Actor
from jingzhun.kit.errors import Busy, NotWritable
from jingzhun.kit.unit import Unit

BUSY_SECONDS = 30
Hook = Callable[[Unit], None]


class Database:
    """`before_commit` hooks run last in every writing unit; the journal is one of them."""

    def __init__(self, url: str, *, read_url: str = "", readers: int = 4) -> None:
        self.url = url
        self.is_sqlite = url.startswith("sqlite")
        self.before_commit: list[Hook] = []
        self._turn = threading.Lock()
        if self.is_sqlite:
            self.writer = _sqlite(url, "BEGIN IMMEDIATE", size=1)
            self.reader = _sqlite(url, "BEGIN", size=readers)
        else:
            self.writer = _postgresql(url)
            self.reader = _postgresql(read_url or url).execution_options(
                isolation_level="AUTOCOMMIT"
            )

    @contextmanager
    def read(self, actor: Actor, *, now: datetime | None = None) -> Iterator[Unit]:
        """Open a unit that only reads; on SQLite it sees one snapshot."""
        with self.reader.connect() as connection:
            unit = Unit(connection, actor, now or clock.now(), writes=False)
            try:
                yield unit
            finally:
                unit.close()

    @contextmanager
    def write(self, actor: Actor, *, now: datetime | None = None) -> Iterator[Unit]:
        """Open a unit that commits at the end, or leaves nothing behind.

        Raises Busy when the store stays locked past 30 seconds.
        """
        with self._queue(), _busy(), self.writer.connect() as connection:
            unit = Unit(connection, actor, now or clock.now(), writes=True)
            try:
                with connection.begin():
                    yield unit
                    unit.flush()
                    for hook in self.before_commit:
                        hook(unit)
            finally:
                unit.close()
        for call in unit.after_commit:
            call()

    @contextmanager
    def _queue(self) -> Iterator[None]:
        """Writers of this process wait in one line; SQLite has a single writer anyway."""
        if not self.is_sqlite:
            yield
            return
        if not self._turn.acquire(timeout=BUSY_SECONDS):
            raise Busy
        try:
            yield
        finally:
            self._turn.release()

    def close(self) -> None:
        """Close every pooled connection."""
        self.writer.dispose()
        self.reader.dispose()


@contextmanager
def _busy() -> Iterator[None]:
    try:
        yield
    except OperationalError as error:
        if "database is locked" in str(error.orig) or "lock timeout" in str(error.orig):
            raise Busy from error
        raise
    except DataError as error:
        if "NUL" in str(error.orig):
            raise NotWritable from error
        raise


def _sqlite(url: str, begin: str, *, size: int) -> Engine:
    engine = create_engine(
        url,
        poolclass=QueuePool,
        pool_size=size,
        max_overflow=0,
        pool_timeout=BUSY_SECONDS,
        connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False},
    )

    @event.listens_for(engine, "connect")
    def prepare(dbapi: Any, _record: Any) -> None:
        dbapi.isolation_level = None
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            f"busy_timeout={BUSY_SECONDS * 1000}",
            "mmap_size=0",
            "cache_size=-65536",
            "temp_store=MEMORY",
        ):
            dbapi.execute(f"PRAGMA {pragma}").close()

    @event.listens_for(engine, "begin")
    def start(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def _postgresql(url: str) -> Engine:
    return create_engine(
        url,
        pool_size=10,
        max_overflow=10,
        pool_timeout=BUSY_SECONDS,
        pool_pre_ping=True,
        connect_args={"options": "-c timezone=UTC -c lock_timeout=30s -c jit=off"},
    )
