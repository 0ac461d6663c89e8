"""Kills a process of its own with SIGKILL while it works on the store under test.

`Scene.run(work, …)` forks a child from a server that has everything imported, opens a context of
its own on the same store and calls `work(context, tell, *args)`, a function of a module. After
each commit the work says so with `tell("…")`; what it told survives the kill. The child dies

- `after` so many seconds from its start, or
- `at_step` n: just before its n-th statement or commit of a writing transaction (so that every
  moment of a transaction can be met on purpose), or just after that commit with `past=True`;

or ends by itself. The number of kills is JINGZHUN_TEST_KILLS (few by default, `make faults` many).

    def approve(context: Context, tell: Tell, plan_id: str) -> None: ...

    def test_killed(scene: Scene) -> None:
        for chance in scene.chances():
            outcome = scene.run(approve, plan_id, at_step=chance.randint(1, 30))
            ... check the store against outcome.told
"""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import event, text

from jingzhun.journal.service import verify
from jingzhun.kit.database import Database
from jingzhun.kit.settings import Settings
from jingzhun.main import make_context
from jingzhun.web.context import Context

Tell = Callable[[str], None]
KILLS = int(os.environ.get("JINGZHUN_TEST_KILLS", "6"))
PATIENCE = 60.0
_VICTIM = "jingzhun-victim"
_FORKS = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload(["jingzhun.main", "tests.faults.harness"])


@dataclass(frozen=True)
class Outcome:
    """What the work told before it ended, and whether it was killed."""

    told: list[str]
    was_killed: bool


@dataclass(frozen=True)
class Death:
    """When the child dies; by itself where neither is given."""

    after: float | None = None
    at_step: int | None = None
    past: bool = False


@dataclass
class Scene:
    """The store under test, seen by the test through `context` and by children on their own."""

    context: Context
    folder: Path
    now: datetime
    _serial: int = 0

    @property
    def database(self) -> Database:
        """The store as the test sees it."""
        return self.context.database

    def chances(self, share: float = 1.0) -> Iterator[random.Random]:
        """One source of chance for each kill; `share` of all kills of this run, at least two."""
        start = int(os.environ.get("JINGZHUN_TEST_SEED", "84"))
        for serial in range(max(2, round(KILLS * share))):
            yield random.Random(f"{start} {serial}")

    def run(self, work: Callable[..., None], *args: Any, **death: Any) -> Outcome:
        """Let a child do the work until its death; `death` as in the module's text."""
        child = self.start(work, *args, **death)
        return self.finish(child)

    def start(self, work: Callable[..., None], *args: Any, **death: Any) -> Child:
        """Start the work beside the test; `finish` waits for its end."""
        self._serial += 1
        place = self.folder / f"child-{self._serial}"
        place.mkdir()
        wanted = Death(**death)
        settings = self.context.settings.model_dump()
        given = (self.database.url, settings, self.now, str(place), wanted, work, args)
        process = _FORKS.Process(target=_live, args=given, daemon=True)
        process.start()
        return Child(process, place, wanted)

    def finish(self, child: Child) -> Outcome:
        """Wait for the child's end, or bring it about; raises where the work itself failed."""
        if child.death.after is not None:
            _wait(lambda: (child.place / "begun").exists() or not child.process.is_alive())
            child.process.join(child.death.after)
            child.process.kill()
        child.process.join(PATIENCE)
        if child.process.is_alive():
            child.process.kill()
            raise AssertionError("the work neither ended nor died")
        code = child.process.exitcode
        child.process.close()
        problem = child.place / "problem"
        if problem.exists():
            raise AssertionError(f"the work failed by itself:\n{problem.read_text()}")
        if code not in (0, -signal.SIGKILL):
            raise AssertionError(f"the work ended with {code}")
        if not self.database.is_sqlite:
            _wait(self._is_alone)
        told = child.place / "told"
        lines = told.read_text().split("\n")[:-1] if told.exists() else []
        return Outcome(lines, code == -signal.SIGKILL)

    def _is_alone(self) -> bool:
        """PostgreSQL ends the transaction of a dead client as soon as it notices."""
        query = text("SELECT count(*) FROM pg_stat_activity WHERE application_name = :name")
        with self.database.reader.connect() as connection:
            return not connection.execute(query, {"name": _VICTIM}).scalar_one()

    def assert_journal_is_whole(self) -> None:
        """Prove the chain."""
        fault = verify(self.database)
        assert fault is None, fault


@dataclass
class Child:
    """A process at work."""

    process: Any
    place: Path
    death: Death


def _wait(done: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not done():
        if time.monotonic() > end:
            raise AssertionError("waited too long")
        time.sleep(0.005)


def _live(
    url: str, settings: dict[str, Any], now: datetime, place: str, death: Death,
    work: Callable[..., None], args: tuple[Any, ...],
) -> None:  # fmt: skip
    """The child's life."""
    folder = Path(place)
    told = os.open(folder / "told", os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    def tell(line: str) -> None:
        os.write(told, f"{line}\n".encode())

    try:
        named = url if url.startswith("sqlite") else _named(url)
        database = Database(named)
        context = make_context(Settings(**settings), now=lambda: now, database=database)
        _arrange(database, death)
        (folder / "begun").touch()
        work(context, tell, *args)
    except BaseException as error:  # noqa: BLE001 - the test says what it was
        told_more = getattr(error, "errors", "")
        (folder / "problem").write_text(f"{traceback.format_exc()}\n{told_more}")
        os._exit(1)


def _named(url: str) -> str:
    return f"{url}{'&' if '?' in url else '?'}application_name={_VICTIM}"


def _arrange(database: Database, death: Death) -> None:
    """Count the steps of writing transactions and die at the one that was asked for."""
    if death.at_step is None:
        return
    left = death.at_step

    def step(*_: Any) -> None:
        nonlocal left
        left -= 1
        if left <= 0:
            _die()

    engine = database.writer
    if not death.past:
        event.listen(engine, "before_cursor_execute", step)
        event.listen(engine, "commit", step)
        return
    # Dying as the connection comes back to the pool: committed, but nobody was told.
    event.listen(engine.pool, "reset", step)


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)
