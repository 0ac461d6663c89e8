"""Batches and sheets within the actor's places, and what is remembered of headings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import orjson
from sqlalchemy import ColumnElement, Row, delete, func, insert, or_, select, update

from jingzhun.imports.errors import ImportNotFound
from jingzhun.imports.models import (
    column_memory,
    import_batch,
    import_finding,
    import_row,
    import_sheet,
)
from jingzhun.kit.columns import within
from jingzhun.kit.unit import Unit


class BatchRepository:
    """Batches the actor uploaded, or staged within places where it holds `permission`."""

    def __init__(self, unit: Unit, permission: str) -> None:
        self.unit, self.paths = unit, unit.actor.paths(permission)

    def find(self, batch_id: str, *, locks: bool = False) -> Row[Any] | None:
        """One batch in scope, or None; `locks` keeps other writers away until the commit."""
        found = select(import_batch).where(import_batch.c.id == batch_id, self._scope())
        return self.unit.execute(found.with_for_update() if locks else found).one_or_none()

    def get(self, batch_id: str, *, locks: bool = False) -> Row[Any]:
        """One batch in scope; raises ImportNotFound."""
        found = self.find(batch_id, locks=locks)
        if found is None:
            raise ImportNotFound
        return found

    def page(self, state: str | None, offset: int, size: int) -> tuple[Sequence[Row[Any]], int]:
        """A page of batches, newest first, and how many there are."""
        where = [self._scope()] + ([import_batch.c.state == state] if state else [])
        rows = self.unit.execute(
            select(import_batch).where(*where)
            .order_by(import_batch.c.made_at.desc(), import_batch.c.id.desc())
            .offset(offset).limit(size)
        ).all()  # fmt: skip
        count = select(func.count()).select_from(import_batch).where(*where)
        return rows, int(self.unit.execute(count).scalar_one())

    def add(self, row: dict[str, Any]) -> None:
        """Enter a batch."""
        self.unit.execute(insert(import_batch).values(**row))

    def change(self, batch_id: str, **values: Any) -> None:
        """Change a batch and count its version on."""
        if "counts" in values:
            values["counts"] = orjson.dumps(values["counts"]).decode()
        self.unit.execute(
            update(import_batch)
            .where(import_batch.c.id == batch_id)
            .values(rev=import_batch.c.rev + 1, **values)
        )

    def sheets(self, batch_id: str) -> Sequence[Row[Any]]:
        """The sheets of a batch in the order of the workbook."""
        return self.unit.execute(
            select(import_sheet)
            .where(import_sheet.c.batch_id == batch_id)
            .order_by(import_sheet.c.position)
        ).all()

    def clear(self, batch_id: str) -> None:
        """Forget sheets, rows and findings."""
        for table in (import_finding, import_row, import_sheet):
            self.unit.execute(delete(table).where(table.c.batch_id == batch_id))

    def _scope(self) -> ColumnElement[bool]:
        own = import_batch.c.actor_id == self.unit.actor.id
        return or_(own, within(import_batch.c.scope_path, self.paths))


def remembered(unit: Unit, target: str) -> dict[str, str]:
    """What operators said of headings, for a target."""
    rows = unit.execute(
        select(column_memory.c.heading, column_memory.c.key).where(column_memory.c.target == target)
    )
    return {row.heading: row.key for row in rows}


def remember(unit: Unit, target: str, said: dict[str, str]) -> None:
    """Keep what an operator says of headings; the last word counts."""
    if not said:
        return
    unit.execute(
        delete(column_memory).where(
            column_memory.c.target == target, column_memory.c.heading.in_(said)
        )
    )
    actor = unit.actor
    unit.execute(
        insert(column_memory),
        [
            {"target": target, "heading": heading, "key": key, "actor_id": actor.id,
             "actor_name": actor.name, "made_at": unit.now}
            for heading, key in said.items()
        ],
    )  # fmt: skip


def tell(unit: Unit, batch_id: str, done: int, total: int) -> None:
    """Write how far the reading is."""
    unit.execute(
        update(import_batch).where(import_batch.c.id == batch_id).values(done=done, total=total)
    )


def outlived(unit: Unit, now: datetime) -> Iterable[str]:
    """Batches whose file has passed its time."""
    rows = unit.execute(select(import_batch.c.id).where(import_batch.c.file_until < now))
    return list(rows.scalars())
