"""Takes jobs in, runs them in threads, ends them. A stopped process loses no job."""

from __future__ import annotations

import threading
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import orjson
import structlog

from jingzhun.jobs import repository as jobs
from jingzhun.jobs.errors import (
    Cancelled,
    FileBeyondReach,
    JobEnded,
    JobHasNoFile,
    LeaseLost,
    TooManyJobs,
)
from jingzhun.jobs.kinds import KINDS, SWEEPS
from jingzhun.jobs.models import SEAL
from jingzhun.jobs.repository import MOST_ATTEMPTS, JobRepository
from jingzhun.kit.actor import Actor, Grant, system_actor
from jingzhun.kit.errors import Refusal
from jingzhun.kit.files import SealedFiles
from jingzhun.kit.ids import new_id
from jingzhun.kit.unit import Unit
from jingzhun.web.context import Context

_LOG = structlog.get_logger("jingzhun.jobs")
MOST_UNFINISHED = 20
KEPT = timedelta(days=30)
_POLL_SECONDS = 1.0
_WRITE_SECONDS = 0.5
_WAKE = threading.Condition()


def submit(unit: Unit, context: Context, kind: str, content: dict[str, Any]) -> str:
    """Enter a job for the unit's actor; it starts once the unit commits. Returns its id."""
    repository = JobRepository(unit)
    count = repository.unfinished()
    if count >= MOST_UNFINISHED:
        raise TooManyJobs(count=count)
    job_id = new_id()
    seal = context.keys.seal
    repository.add(
        {
            "id": job_id, "kind": kind, "title": KINDS[kind].title, "state": "queued",
            "done": 0, "total": 0, "actor_id": unit.actor.id, "actor_name": unit.actor.name,
            "sealed_actor": seal(orjson.dumps(_actor_content(unit.actor)).decode(), SEAL),
            "sealed_content": seal(orjson.dumps(content).decode(), SEAL),
            "attempts": 0, "wants_cancel": False, "made_at": unit.now,
        }
    )  # fmt: skip
    unit.after_commit.append(wake)
    return job_id


def cancel(unit: Unit, job_id: str) -> None:
    """Ask a job to stop; a waiting one ends at once."""
    found = JobRepository(unit).get(job_id)
    if found.state not in jobs.UNFINISHED:
        raise JobEnded
    JobRepository(unit).ask_cancel(job_id)


def result_file(unit: Unit, context: Context, job_id: str) -> tuple[bytes, str, str]:
    """Content, name and media type of a finished job's file."""
    found = JobRepository(unit).get(job_id)
    _refuse_beyond(unit, context, found)
    content = files(context).find(job_id) if found.result_name else None
    if content is None:
        raise JobHasNoFile
    return content, found.result_name, found.result_type or "application/octet-stream"


def _refuse_beyond(unit: Unit, context: Context, row: Any) -> None:
    """The file holds what its owner could see then; it is for who still can."""
    needs = KINDS[row.kind].needs if row.kind in KINDS else None
    if needs is None:
        return
    asker, content = _asked(context, row)
    permission = needs(content)
    if not all(unit.actor.covers(permission, path) for path in asker.paths(permission)):
        raise FileBeyondReach


def _asked(context: Context, row: Any) -> tuple[Actor, dict[str, Any]]:
    """Who asked for a job, with the grants of that moment, and for what."""
    unseal = context.keys.unseal
    asker = _actor(orjson.loads(unseal(row.sealed_actor, SEAL)))
    return asker, orjson.loads(unseal(row.sealed_content, SEAL))


def files(context: Context) -> SealedFiles:
    """Where results of jobs are kept."""
    return SealedFiles(context.files_dir, context.keys, SEAL)


def wake() -> None:
    """Tell this process's runners that there is work."""
    with _WAKE:
        _WAKE.notify_all()


def _actor_content(actor: Actor) -> dict[str, Any]:
    return {
        "id": actor.id, "name": actor.name, "kind": actor.kind, "session": actor.session,
        "address": actor.address, "request_id": actor.request_id,
        "grants": [[one.role, one.path, sorted(one.permissions)] for one in actor.grants],
    }  # fmt: skip


def _actor(content: dict[str, Any]) -> Actor:
    grants = tuple(
        Grant(role, path, frozenset(permissions)) for role, path, permissions in content["grants"]
    )
    return Actor(**{**content, "grants": grants})


@dataclass
class Running:
    """One job in hand: what was asked, by whom, and how to tell how far it is."""

    context: Context
    job_id: str
    actor: Actor
    content: dict[str, Any]
    holder: str
    result: dict[str, Any] = field(default_factory=dict)
    _file: tuple[str, str] | None = None
    _told_at: float = 0.0

    def progress(self, done: int, total: int) -> None:
        """Tell how far it is, at most twice a second; raises where cancelling was asked."""
        now = time.monotonic()
        if now - self._told_at < _WRITE_SECONDS:
            return
        self._told_at = now
        with self.context.database.write(self.actor, now=self.context.now()) as unit:
            wants_cancel = jobs.keep(unit, self.job_id, self.holder, done, total)
        if wants_cancel is None:
            raise LeaseLost
        if wants_cancel:
            raise Cancelled

    def keep_file(self, content: bytes, name: str, media_type: str) -> None:
        """Keep the result for download, sealed."""
        files(self.context).write(self.job_id, content)
        self._file = (name, media_type)

    def ended(self) -> dict[str, Any]:
        """What the row says of a job that is done."""
        name, media_type = self._file or (None, None)
        return {
            "state": "done", "result": orjson.dumps(self.result).decode() if self.result else None,
            "result_name": name, "result_type": media_type,
        }  # fmt: skip


class Runner:
    """Threads of this process that take jobs, one at a time each."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._stopped = threading.Event()
        self._threads = [
            threading.Thread(target=self._run, name=f"jobs-{number}", daemon=True)
            for number in range(context.settings.job_threads)
        ]

    def start(self) -> Callable[[], None]:
        """Begin; return the call that stops after the job in hand gives way."""
        if self._context.database.is_sqlite:
            with self._context.database.write(_RUNNER, now=self._context.now()) as unit:
                jobs.release_all(unit)
        for thread in self._threads:
            thread.start()
        return self.stop

    def stop(self) -> None:
        """Take no further job; one in hand is taken up again after the next start."""
        self._stopped.set()
        wake()
        for thread in self._threads:
            thread.join(timeout=5)

    def _run(self) -> None:
        swept_at = time.monotonic()
        while not self._stopped.is_set():
            try:
                worked = run_one(self._context)
                if time.monotonic() - swept_at > 3600:
                    swept_at = time.monotonic()
                    sweep(self._context)
            except Exception as error:  # noqa: BLE001 - the store may be away; ask again
                _LOG.warning("jobs not asked", kind=type(error).__name__)
                worked = False
            if not worked:
                with _WAKE:
                    _WAKE.wait(_POLL_SECONDS)


_RUNNER = system_actor("后台任务")


def run_one(context: Context) -> bool:
    """Carry out the oldest waiting job; False where none waits."""
    with context.database.read(_RUNNER, now=context.now()) as unit:
        if not jobs.has_waiting(unit):
            return False
    holder = new_id()
    with context.database.write(_RUNNER, now=context.now()) as unit:
        row = jobs.claim(unit, holder)
    if row is None:
        return False
    running = Running(context, row.id, *_asked(context, row), holder)
    if row.wants_cancel:
        _end(running, row.kind, {"state": "cancelled"})
    elif row.attempts > MOST_ATTEMPTS:
        _end(running, row.kind, _failed("job-interrupted", "任务多次中断，没有完成。请重新提交。"))
    else:
        _carry_out(running, row.kind)
    return True


def _carry_out(running: Running, kind: str) -> None:
    try:
        KINDS[kind].work(running)
        outcome = running.ended()
    except LeaseLost:
        return
    except Cancelled:
        outcome = {"state": "cancelled"}
    except Refusal as refusal:
        outcome = _failed(refusal.code, refusal.detail)
    except Exception as error:  # noqa: BLE001 - a job's fault ends the job, not the runner
        # Places only: a traceback with values would carry keys and personal data into the log.
        frames = traceback.extract_tb(error.__traceback__)[-6:]
        places = [f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames]
        _LOG.error("job failed", kind=kind, error=type(error).__name__, places=places)
        outcome = _failed("internal", "系统内部出错，任务没有完成。请重试，仍不行的联系管理员。")
    _end(running, kind, outcome)


def _failed(code: str, words: str) -> dict[str, Any]:
    return {"state": "failed", "error_code": code, "error": words[:500]}


def _end(running: Running, kind: str, outcome: dict[str, Any]) -> None:
    context = running.context
    tell = KINDS[kind].failed if kind in KINDS else None
    if tell is not None and outcome["state"] != "done":
        tell(running, outcome.get("error_code") or "cancelled", outcome.get("error") or "已取消。")
    with context.database.write(running.actor, now=context.now()) as unit:
        jobs.end(unit, running.job_id, running.holder, **outcome)


def sweep(context: Context) -> None:
    """Delete what has passed its time: old jobs with their files, and what others registered."""
    with context.database.write(_RUNNER, now=context.now()) as unit:
        gone = jobs.forget_before(unit, unit.now - KEPT)
    for job_id in gone:
        files(context).delete(job_id)
    for each in SWEEPS:
        each(context)
