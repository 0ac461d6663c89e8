"""The checking of an upload as a job, and the hourly deleting of files past their time."""

from __future__ import annotations

from jingzhun.imports.repository.batches import BatchRepository
from jingzhun.imports.service.batches import CHECK, delete_outlived
from jingzhun.imports.service.checking import STAGE, check
from jingzhun.jobs.kinds import Kind, register, register_sweep
from jingzhun.jobs.service import Running


def _work(running: Running) -> None:
    batch_id = str(running.content["batch_id"])
    check(running.context, running.actor, batch_id, running.progress)
    running.result = {"batch_id": batch_id}


def _failed(running: Running, code: str, words: str) -> None:
    context, batch_id = running.context, str(running.content["batch_id"])
    with context.database.write(running.actor, now=context.now()) as unit:
        repository = BatchRepository(unit, STAGE)
        row = repository.find(batch_id, locks=True)
        # A later job may have taken the batch over; what it says then is not ours to change.
        if row is not None and row.job_id == running.job_id:
            repository.change(batch_id, state="failed", error_code=code, error=words[:500])


def register_jobs() -> None:
    """Make the work known to the runner."""
    register(Kind(CHECK, "检查花名册", _work, _failed))
    register_sweep(delete_outlived)
