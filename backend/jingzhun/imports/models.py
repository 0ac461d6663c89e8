"""Batches, their sheets, sealed rows and findings, and what operators said of column headings."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
)

from jingzhun.imports.packing import SEAL
from jingzhun.kit.columns import Id, Instant, Path, ascii_text
from jingzhun.kit.db import METADATA

STATES = (
    "uploaded", "reading", "needs-columns", "needs-date", "checked", "partly-merged", "merged",
    "discarded", "failed",
)  # fmt: skip

import_batch = Table(
    "import_batch",
    METADATA,
    Column("id", Id, primary_key=True),
    Column("target", ascii_text(40), nullable=False),
    Column("file_name", String(200), nullable=False),
    Column("sha256", ascii_text(64), nullable=False),
    Column("size", Integer, nullable=False),
    Column("state", ascii_text(20), nullable=False),
    Column("rev", Integer, nullable=False),
    Column("scope_path", Path, nullable=False, comment="where who uploaded it may stage"),
    Column("actor_id", Id, nullable=False),
    Column("actor_name", String(60), nullable=False),
    Column("asked_on", Date, nullable=True, comment="the day of sheets that do not say theirs"),
    Column("options", Text, nullable=False, comment="JSON of what the target wants to know"),
    Column("done", Integer, nullable=False),
    Column("total", Integer, nullable=False),
    Column("counts", Text, nullable=False, comment="JSON of figures by word"),
    Column("job_id", Id, nullable=True),
    Column("error_code", ascii_text(80), nullable=True),
    Column("error", String(500), nullable=True),
    Column("digest", ascii_text(64), nullable=True, comment="of what was merged last"),
    Column("made_at", Instant, nullable=False),
    Column("checked_at", Instant, nullable=True),
    Column("merged_at", Instant, nullable=True),
    Column("file_until", Instant, nullable=True, comment="empty once the file is deleted"),
    CheckConstraint(f"state IN ({', '.join(repr(state) for state in STATES)})", name="state"),
    Index("ix_import_batch_scope_path", "scope_path", "made_at"),
    Index("ix_import_batch_actor_id", "actor_id", "made_at"),
)

import_sheet = Table(
    "import_sheet",
    METADATA,
    Column("batch_id", Id, ForeignKey("import_batch.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("name", String(100), nullable=False),
    Column("kind", ascii_text(10), nullable=False, comment="table, notes, unread"),
    Column("heading_row", Integer, nullable=False, comment="from 1"),
    Column("filled_on", Date, nullable=True),
    Column("income_year", Integer, nullable=True),
    Column("headings", Text, nullable=False, comment="JSON of index, title, group, key"),
    Column("groups", Integer, nullable=False),
    Column("rows", Integer, nullable=False),
    PrimaryKeyConstraint("batch_id", "position"),
    CheckConstraint("kind IN ('table','notes','unread')", name="kind"),
)

import_row = Table(
    "import_row",
    METADATA,
    Column("batch_id", Id, ForeignKey("import_batch.id"), nullable=False),
    Column("sheet_position", Integer, nullable=False),
    Column("row_no", Integer, nullable=False, comment="from 1, as in Excel"),
    Column("group_no", Integer, nullable=False),
    Column("cells", LargeBinary, nullable=False, comment="sealed", info={"seal": SEAL}),
    PrimaryKeyConstraint("batch_id", "sheet_position", "row_no"),
    Index("ix_import_row_group_no", "batch_id", "group_no"),
)

import_finding = Table(
    "import_finding",
    METADATA,
    Column("batch_id", Id, ForeignKey("import_batch.id"), nullable=False),
    Column("seq", Integer, nullable=False),
    Column("sheet_position", Integer, nullable=False),
    Column("row_no", Integer, nullable=False),
    Column("column_index", Integer, nullable=False, comment="from 0; -1 for no cell"),
    Column("column_title", String(120), nullable=False),
    Column("group_no", Integer, nullable=False, comment="-1 for a whole sheet"),
    Column("household_no", ascii_text(40), nullable=False),
    Column("member", String(120), nullable=False),
    Column("place_path", Path, nullable=False, comment="'' where no place was found"),
    Column("rule", ascii_text(20), nullable=False),
    Column("severity", ascii_text(10), nullable=False),
    Column("origin", ascii_text(10), nullable=False, comment="row, file or registry"),
    Column("message", String(1000), nullable=False),
    PrimaryKeyConstraint("batch_id", "seq"),
    CheckConstraint("severity IN ('error','warning','normalised')", name="severity"),
    CheckConstraint("origin IN ('row','file','registry')", name="origin"),
    Index("ix_import_finding_group_no", "batch_id", "group_no"),
)

column_memory = Table(
    "column_memory",
    METADATA,
    Column("target", ascii_text(40), nullable=False),
    Column("heading", String(200), nullable=False, comment="group and heading, as words"),
    Column("key", ascii_text(60), nullable=False, comment="'' for: leave it out"),
    Column("actor_id", Id, nullable=False),
    Column("actor_name", String(60), nullable=False),
    Column("made_at", Instant, nullable=False),
    PrimaryKeyConstraint("target", "heading"),
)
