"""Identity rows with the current summary, version rows, income, events and search tokens."""

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
    UniqueConstraint,
    text,
)

from jingzhun.grammar.facts import Section
from jingzhun.households.models.columns import fact_columns, version_columns
from jingzhun.kit.columns import Fen, Id, Instant, Path, ascii_text
from jingzhun.kit.db import METADATA, append_only
from jingzhun.policy.vocabulary import household as household_facts
from jingzhun.policy.vocabulary import income as income_facts
from jingzhun.policy.vocabulary import member as member_facts

_NOW_KNOWN = text("replaced_at IS NULL")

household = Table(
    "household",
    METADATA,
    Column("id", Id, primary_key=True),
    Column("household_no", ascii_text(40), nullable=False, unique=True),
    Column("rev", Integer, nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("updated_at", Instant, nullable=False),
    # The summary of the row current on both axes; rewritten with every change of it.
    Column("settled_on", Date, nullable=True, comment="the summary holds as of any day from here"),
    Column("village_id", Id, ForeignKey("place.id"), nullable=False),
    Column("hamlet_id", Id, ForeignKey("place.id"), nullable=True),
    Column("place_path", Path, nullable=False, comment="of the village; a hamlet is hamlet_id"),
    Column("registration", ascii_text(20), nullable=False),
    Column("poverty_state", ascii_text(20), nullable=True),
    Column("household_kind", ascii_text(20), nullable=True),
    Column("main_cause", ascii_text(20), nullable=True),
    Column("contact_phone_masked", String(40), nullable=True),
    Column("head_name", String(120), nullable=True),
    Column("member_count", Integer, nullable=False),
    Column("able_count", Integer, nullable=False),
    Column("labour_unknown_count", Integer, nullable=False),
    Column("is_covered", Boolean, nullable=True, comment="allowance or destitute support"),
    Column("income_year", Integer, nullable=True),
    Column("net_income_fen", BigInteger, nullable=True),
    Column("net_income_per_head_fen", BigInteger, nullable=True),
    CheckConstraint("registration IN ('registered','surveyed','candidate')", name="registration"),
    CheckConstraint("member_count >= 0 AND able_count >= 0", name="counts"),
    Index("ix_household_place_path_household_no", "place_path", "household_no"),
    Index("ix_household_village_id", "village_id"),
    Index("ix_household_updated_at", "updated_at", "id"),
)

household_version = Table(
    "household_version",
    METADATA,
    Column("id", Id, primary_key=True),
    Column("household_id", Id, ForeignKey("household.id"), nullable=False),
    Column("village_id", Id, ForeignKey("place.id"), nullable=False),
    Column("hamlet_id", Id, ForeignKey("place.id"), nullable=True),
    Column("place_path", Path, nullable=False),
    *version_columns(),
    *fact_columns(household_facts.STORED),
    CheckConstraint("valid_from < valid_to", name="days"),
    Index(
        "uq_household_version_now",
        "household_id",
        "valid_from",
        unique=True,
        sqlite_where=_NOW_KNOWN,
        postgresql_where=_NOW_KNOWN,
    ),
    Index("ix_household_version_household_id", "household_id", "recorded_at"),
    Index("ix_household_version_place_path", "place_path"),
    Index("ix_household_version_batch_id", "batch_id"),
)

member = Table(
    "member",
    METADATA,
    Column("id", Id, primary_key=True),
    Column("household_id", Id, ForeignKey("household.id"), nullable=False),
    Column("id_number_blind", ascii_text(32), nullable=True, unique=True),
    Column("is_present", Boolean, nullable=False, comment="still in a household"),
    Column("made_at", Instant, nullable=False),
    Index("ix_member_household_id", "household_id"),
)

member_version = Table(
    "member_version",
    METADATA,
    Column("id", Id, primary_key=True),
    Column("member_id", Id, ForeignKey("member.id"), nullable=False),
    Column("household_id", Id, ForeignKey("household.id"), nullable=False),
    Column("place_path", Path, nullable=False),
    Column("is_present", Boolean, nullable=False),
    Column("leave_reason", ascii_text(20), nullable=True),
    Column("ordinal", Integer, nullable=False, comment="order in the household as entered"),
    *version_columns(),
    *fact_columns(member_facts.STORED),
    CheckConstraint("valid_from < valid_to", name="days"),
    CheckConstraint("work_months IS NULL OR work_months BETWEEN 0 AND 12", name="work_months"),
    Index(
        "uq_member_version_now",
        "member_id",
        "valid_from",
        unique=True,
        sqlite_where=_NOW_KNOWN,
        postgresql_where=_NOW_KNOWN,
    ),
    Index("ix_member_version_member_id", "member_id", "recorded_at"),
    Index("ix_member_version_household_id", "household_id", "valid_from"),
    Index("ix_member_version_place_path", "place_path"),
    Index("ix_member_version_batch_id", "batch_id"),
)

income = Table(
    "income",
    METADATA,
    Column("id", Id, primary_key=True),
    Column("household_id", Id, ForeignKey("household.id"), nullable=False),
    Column("place_path", Path, nullable=False),
    Column("year", Integer, nullable=False),
    Column("recorded_at", Instant, nullable=False),
    Column("replaced_at", Instant, nullable=True),
    Column("actor_id", Id, nullable=False),
    Column("actor_name", String(60), nullable=False),
    Column("source", String(120), nullable=False),
    Column("batch_id", Id, nullable=True),
    Column("digest", ascii_text(32), nullable=False),
    *fact_columns(income_facts.STORED),
    Column("net_income_fen", Fen, nullable=True, comment="computed when written, DOMAIN 4"),
    CheckConstraint("year BETWEEN 1990 AND 2100", name="year"),
    Index(
        "uq_income_now",
        "household_id",
        "year",
        unique=True,
        sqlite_where=_NOW_KNOWN,
        postgresql_where=_NOW_KNOWN,
    ),
    Index("ix_income_household_id", "household_id", "year", "recorded_at"),
    Index("ix_income_batch_id", "batch_id"),
)

household_event = Table(
    "household_event",
    METADATA,
    Column("id", Id, primary_key=True),
    Column("household_id", Id, ForeignKey("household.id"), nullable=False),
    Column("member_id", Id, ForeignKey("member.id"), nullable=True),
    Column("kind", ascii_text(30), nullable=False),
    Column("happened_on", Date, nullable=False),
    Column("document", String(120), nullable=False),
    Column("note", String(500), nullable=False),
    Column("content", Text, nullable=False, comment="JSON without protected values"),
    Column("actor_id", Id, nullable=False),
    Column("actor_name", String(60), nullable=False),
    Column("recorded_at", Instant, nullable=False),
    Column("batch_id", Id, nullable=True),
    Index("ix_household_event_household_id", "household_id", "recorded_at"),
)
append_only(household_event)

member_token = Table(
    "member_token",
    METADATA,
    Column("member_id", Id, ForeignKey("member.id"), nullable=False),
    Column("household_id", Id, ForeignKey("household.id"), nullable=False),
    Column("token", ascii_text(40), nullable=False, comment="name part, initials, blind digits"),
    Column("place_path", Path, nullable=False),
    UniqueConstraint("member_id", "token", name="uq_member_token_member_id"),
    Index("ix_member_token_token_place_path", "token", "place_path", "household_id"),
)

SUMMARY_SECTIONS = (Section.HOUSEHOLD, Section.LIVING)
