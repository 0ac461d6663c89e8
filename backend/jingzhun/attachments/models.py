"""What is known about a file; its content lies sealed in the files folder, once per content."""

from sqlalchemy import BigInteger, CheckConstraint, Column, Index, String, Table

from jingzhun.kit.columns import Id, Instant, Path, ascii_text
from jingzhun.kit.db import METADATA
from jingzhun.kit.frozen import freeze_when

attachment = Table(
    "attachment",
    METADATA,
    Column("id", Id, primary_key=True),
    Column("file_name", String(120), nullable=False),
    Column("media_type", ascii_text(100), nullable=False, comment="by its content"),
    Column("size_bytes", BigInteger, nullable=False),
    Column("sha256", ascii_text(64), nullable=False),
    Column("content", ascii_text(32), nullable=False, comment="keyed name of the sealed file"),
    Column("uploaded_by", Id, nullable=False),
    Column("uploaded_name", String(60), nullable=False),
    Column("uploaded_at", Instant, nullable=False),
    # Empty until a record takes the file; then who may read the record may read it.
    Column("subject", ascii_text(40), nullable=True),
    Column("subject_id", Id, nullable=True),
    Column("needs", ascii_text(60), nullable=True),
    Column("place_path", Path, nullable=True),
    CheckConstraint("(subject IS NULL) = (subject_id IS NULL)", name="subject"),
    CheckConstraint(
        "(subject IS NULL) = (needs IS NULL) AND (subject IS NULL) = (place_path IS NULL)",
        name="reading",
    ),
    CheckConstraint("size_bytes > 0", name="size"),
    Index("ix_attachment_subject_id", "subject_id"),
)
freeze_when(attachment, "{row}.subject IS NOT NULL")
