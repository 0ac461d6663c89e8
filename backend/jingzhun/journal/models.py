"""The chain of entries and its one head row, locked last by every writing unit."""

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, String, Table, Text

from jingzhun.kit.columns import Id, Instant, Path, ascii_text
from jingzhun.kit.db import METADATA, append_only

journal_entry = Table(
    "journal_entry",
    METADATA,
    Column("seq", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    Column("id", Id, nullable=False, unique=True),
    Column("happened_at", Instant, nullable=False),
    Column("actor_id", Id, nullable=False),
    Column("actor_name", String(60), nullable=False),
    Column("actor_roles", String(400), nullable=False),
    Column("address", ascii_text(45), nullable=False),
    Column("request_id", Id, nullable=False),
    Column("action", ascii_text(60), nullable=False),
    Column("subject", ascii_text(40), nullable=False),
    Column("subject_id", ascii_text(60), nullable=False),
    Column("place_path", Path, nullable=False),
    Column("is_access", Boolean, nullable=False),
    Column("summary", String(300), nullable=False),
    Column("reason", String(300), nullable=False),
    Column("before", Text, nullable=True),
    Column("after", Text, nullable=True),
    Column("previous", ascii_text(64), nullable=False),
    Column("hash", ascii_text(64), nullable=False),
    Index("ix_journal_entry_subject", "subject", "subject_id"),
    Index("ix_journal_entry_actor_id", "actor_id", "seq"),
    Index("ix_journal_entry_is_access", "is_access", "seq"),
    Index("ix_journal_entry_happened_at", "happened_at"),
)
append_only(journal_entry)

journal_head = Table(
    "journal_head",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("seq", BigInteger, nullable=False),
    Column("hash", ascii_text(64), nullable=False),
)
