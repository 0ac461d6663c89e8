"""Jobs with their lease. What a job was asked is sealed: it may name people."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Index,
    Integer,
    String,
    Table,
    Text,
)

from jingzhun.kit.columns import Id, Instant, ascii_text
from jingzhun.kit.db import METADATA

SEAL = "job"
STATES = ("queued", "running", "done", "failed", "cancelled")

job = Table(
    "job",
    METADATA,
    Column("id", Id, primary_key=True),
    Column("kind", ascii_text(40), nullable=False),
    Column("title", String(120), nullable=False),
    Column("state", ascii_text(10), nullable=False),
    Column("done", Integer, nullable=False),
    Column("total", Integer, nullable=False),
    Column("actor_id", Id, nullable=False),
    Column("actor_name", String(60), nullable=False),
    Column(
        "sealed_actor",
        Text,
        nullable=False,
        comment="who asked, with grants at that moment",
        info={"seal": SEAL},
    ),
    Column(
        "sealed_content", Text, nullable=False, comment="what was asked, JSON", info={"seal": SEAL}
    ),
    Column("result", Text, nullable=True, comment="JSON without protected values"),
    Column("result_name", String(120), nullable=True, comment="file name for the download"),
    Column("result_type", ascii_text(100), nullable=True),
    Column("error_code", ascii_text(80), nullable=True),
    Column("error", String(500), nullable=True),
    Column("attempts", Integer, nullable=False),
    Column("wants_cancel", Boolean, nullable=False),
    Column("lease_until", Instant, nullable=True),
    Column("lease_holder", Id, nullable=True),
    Column("made_at", Instant, nullable=False),
    Column("started_at", Instant, nullable=True),
    Column("ended_at", Instant, nullable=True),
    CheckConstraint("state IN ('queued','running','done','failed','cancelled')", name="state"),
    CheckConstraint("done >= 0 AND total >= 0", name="progress"),
    Index("ix_job_state", "state", "made_at"),
    Index("ix_job_actor_id", "actor_id", "made_at"),
)
