"""Logins: a session is a family of refresh tokens of which only the newest is good."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Table

from jingzhun.kit.columns import Id, Instant, ascii_text
from jingzhun.kit.db import METADATA

login_session = Table(
    "login_session",
    METADATA,
    Column("id", Id, primary_key=True),
    Column("account_id", Id, ForeignKey("account.id"), nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("address", ascii_text(45), nullable=False),
    Column("revoked_at", Instant, nullable=True),
    Column("reason", ascii_text(20), nullable=False, comment="'' while it lives"),
    CheckConstraint(
        "reason IN ('','logout','reuse','password','dismissed')",
        name="reason",
    ),
    Index("ix_login_session_account_id", "account_id"),
    Index("ix_login_session_expires_at", "expires_at"),
)

login_token = Table(
    "login_token",
    METADATA,
    Column("digest", ascii_text(64), primary_key=True, comment="SHA-256 of the opaque token"),
    Column("session_id", Id, ForeignKey("login_session.id", ondelete="CASCADE"), nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("used_at", Instant, nullable=True, comment="when its successor was given out"),
    Index("ix_login_token_session_id", "session_id"),
)

revocation = Table(
    "revocation",
    METADATA,
    Column("kind", ascii_text(10), primary_key=True),
    Column("subject_id", Id, primary_key=True),
    Column("below", Integer, nullable=False, comment="tokens of a smaller generation are void"),
    Column("at", Instant, nullable=False),
    CheckConstraint("kind IN ('account','client','session')", name="kind"),
    Index("ix_revocation_at", "at"),
)
