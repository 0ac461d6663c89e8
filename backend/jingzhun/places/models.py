"""Places, their dated names, codes and marks.

`path` is made of the codes a place was first entered with and never changes:
`/440840/440811070/440811070207/h001/`. A hamlet merged into another keeps its row, out of the tree.
"""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
)

from jingzhun.kit.columns import Id, Instant, Path, ascii_text
from jingzhun.kit.db import METADATA

# The district has closed the initial load of a village: nobody else enters by it.
LOAD_CLOSED = "load-closed"
KINDS = ("county", "town", "village", "hamlet")

place = Table(
    "place",
    METADATA,
    Column("id", Id, primary_key=True),
    Column("kind", ascii_text(10), nullable=False),
    Column("parent_id", Id, ForeignKey("place.id"), nullable=True),
    Column("path", Path, nullable=False, unique=True),
    Column("code", ascii_text(20), nullable=False, comment="current official code; '' for hamlets"),
    Column("name", String(60), nullable=False, comment="current name"),
    Column("is_confirmed", Boolean, nullable=False, comment="hamlets from rosters wait for one"),
    Column("merged_into_id", Id, ForeignKey("place.id"), nullable=True),
    Column("rev", Integer, nullable=False),
    Column("made_at", Instant, nullable=False),
    CheckConstraint("kind IN ('county','town','village','hamlet')", name="kind"),
    CheckConstraint("path LIKE '/%/'", name="path"),
    Index("ix_place_parent_id", "parent_id"),
)

place_name = Table(
    "place_name",
    METADATA,
    Column("id", Id, primary_key=True),
    Column("place_id", Id, ForeignKey("place.id"), nullable=False),
    Column("name", String(60), nullable=False),
    Column("kind", ascii_text(10), nullable=False, comment="official, short or variant"),
    Column("valid_from", Date, nullable=True),
    Column("valid_to", Date, nullable=True),
    CheckConstraint("kind IN ('official','short','variant')", name="kind"),
    Index("ix_place_name_place_id", "place_id"),
)

place_code = Table(
    "place_code",
    METADATA,
    Column("id", Id, primary_key=True),
    Column("place_id", Id, ForeignKey("place.id"), nullable=False),
    Column("system", ascii_text(20), nullable=False, comment="nbs, nbs-2016, insurance"),
    Column("code", ascii_text(20), nullable=False),
    Column("valid_from", Date, nullable=True),
    Column("valid_to", Date, nullable=True),
    Index("ix_place_code_place_id", "place_id"),
    Index("ix_place_code_code", "code"),
)

place_mark = Table(
    "place_mark",
    METADATA,
    Column("id", Id, primary_key=True),
    Column("place_id", Id, ForeignKey("place.id"), nullable=False),
    Column(
        "mark", ascii_text(30), nullable=False, comment="provincial-poor, key-helped, load-closed"
    ),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date, nullable=True),
    Column("document", String(120), nullable=False),
    CheckConstraint("mark IN ('provincial-poor','key-helped','load-closed')", name="mark"),
    Index("ix_place_mark_place_id", "place_id"),
)
