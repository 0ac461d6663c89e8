"""Machine clients, and the signed statements they have already used once."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, String, Table, Text

from jingzhun.kit.columns import Id, Instant, Path, ascii_text
from jingzhun.kit.db import METADATA

machine_client = Table(
    "machine_client",
    METADATA,
    Column("id", Id, primary_key=True, comment="the client_id of OAuth 2"),
    Column("name", String(40), nullable=False, unique=True),
    Column("purpose", String(200), nullable=False),
    Column("scopes", ascii_text(600), nullable=False, comment="sorted, separated by blanks"),
    Column("place_id", Id, ForeignKey("place.id"), nullable=False),
    Column("place_path", Path, nullable=False),
    Column("secret_digest", ascii_text(64), nullable=False, comment="'' where only keys count"),
    Column("secret_set_at", Instant, nullable=False),
    Column("previous_digest", ascii_text(64), nullable=False),
    Column("previous_until", Instant, nullable=True, comment="the overlap after a rotation"),
    Column("jwks", Text, nullable=True, comment="public keys for private_key_jwt"),
    Column("generation", Integer, nullable=False),
    Column("disabled_at", Instant, nullable=True),
    Column("last_token_at", Instant, nullable=True),
    Column("made_at", Instant, nullable=False),
    Column("changed_at", Instant, nullable=False),
    Column("rev", Integer, nullable=False),
    CheckConstraint("(previous_digest = '') = (previous_until IS NULL)", name="overlap"),
    Index("ix_machine_client_place_id", "place_id"),
)

client_assertion = Table(
    "client_assertion",
    METADATA,
    Column("digest", ascii_text(64), primary_key=True, comment="of client id and jti"),
    Column("client_id", Id, ForeignKey("machine_client.id"), nullable=False),
    Column("expires_at", Instant, nullable=False),
    Index("ix_client_assertion_client_id", "client_id"),
    Index("ix_client_assertion_expires_at", "expires_at"),
)
