"""Statements over files. A file is read by its uploader until a record takes it, then by right."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row, insert, select, update

from jingzhun.attachments.errors import AttachmentNotFound
from jingzhun.attachments.models import attachment
from jingzhun.kit.unit import Unit


class AttachmentRepository:
    """Files the actor may reach."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit

    def add(self, row: dict[str, Any]) -> None:
        """Keep what is known about a file."""
        self._unit.execute(insert(attachment).values(**row))

    def get(self, attachment_id: str) -> Row[Any]:
        """One file within reach; raises AttachmentNotFound."""
        row = self._unit.execute(
            select(attachment).where(attachment.c.id == attachment_id)
        ).one_or_none()
        if row is None or not self._may_read(row):
            raise AttachmentNotFound
        return row

    def _may_read(self, row: Row[Any]) -> bool:
        actor = self._unit.actor
        if row.subject is None:
            return bool(row.uploaded_by == actor.id)
        return actor.covers(row.needs, row.place_path)

    def give(self, attachment_id: str, **owner: str) -> None:
        """Let a record take the file."""
        self._unit.execute(
            update(attachment).where(attachment.c.id == attachment_id).values(**owner)
        )
