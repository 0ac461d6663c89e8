"""Every statement over jobs. Reading is by the one who asked; claiming is the runner's own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, func, insert, literal, or_, select, update

from jingzhun.jobs.errors import JobNotFound
from jingzhun.jobs.models import job
from jingzhun.kit.columns import Instant
from jingzhun.kit.unit import Unit

LEASE = timedelta(seconds=60)
MOST_ATTEMPTS = 3
UNFINISHED = ("queued", "running")


class JobRepository:
    """The jobs of the unit's actor."""

    def __init__(self, unit: Unit) -> None:
        self.unit = unit

    def find(self, job_id: str) -> Row[Any] | None:
        """One own job, or None."""
        return self.unit.execute(select(job).where(job.c.id == job_id, self._own())).one_or_none()

    def get(self, job_id: str) -> Row[Any]:
        """One own job; raises JobNotFound."""
        found = self.find(job_id)
        if found is None:
            raise JobNotFound
        return found

    def page(self, state: str | None, offset: int, size: int) -> tuple[Sequence[Row[Any]], int]:
        """Own jobs, newest first, and how many there are."""
        where = [self._own()] + ([job.c.state == state] if state else [])
        rows = self.unit.execute(
            select(job).where(*where).order_by(job.c.made_at.desc(), job.c.id.desc())
            .offset(offset).limit(size)
        ).all()  # fmt: skip
        total = self.unit.execute(select(func.count()).select_from(job).where(*where)).scalar_one()
        return rows, total

    def unfinished(self) -> int:
        """How many own jobs wait or run."""
        count = select(func.count()).select_from(job)
        where = (self._own(), job.c.state.in_(UNFINISHED))
        return int(self.unit.execute(count.where(*where)).scalar_one())

    def add(self, row: dict[str, Any]) -> None:
        """Enter a job."""
        self.unit.execute(insert(job).values(**row))

    def ask_cancel(self, job_id: str) -> None:
        """Mark a running job; end a waiting one at once."""
        self.unit.execute(update(job).where(job.c.id == job_id).values(wants_cancel=True))
        self.unit.execute(
            update(job)
            .where(job.c.id == job_id, job.c.state == "queued")
            .values(state="cancelled", ended_at=self.unit.now)
        )

    def _own(self) -> ColumnElement[bool]:
        return job.c.actor_id == self.unit.actor.id


def _claimable(now: datetime) -> ColumnElement[bool]:
    return or_(job.c.state == "queued", and_(job.c.state == "running", job.c.lease_until < now))


def has_waiting(unit: Unit) -> bool:
    """Whether there is anything to claim; asked before a writer is taken."""
    found = select(job.c.id).where(_claimable(unit.now)).limit(1)
    return unit.execute(found).first() is not None


def claim(unit: Unit, holder: str) -> Row[Any] | None:
    """Lease the oldest waiting job, or one whose worker was lost; None where there is none."""
    oldest = select(job.c.id).where(_claimable(unit.now)).order_by(job.c.made_at, job.c.id).limit(1)
    if unit.is_postgresql:
        oldest = oldest.with_for_update(skip_locked=True)
    return unit.execute(
        update(job)
        .where(job.c.id == oldest.scalar_subquery())
        .values(
            state="running", lease_holder=holder, lease_until=unit.now + LEASE,
            attempts=job.c.attempts + 1, done=0,
            started_at=func.coalesce(job.c.started_at, literal(unit.now, Instant())),
        )
        .returning(*job.c)
    ).one_or_none()  # fmt: skip


def keep(unit: Unit, job_id: str, holder: str, done: int, total: int) -> bool | None:
    """Write progress and prolong the lease; True where cancelling was asked, None if it is lost."""
    kept = unit.execute(
        update(job)
        .where(job.c.id == job_id, job.c.lease_holder == holder, job.c.state == "running")
        .values(done=done, total=total, lease_until=unit.now + LEASE)
        .returning(job.c.wants_cancel)
    ).one_or_none()
    return None if kept is None else bool(kept.wants_cancel)


def end(unit: Unit, job_id: str, holder: str, **values: Any) -> None:
    """End a job that is still held."""
    unit.execute(
        update(job)
        .where(job.c.id == job_id, job.c.lease_holder == holder)
        .values(ended_at=unit.now, lease_until=None, lease_holder=None, **values)
    )


def release_all(unit: Unit) -> None:
    """After a restart of the only process nobody holds anything any more."""
    unit.execute(update(job).where(job.c.state == "running").values(lease_until=unit.now - LEASE))


def forget_before(unit: Unit, day: datetime) -> list[str]:
    """Delete ended jobs of before an instant; return their ids."""
    old = and_(job.c.ended_at.is_not(None), job.c.ended_at < day)
    return list(unit.execute(job.delete().where(old).returning(job.c.id)).scalars())
