"""Logging in: a turn is paid for before the password is looked at, so that guessing in parallel
gains nothing, and unknown names are treated step by step like known ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from jingzhun.accounts import passwords
from jingzhun.accounts.repository import login as repository
from jingzhun.accounts.repository.account import posts_of
from jingzhun.accounts.service import sessions
from jingzhun.kit.actor import Actor
from jingzhun.kit.crypto import Keyring
from jingzhun.kit.settings import Settings
from jingzhun.kit.unit import Entry, Unit

LOCK_AFTER = 5
LOCKED = timedelta(minutes=15)
KEPT = timedelta(days=30)


@dataclass(frozen=True)
class Attempt:
    """A try that has been counted; `account` is None for an unknown name."""

    name_digest: str
    account: Any
    is_locked: bool

    @property
    def password_hash(self) -> str | None:
        """What the password is compared with; None takes just as long and never matches."""
        if self.account is None or self.is_locked or self.account.disabled_at is not None:
            return None
        return str(self.account.password_hash)


def begin(unit: Unit, ring: Keyring, username: str) -> Attempt:
    """Count the try; the fifth in a row without success locks the name for 15 minutes."""
    name = username.strip().lower()
    name_digest = ring.blind(name, "username")
    known = repository.find_by_username(unit, name)
    row = repository.lock_attempt(unit, name_digest)
    account_id = known.id if known is not None else None
    if row.locked_until is not None and row.locked_until > unit.now:
        repository.set_attempt(unit, name_digest, account_id=account_id)
        return Attempt(name_digest, known, is_locked=True)
    is_stale = row.locked_until is not None or unit.now - row.tried_at >= LOCKED
    failures = (0 if is_stale else row.failures) + 1
    until = unit.now + LOCKED if failures >= LOCK_AFTER else None
    repository.set_attempt(
        unit, name_digest, account_id=account_id, failures=failures, locked_until=until
    )
    return Attempt(name_digest, known, is_locked=False)


def finish(
    unit: Unit, attempt: Attempt, settings: Settings, *, is_right: bool
) -> sessions.SignedIn | None:
    """Begin a session, or journal the failure and return None; both are to be committed."""
    known = attempt.account
    if not is_right or known is None or not _is_unchanged(unit, known):
        _note_failure(unit, attempt)
        return None
    repository.forget_attempts(unit, known.id)
    repository.forget_old_attempts(unit, unit.now - KEPT)
    repository.forget_old_sessions(unit, unit.now - KEPT)
    repository.set_account(unit, known.id, last_login_at=unit.now)
    signed_in = sessions.open_session(unit, known, settings)
    unit.actor = signed_in.actor
    unit.note(
        Entry(
            "account.login", "account", known.id, "登录",
            place_path=_place_path(signed_in.actor),
        )
    )  # fmt: skip
    return signed_in


def renew_hash(unit: Unit, attempt: Attempt, password_hash: str) -> None:
    """Keep the password with today's figures; called after a login that met an older hash."""
    repository.set_account(unit, attempt.account.id, password_hash=password_hash)


def _is_unchanged(unit: Unit, known: Any) -> bool:
    """The password was compared outside of any transaction; meanwhile it may have changed."""
    present = repository.find_by_id(unit, known.id)
    return (
        present is not None
        and present.disabled_at is None
        and present.password_hash == known.password_hash
    )


def _note_failure(unit: Unit, attempt: Attempt) -> None:
    known = attempt.account
    if known is None:
        summary, account_id, path = "登录失败：没有这个用户名", "", ""
    else:
        posts = posts_of(unit, [known.id])[known.id]
        account_id, path = known.id, posts[0].place_path if posts else ""
        summary = "登录失败：" + (
            "已锁定" if attempt.is_locked
            else "已停用" if known.disabled_at is not None
            else "密码不正确"
        )  # fmt: skip
    unit.note(Entry("account.login-failed", "account", account_id, summary, place_path=path))


def _place_path(actor: Actor) -> str:
    return actor.grants[0].path if actor.grants else ""


def is_outdated(attempt: Attempt) -> bool:
    """Whether the stored hash was made with weaker figures."""
    return passwords.is_outdated(attempt.account.password_hash)
