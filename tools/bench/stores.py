"""Makes the stores that are measured: migrated, with the places and so many made-up households."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jingzhun import assembly
from jingzhun.households.service.bulk import Draft, load
from jingzhun.kit import schema
from jingzhun.kit.actor import Actor, system_actor
from jingzhun.kit.settings import Settings
from jingzhun.main import make_context
from jingzhun.places.finding import Place
from jingzhun.places.repository import read_index
from jingzhun.policy.roles import Permission
from jingzhun.web.context import Context
from tests import postgres
from tools.bench import people

_AT_ONCE = 10_000


@dataclass
class Store:
    """A filled store. `kind` is sqlite or postgresql; `database_url` is empty for SQLite."""

    kind: str
    folder: Path
    database_url: str
    households: int
    load_seconds: float = 0.0

    @property
    def settings(self) -> Settings:
        """Settings of a context in this process."""
        return Settings(data_dir=self.folder, database_url=self.database_url)

    @property
    def url(self) -> str:
        """The address of the database."""
        return self.settings.url

    @property
    def environment(self) -> dict[str, str]:
        """Variables of a server on this store."""
        return {
            "JINGZHUN_DATA_DIR": str(self.folder),
            "JINGZHUN_DATABASE_URL": self.database_url,
        }

    @contextlib.contextmanager
    def context(self) -> Iterator[Context]:
        """An open context in this process."""
        context = make_context(self.settings)
        try:
            yield context
        finally:
            context.database.close()


def everybody() -> Actor:
    """Who may do everything, for arranging."""
    return system_actor("测速", frozenset(map(str, Permission)))


@contextlib.contextmanager
def made(kind: str, households: int, kept: Path | None = None) -> Iterator[Store]:
    """A store of the kind; SQLite's is kept in the folder `kept` and used again."""
    if kind == "sqlite" and kept is not None:
        folder = kept / f"{households}"
        store = Store(kind, folder, "", households)
        if not (folder / "filled").exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
            fill(store)
            (folder / "filled").touch()
        yield store
        return
    with tempfile.TemporaryDirectory(prefix="jingzhun-bench-") as name, contextlib.ExitStack() as s:
        url = ""
        if kind == "postgresql":
            url = s.enter_context(postgres.database(s.enter_context(postgres.server())))
        store = Store(kind, Path(name), url, households)
        fill(store)
        yield store


def fill(store: Store) -> None:
    """Migrate, enter the places, an administrator and the people."""
    began = time.perf_counter()
    with store.context() as context:
        database = context.database
        schema.upgrade(database.writer)
        assembly.seed(context)
        assembly.first_administrator(context, "bench-admin")
        done = 0
        while done < store.households:
            some = min(_AT_ONCE, store.households - done)
            with database.write(everybody()) as unit:
                load(unit, context.keys, _slice(villages_of(context), done, some, store), "bench")
            done += some
        if store.kind == "postgresql":
            # Its own autovacuum would do it within a minute; SQLite is measured as it comes.
            with database.writer.connect() as connection:
                connection.exec_driver_sql("ANALYZE")
                connection.commit()
    store.load_seconds = time.perf_counter() - began


def villages_of(context: Context) -> list[Place]:
    """Every village, by path."""
    with context.database.read(everybody()) as unit:
        found = [one for one in read_index(unit).places.values() if one.kind == "village"]
    return sorted(found, key=lambda one: one.path)


def _slice(villages: list[Place], done: int, some: int, store: Store) -> Iterator[Draft]:
    share = max(1, round(len(villages) * some / store.households))
    start = round(len(villages) * done / store.households)
    mine = villages[start : start + share] or villages[-1:]
    return people.drafts(mine, some, first=done)
