"""Keeps files sealed, gives them to records, opens them for who may read the record."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row

from jingzhun.attachments import sniffing
from jingzhun.attachments.errors import (
    AttachmentNotFound,
    AttachmentTaken,
    FileEmpty,
    FileTooLarge,
    KindRefused,
)
from jingzhun.attachments.repository import AttachmentRepository
from jingzhun.kit.actor import Actor
from jingzhun.kit.files import SealedFiles
from jingzhun.kit.ids import new_id
from jingzhun.kit.unit import Entry, Unit
from jingzhun.policy.roles import Permission
from jingzhun.web.context import Context

KIND = "attachment"


@dataclass(frozen=True)
class Stored:
    """A file whose content lies sealed in its place; nothing in the database speaks of it yet."""

    file_name: str
    media_type: str
    size_bytes: int
    sha256: str
    content: str


def store(actor: Actor, context: Context, name: str, content: bytes) -> Stored:
    """Seal a file into its place, before any transaction; the same content lies there once."""
    actor.require(Permission.ATTACHMENTS_ADD)
    limit = context.settings.upload_limit
    if len(content) > limit:
        raise FileTooLarge(limit=limit >> 20)
    if not content:
        raise FileEmpty
    kind = sniffing.find_kind(content)
    if kind is None:
        raise KindRefused
    digest = hashlib.sha256(content).hexdigest()
    place = context.keys.blind(digest, KIND)
    _files(context).write(place, content)
    return Stored(sniffing.safe_name(name, kind), kind, len(content), digest, place)


def keep(unit: Unit, stored: Stored) -> Row[Any]:
    """Enter a stored file; returns what is known about it."""
    unit.actor.require(Permission.ATTACHMENTS_ADD)
    attachment_id = new_id()
    repository = AttachmentRepository(unit)
    repository.add(
        {
            **vars(stored), "id": attachment_id, "uploaded_by": unit.actor.id,
            "uploaded_name": unit.actor.name, "uploaded_at": unit.now,
        }
    )  # fmt: skip
    after = {"sha256": stored.sha256, "media_type": stored.media_type}
    unit.note(Entry("attachment.upload", KIND, attachment_id, "上传附件", after=after))
    return repository.get(attachment_id)


def give(
    unit: Unit, attachment_id: str, subject: str, subject_id: str, *, needs: str, place_path: str
) -> None:
    """Let a record take a file its actor uploaded; `needs` is the permission that opens it there.

    The same record may name the file again; raises AttachmentTaken for another record.
    """
    repository = AttachmentRepository(unit)
    row = repository.get(attachment_id)
    if row.subject is not None:
        if (row.subject, row.subject_id) == (subject, subject_id):
            return
        raise AttachmentTaken
    repository.give(
        attachment_id, subject=subject, subject_id=subject_id, needs=str(needs),
        place_path=place_path,
    )  # fmt: skip


def open_file(unit: Unit, context: Context, attachment_id: str) -> tuple[Row[Any], bytes]:
    """Return what is known about a file and its content; raises AttachmentNotFound."""
    row = AttachmentRepository(unit).get(attachment_id)
    content = _files(context).find(row.content)
    if content is None:
        raise AttachmentNotFound
    return row, content


def _files(context: Context) -> SealedFiles:
    return SealedFiles(context.files_dir, context.keys, KIND)
