"""Idempotency keys: written in the same transaction as the effect they stand for."""

from sqlalchemy import Column, Index, Integer, LargeBinary, String, Table

from jingzhun.kit.columns import Id, Instant, ascii_text
from jingzhun.kit.db import METADATA

idempotency_key = Table(
    "idempotency_key",
    METADATA,
    Column("actor_id", Id, primary_key=True),
    Column("key", ascii_text(120), primary_key=True),
    Column("fingerprint", ascii_text(64), nullable=False),
    Column("status", Integer, nullable=False),
    Column("answer", LargeBinary, nullable=False),
    Column("etag", String(40), nullable=True),
    Column("made_at", Instant, nullable=False),
    Index("ix_idempotency_key_made_at", "made_at"),
)
