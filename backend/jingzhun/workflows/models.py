"""Every step ever taken, by whom and on what paper; nothing here is changed afterwards."""

from sqlalchemy import Column, Date, Index, String, Table, Text

from jingzhun.kit.columns import Id, Instant, Path, ascii_text
from jingzhun.kit.db import METADATA, append_only

workflow_step = Table(
    "workflow_step",
    METADATA,
    Column("id", Id, primary_key=True),
    Column("workflow", ascii_text(40), nullable=False),
    Column("subject", ascii_text(40), nullable=False),
    Column("subject_id", Id, nullable=False),
    Column("place_path", Path, nullable=False),
    Column("action", ascii_text(40), nullable=False),
    Column("from_state", ascii_text(30), nullable=False, comment="empty for the step that makes"),
    Column("to_state", ascii_text(30), nullable=False),
    Column("actor_id", Id, nullable=False),
    Column("actor_name", String(60), nullable=False),
    Column("role", ascii_text(30), nullable=False, comment="the post the step was taken from"),
    Column("taken_at", Instant, nullable=False),
    Column("note", Text, nullable=False),
    Column("document_number", String(120), nullable=False),
    Column("document_on", Date, nullable=True),
    Column("attachment_id", Id, nullable=True),
    Index("ix_workflow_step_subject_id", "subject_id", "id"),
)
append_only(workflow_step)
