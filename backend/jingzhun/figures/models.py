"""Orders that fix a parameter's figure for a year; once confirmed they never change."""

from sqlalchemy import CheckConstraint, Column, Index, Integer, String, Table, Text, text

from jingzhun.kit.columns import Id, Instant, ascii_text
from jingzhun.kit.db import METADATA
from jingzhun.kit.frozen import freeze_when

_OPEN = text("state = 'proposed'")

figure_revision = Table(
    "figure_revision",
    METADATA,
    Column("id", Id, primary_key=True),
    Column("parameter", ascii_text(60), nullable=False),
    Column("year", Integer, nullable=False),
    Column("value", Text, nullable=False, comment="JSON"),
    Column("basis", String(200), nullable=False, comment="name of the order"),
    Column("document_number", String(120), nullable=False),
    Column("note", String(500), nullable=False),
    Column("attachment_id", Id, nullable=True),
    Column("state", ascii_text(20), nullable=False),
    Column("rev", Integer, nullable=False),
    Column("proposed_by", Id, nullable=False),
    Column("proposed_name", String(60), nullable=False),
    Column("proposed_at", Instant, nullable=False),
    Column("settled_name", String(60), nullable=True, comment="who confirmed or declined"),
    Column("settled_at", Instant, nullable=True),
    CheckConstraint("state IN ('proposed','confirmed','declined','withdrawn')", name="state"),
    CheckConstraint("(state = 'proposed') = (settled_at IS NULL)", name="settled"),
    CheckConstraint("year BETWEEN 2000 AND 2100", name="year"),
    Index(
        "uq_figure_revision_open",
        "parameter",
        "year",
        unique=True,
        sqlite_where=_OPEN,
        postgresql_where=_OPEN,
    ),
    Index("ix_figure_revision_parameter", "parameter", "year"),
)
freeze_when(figure_revision, "{row}.state <> 'proposed'")
