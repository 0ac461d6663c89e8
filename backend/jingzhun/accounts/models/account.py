"""People's accounts, the posts they hold at places, and failed attempts to log in."""

from sqlalchemy import Boolean, CheckConstraint, Column, ForeignKey, Index, Integer, String, Table

from jingzhun.kit.columns import Id, Instant, Path, ascii_text
from jingzhun.kit.db import METADATA

account = Table(
    "account",
    METADATA,
    Column("id", Id, primary_key=True),
    Column("username", ascii_text(32), nullable=False, unique=True),
    Column("name", String(40), nullable=False),
    Column("password_hash", ascii_text(200), nullable=False, comment="Argon2id, never a password"),
    Column("password_set_at", Instant, nullable=False),
    Column("must_change_password", Boolean, nullable=False),
    Column("generation", Integer, nullable=False, comment="tokens of an earlier one are void"),
    Column("is_demo", Boolean, nullable=False),
    Column("disabled_at", Instant, nullable=True),
    Column("last_login_at", Instant, nullable=True),
    Column("made_at", Instant, nullable=False),
    Column("changed_at", Instant, nullable=False),
    Column("rev", Integer, nullable=False),
    CheckConstraint("username = lower(username)", name="username"),
    Index("ix_account_name", "name"),
)

account_role = Table(
    "account_role",
    METADATA,
    Column("account_id", Id, ForeignKey("account.id"), primary_key=True),
    Column("role", ascii_text(30), primary_key=True),
    Column("place_id", Id, ForeignKey("place.id"), primary_key=True),
    Column("place_path", Path, nullable=False),
    Index("ix_account_role_place_path", "place_path"),
    Index("ix_account_role_place_id", "place_id"),
)

# Kept by a keyed digest of what was typed, so that unknown names are counted and locked exactly
# like known ones, and nothing a person mistyped into the field is ever stored.
login_attempt = Table(
    "login_attempt",
    METADATA,
    Column("name_digest", ascii_text(32), primary_key=True),
    Column("account_id", Id, ForeignKey("account.id"), nullable=True),
    Column("failures", Integer, nullable=False),
    Column("locked_until", Instant, nullable=True),
    Column("tried_at", Instant, nullable=False),
    CheckConstraint("failures >= 0", name="failures"),
    Index("ix_login_attempt_account_id", "account_id"),
    Index("ix_login_attempt_tried_at", "tried_at"),
)
