"""Sessions: families of refresh tokens that rotate; an old one coming back ends the family.

Two tabs may send the same token at once. Within ten seconds of its exchange the old one therefore
yields one more access token, but no refresh token: the browser has the new cookie already, and a
thief gains ten minutes at most, never a session.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from jingzhun.accounts import passwords
from jingzhun.accounts.repository import login as repository
from jingzhun.accounts.repository.account import posts_of
from jingzhun.accounts.service.revocations import revoke
from jingzhun.kit.actor import Actor
from jingzhun.kit.ids import new_id
from jingzhun.kit.settings import Settings
from jingzhun.kit.unit import Entry, Unit
from jingzhun.web.claims import PERSON, grant_of
from jingzhun.web.revocations import ENDED, Revocations

GRACE = timedelta(seconds=10)


@dataclass(frozen=True)
class SignedIn:
    """Whom to issue a token for; `refresh_token` is None where the cookie is to stay."""

    actor: Actor
    generation: int
    refresh_token: str | None


def open_session(unit: Unit, known: Any, settings: Settings) -> SignedIn:
    """Begin a session that lives for the configured hours, however often it is renewed."""
    session_id = new_id()
    repository.insert_session(
        unit,
        {
            "id": session_id,
            "account_id": known.id,
            "made_at": unit.now,
            "expires_at": unit.now + timedelta(hours=settings.refresh_hours),
            "address": unit.actor.address[:45],
            "reason": "",
        },
    )
    return SignedIn(
        actor_of(unit, known, session_id, settings), known.generation, _new_token(unit, session_id)
    )


def refresh(unit: Unit, token: str, settings: Settings, revoked: Revocations) -> SignedIn | None:
    """Exchange a refresh token; None where it is no good, which must be committed as well."""
    digest = _digest(token)
    found = repository.find_token(unit, digest)
    if found is None or found.revoked_at is not None or found.expires_at <= unit.now:
        return None
    known = repository.find_by_id(unit, found.account_id)
    if known is None or known.disabled_at is not None:
        return None
    if found.used_at is not None:
        if unit.now - found.used_at > GRACE:
            _end_stolen(unit, found, revoked)
            return None
        return SignedIn(actor_of(unit, known, found.id, settings), known.generation, None)
    repository.use_token(unit, digest)
    return SignedIn(
        actor_of(unit, known, found.id, settings), known.generation, _new_token(unit, found.id)
    )


def end(unit: Unit, token: str, revoked: Revocations) -> None:
    """Log out: end the session of the actor's token, and that of the cookie if it differs."""
    ids = [unit.actor.session] if unit.actor.session else []
    found = repository.find_token(unit, _digest(token)) if token else None
    if found is not None and found.account_id == unit.actor.id:
        ids.append(found.id)
    for session_id in dict.fromkeys(ids):
        repository.end_sessions(unit, "logout", session_id=session_id)
        revoke(unit, revoked, "session", session_id, ENDED)
    unit.note(
        Entry("account.logout", "account", unit.actor.id, "退出登录", place_path=_path(unit.actor))
    )


def _end_stolen(unit: Unit, found: Any, revoked: Revocations) -> None:
    repository.end_sessions(unit, "reuse", session_id=found.id)
    revoke(unit, revoked, "session", found.id, ENDED)
    posts = posts_of(unit, [found.account_id])[found.account_id]
    unit.note(
        Entry(
            "account.token-reused", "account", found.account_id,
            "旧的登录凭据被再次使用，已结束该次登录", place_path=posts[0].place_path,
        )
    )  # fmt: skip


def _new_token(unit: Unit, session_id: str) -> str:
    token = secrets.token_urlsafe(32)
    repository.insert_token(unit, _digest(token), session_id)
    return token


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def actor_of(unit: Unit, known: Any, session_id: str, settings: Settings) -> Actor:
    """The person of an account row, with every grant it holds."""
    posts = posts_of(unit, [known.id])[known.id]
    has_aged = passwords.has_aged(settings.password_policy, known.password_set_at, unit.now)
    return Actor(
        known.id,
        known.name,
        PERSON,
        tuple(grant_of(post.role, post.place_path) for post in posts),
        session=session_id,
        address=unit.actor.address,
        request_id=unit.actor.request_id,
        must_change_password=known.must_change_password or has_aged,
    )


def _path(actor: Actor) -> str:
    return actor.grants[0].path if actor.grants else ""
