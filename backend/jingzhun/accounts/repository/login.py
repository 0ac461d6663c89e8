"""What a login reads and writes before anybody is known: no scope, only the one name or token."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, bindparam, delete, insert, select, text, update

from jingzhun.accounts.models import account, login_attempt, login_session, login_token
from jingzhun.kit.columns import Instant
from jingzhun.kit.unit import Unit

_CLAIM = text(
    "INSERT INTO login_attempt (name_digest, failures, tried_at)"
    " VALUES (:digest, 0, :at) ON CONFLICT (name_digest) DO NOTHING"
).bindparams(bindparam("at", type_=Instant()))
_ACCOUNT = (
    account.c.id, account.c.username, account.c.name, account.c.password_hash,
    account.c.password_set_at, account.c.must_change_password, account.c.generation,
    account.c.disabled_at,
)  # fmt: skip
_SESSION = (
    login_session.c.id, login_session.c.account_id, login_session.c.made_at,
    login_session.c.expires_at, login_session.c.revoked_at,
)  # fmt: skip


def find_by_username(unit: Unit, username: str) -> Row[Any] | None:
    """The account of a user name, disabled or not."""
    return unit.execute(select(*_ACCOUNT).where(account.c.username == username)).one_or_none()


def find_by_id(unit: Unit, account_id: str) -> Row[Any] | None:
    """The account by its id, disabled or not."""
    return unit.execute(select(*_ACCOUNT).where(account.c.id == account_id)).one_or_none()


def lock_attempt(unit: Unit, name_digest: str) -> Row[Any]:
    """The count of failures of a name, made where there is none, held until the commit."""
    unit.execute(_CLAIM, {"digest": name_digest, "at": unit.now})
    return unit.execute(
        select(login_attempt.c.failures, login_attempt.c.locked_until, login_attempt.c.tried_at)
        .where(login_attempt.c.name_digest == name_digest)
        .with_for_update()
    ).one()


def set_attempt(unit: Unit, name_digest: str, **values: Any) -> None:
    """Record how the attempts of a name stand."""
    unit.execute(
        update(login_attempt)
        .where(login_attempt.c.name_digest == name_digest)
        .values(tried_at=unit.now, **values)
    )


def forget_attempts(unit: Unit, account_id: str) -> bool:
    """Let an account start afresh; return whether there was anything to forget."""
    done = unit.execute(delete(login_attempt).where(login_attempt.c.account_id == account_id))
    return done.rowcount > 0


def forget_old_attempts(unit: Unit, before: datetime) -> None:
    """Drop counts nobody has added to for long."""
    unit.execute(delete(login_attempt).where(login_attempt.c.tried_at < before))


def set_account(unit: Unit, account_id: str, **values: Any) -> None:
    """Record a login or a changed password; the version people edit is not counted on."""
    unit.execute(update(account).where(account.c.id == account_id).values(**values))


def insert_session(unit: Unit, values: Mapping[str, Any]) -> None:
    """Begin a session."""
    unit.execute(insert(login_session).values(**values))


def insert_token(unit: Unit, digest: str, session_id: str) -> None:
    """Add the newest refresh token of a session."""
    unit.execute(insert(login_token).values(digest=digest, session_id=session_id, made_at=unit.now))


def find_token(unit: Unit, digest: str) -> Row[Any] | None:
    """A refresh token, used or not; its session's row is held until the commit."""
    session_id = unit.execute(
        select(login_token.c.session_id).where(login_token.c.digest == digest)
    ).scalar_one_or_none()
    if session_id is None:
        return None
    unit.execute(
        select(login_session.c.id).where(login_session.c.id == session_id).with_for_update()
    )
    return unit.execute(
        select(*_SESSION, login_token.c.used_at)
        .join(login_token, login_token.c.session_id == login_session.c.id)
        .where(login_token.c.digest == digest)
    ).one()


def use_token(unit: Unit, digest: str) -> None:
    """Mark a refresh token as exchanged."""
    unit.execute(update(login_token).where(login_token.c.digest == digest).values(used_at=unit.now))


def end_sessions(
    unit: Unit, reason: str, *, account_id: str = "", session_id: str = "", but: str = ""
) -> list[str]:
    """Revoke one session, or all of an account but one; return their ids."""
    if session_id:
        chosen: ColumnElement[bool] = login_session.c.id == session_id
    else:
        chosen = and_(login_session.c.account_id == account_id, login_session.c.id != but)
    chosen = and_(chosen, login_session.c.revoked_at.is_(None))
    ids = list(unit.execute(select(login_session.c.id).where(chosen)).scalars())
    unit.execute(
        update(login_session)
        .where(login_session.c.id.in_(ids))
        .values(revoked_at=unit.now, reason=reason)
    )
    return ids


def forget_old_sessions(unit: Unit, before: datetime) -> None:
    """Drop sessions that ended long ago, with their tokens."""
    unit.execute(delete(login_session).where(login_session.c.expires_at < before))
