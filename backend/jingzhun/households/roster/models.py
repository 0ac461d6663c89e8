"""Staging: what a batch says of households, members and incomes, beside what is registered.

The columns of the facts are made by the same functions as the registry's own. Nothing here is
read by anybody but the import.
"""

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

from jingzhun.households.models import fact_columns
from jingzhun.households.roster.columns import HOUSEHOLD_FACTS, INCOME_FACTS, MEMBER_FACTS
from jingzhun.kit.columns import Id, Path, ascii_text
from jingzhun.kit.db import METADATA

ACTIONS = ("new", "changed", "same", "out-of-scope", "merged")
_ACTION = f"action IN ({', '.join(repr(action) for action in ACTIONS)})"

roster_household = Table(
    "roster_household",
    METADATA,
    Column("id", Id, primary_key=True, comment="also of what it becomes: household, version"),
    Column("batch_id", Id, ForeignKey("import_batch.id"), nullable=False),
    Column("sheet_position", Integer, nullable=False),
    Column("group_no", Integer, nullable=False),
    Column("row_no", Integer, nullable=False),
    Column("household_no", ascii_text(40), nullable=False),
    Column("village_id", Id, nullable=True),
    Column("place_path", Path, nullable=False, comment="'' where no village was found"),
    Column("hamlet_name", String(60), nullable=True),
    Column("hamlet_id", Id, nullable=True),
    Column("head_name", String(120), nullable=True),
    Column("member_count", Integer, nullable=False),
    Column("filled_on", Date, nullable=False),
    Column("is_held", Boolean, nullable=False, comment="an error was found"),
    Column("action", ascii_text(12), nullable=False),
    Column("own_action", ascii_text(12), nullable=False, comment="of the household's own facts"),
    Column("household_id", Id, nullable=True, comment="registered under this number"),
    Column("base_version_id", Id, nullable=True),
    Column("valid_to", Date, nullable=True),
    Column("closing_id", Id, nullable=True, comment="of the base's row that ends at this day"),
    Column("digest", ascii_text(32), nullable=False),
    Column("changes", Text, nullable=True, comment="JSON, masked"),
    *fact_columns(HOUSEHOLD_FACTS),
    CheckConstraint(_ACTION, name="action"),
    Index("ix_roster_household_group_no", "batch_id", "group_no"),
    Index("ix_roster_household_household_no", "household_no"),
)

roster_member = Table(
    "roster_member",
    METADATA,
    Column("id", Id, primary_key=True, comment="also of what it becomes: member, version"),
    Column("batch_id", Id, ForeignKey("import_batch.id"), nullable=False),
    Column("roster_household_id", Id, nullable=False),
    Column("group_no", Integer, nullable=False),
    Column("row_no", Integer, nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("written", String(120), nullable=False, comment="the name as in the sheet"),
    Column("filled_on", Date, nullable=False),
    Column("action", ascii_text(12), nullable=False),
    Column("member_id", Id, nullable=True, comment="registered under this ID"),
    Column("base_version_id", Id, nullable=True),
    Column("valid_to", Date, nullable=True),
    Column("closing_id", Id, nullable=True),
    Column("digest", ascii_text(32), nullable=False),
    Column("tokens", Text, nullable=False, comment="search tokens, blank between"),
    *fact_columns(MEMBER_FACTS),
    CheckConstraint(_ACTION, name="action"),
    Index("ix_roster_member_roster_household_id", "roster_household_id"),
    Index("ix_roster_member_id_number_blind", "batch_id", "id_number_blind"),
)

roster_income = Table(
    "roster_income",
    METADATA,
    Column("id", Id, primary_key=True),
    Column("batch_id", Id, ForeignKey("import_batch.id"), nullable=False),
    Column("roster_household_id", Id, nullable=False),
    Column("group_no", Integer, nullable=False),
    Column("year", Integer, nullable=False),
    Column("action", ascii_text(12), nullable=False),
    Column("base_id", Id, nullable=True),
    Column("digest", ascii_text(32), nullable=False),
    *fact_columns(INCOME_FACTS),
    Column("net_income_fen", BigInteger, nullable=True),
    CheckConstraint(_ACTION, name="action"),
    CheckConstraint("year BETWEEN 1990 AND 2100", name="year"),
    Index("ix_roster_income_batch_id", "batch_id", "roster_household_id"),
)
