"""A plan with all it was computed from. Once decided, the database refuses to change any of it."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
)

from jingzhun.kit.columns import Fen, Id, Instant, Path, ascii_text
from jingzhun.kit.db import METADATA
from jingzhun.kit.frozen import freeze_parts_when, freeze_when, refuse_update

DECIDED = ("decided", "noticed", "superseded")
_DECIDED = "'decided','noticed','superseded'"
_OF_DECIDED = (
    "(SELECT state FROM fund_plan WHERE id = {row}.plan_id) IN ('decided','noticed','superseded')"
)

fund_plan = Table(
    "fund_plan",
    METADATA,
    Column("id", Id, primary_key=True),
    Column("title", String(120), nullable=False),
    Column("place_path", Path, nullable=False, comment="the county's"),
    Column("state", ascii_text(20), nullable=False),
    Column("rev", Integer, nullable=False),
    Column("start_year", Integer, nullable=False),
    Column("end_year", Integer, nullable=False),
    Column("snapshot_on", Date, nullable=False),
    Column("computed_at", Instant, nullable=False, comment="what was known at this instant"),
    # Figures as they stood, each with the legal basis it had.
    Column("standard_fen", Fen, nullable=False),
    Column("standard_basis", String(400), nullable=False),
    Column("split", Text, nullable=False, comment="JSON: tier, title, weight"),
    Column("split_basis", String(400), nullable=False),
    Column("counting_basis", ascii_text(30), nullable=False),
    Column("counting_source", String(400), nullable=False),
    Column("counts_weak", Boolean, nullable=False),
    Column("weak_source", String(400), nullable=False),
    Column("rounding", ascii_text(20), nullable=False),
    Column("heads", BigInteger, nullable=False, comment="counted by the chosen basis"),
    Column("total_fen", Fen, nullable=False),
    Column("note", String(500), nullable=False),
    Column("made_by", Id, nullable=False),
    Column("made_name", String(60), nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("document_number", String(120), nullable=True),
    Column("decided_on", Date, nullable=True),
    Column("attachment_id", Id, nullable=True),
    Column("decided_at", Instant, nullable=True),
    Column("superseded_by", Id, ForeignKey("fund_plan.id"), nullable=True),
    Column("updated_at", Instant, nullable=False),
    CheckConstraint(
        f"state IN ('computed','checked','returned','withdrawn',{_DECIDED})", name="state"
    ),
    CheckConstraint("start_year <= end_year", name="years"),
    CheckConstraint("heads > 0 AND standard_fen > 0", name="counted"),
    CheckConstraint("total_fen = heads * standard_fen", name="total"),
    CheckConstraint(
        f"state NOT IN ({_DECIDED}) OR (document_number IS NOT NULL AND decided_on IS NOT NULL "
        "AND attachment_id IS NOT NULL AND decided_at IS NOT NULL)",
        name="decided",
    ),
    CheckConstraint("(state = 'superseded') = (superseded_by IS NOT NULL)", name="superseded"),
    CheckConstraint(
        "rounding IN ('fen','yuan','hundred-yuan','ten-thousand-yuan')", name="rounding"
    ),
    Index("ix_fund_plan_state", "state", "start_year"),
)
freeze_when(
    fund_plan,
    f"{{row}}.state IN ({_DECIDED})",
    changeable=("state", "rev", "superseded_by", "updated_at"),
)
refuse_update(
    fund_plan,
    "state",
    "state",
    f"OLD.state IN ({_DECIDED}) AND NOT ((OLD.state = 'decided' AND NEW.state = 'noticed') "
    "OR (OLD.state <> 'superseded' AND NEW.state = 'superseded'))",
)

fund_plan_village = Table(
    "fund_plan_village",
    METADATA,
    Column("plan_id", Id, ForeignKey("fund_plan.id"), primary_key=True),
    Column("village_id", Id, ForeignKey("place.id"), primary_key=True),
    Column("position", Integer, nullable=False, comment="order of village codes"),
    Column("code", ascii_text(20), nullable=False),
    Column("village", String(60), nullable=False),
    Column("town", String(60), nullable=False),
    Column("place_path", Path, nullable=False),
    Column("members", BigInteger, nullable=False, comment="all members of able households"),
    Column("members_weak", BigInteger, nullable=False, comment="the same, weak labour counting"),
    Column("able", BigInteger, nullable=False, comment="able persons only"),
    Column("able_weak", BigInteger, nullable=False, comment="the same, weak labour counting"),
    Column("unsure", BigInteger, nullable=False, comment="left out, labour not known"),
    Column("heads", BigInteger, nullable=False),
    Column("amount_fen", Fen, nullable=False),
    CheckConstraint("heads >= 0 AND amount_fen >= 0", name="amount"),
    CheckConstraint("heads > 0 OR amount_fen = 0", name="zero"),
    Index("ix_fund_plan_village_place_path", "plan_id", "place_path"),
)
freeze_parts_when(fund_plan_village, _OF_DECIDED)

fund_plan_cell = Table(
    "fund_plan_cell",
    METADATA,
    Column("plan_id", Id, ForeignKey("fund_plan.id"), primary_key=True),
    Column("village_id", Id, ForeignKey("place.id"), primary_key=True),
    Column("tier", ascii_text(40), primary_key=True),
    Column("amount_fen", Fen, nullable=False),
    Column("odd", Integer, nullable=False, comment="1 where a unit above the rounded-down share"),
    CheckConstraint("amount_fen >= 0 AND odd IN (0, 1)", name="amount"),
)
freeze_parts_when(fund_plan_cell, _OF_DECIDED)

fund_plan_person = Table(
    "fund_plan_person",
    METADATA,
    Column("plan_id", Id, ForeignKey("fund_plan.id"), primary_key=True),
    Column("member_id", Id, ForeignKey("member.id"), primary_key=True),
    Column("household_id", Id, ForeignKey("household.id"), nullable=False),
    Column("village_id", Id, ForeignKey("place.id"), nullable=False),
    Column("place_path", Path, nullable=False),
    Column("version_id", Id, ForeignKey("member_version.id"), nullable=False),
    Column("is_able", Boolean, nullable=False),
    Column("is_weak", Boolean, nullable=False),
    Index("ix_fund_plan_person_place_path", "plan_id", "place_path", "household_id"),
)
freeze_parts_when(fund_plan_person, _OF_DECIDED)
