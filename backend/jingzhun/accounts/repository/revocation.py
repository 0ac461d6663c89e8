"""The table by which every process learns who is out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, insert, select, update

from jingzhun.accounts.models import revocation
from jingzhun.kit.unit import Unit


def write(unit: Unit, kind: str, subject_id: str, below: int) -> None:
    """Void every token of the subject of a generation smaller than `below`."""
    raised = unit.execute(
        update(revocation)
        .where(revocation.c.kind == kind, revocation.c.subject_id == subject_id)
        .values(below=below, at=unit.now)
    )
    if not raised.rowcount:
        unit.execute(
            insert(revocation).values(kind=kind, subject_id=subject_id, below=below, at=unit.now)
        )


def since(unit: Unit, at: datetime) -> Sequence[Row[Any]]:
    """Revocations young enough to matter for a token still alive."""
    columns = (revocation.c.kind, revocation.c.subject_id, revocation.c.below, revocation.c.at)
    return unit.execute(select(*columns).where(revocation.c.at >= at)).all()


def forget(unit: Unit, before: datetime) -> None:
    """Drop what no living token can meet any more."""
    unit.execute(delete(revocation).where(revocation.c.at < before))
