"""What a person does with the own account: see it, change its password."""

from __future__ import annotations

from typing import Any

from jingzhun.accounts import passwords
from jingzhun.accounts.errors import PersonsOnly
from jingzhun.accounts.repository import login as repository
from jingzhun.accounts.repository.account import posts_of
from jingzhun.accounts.service import login
from jingzhun.accounts.service.revocations import revoke
from jingzhun.kit.crypto import Keyring
from jingzhun.kit.errors import FieldError, Invalid
from jingzhun.kit.unit import Entry, Unit
from jingzhun.policy.roles import POSTS, Role
from jingzhun.web.claims import PERSON
from jingzhun.web.revocations import Revocations

_WRONG = FieldError(
    "/current", "wrong-password", "现密码不正确，或连续输错次数过多（15分钟后再试）"
)


def of(unit: Unit) -> dict[str, Any]:
    """Who the actor is, with roles, permissions and the widest place."""
    known = own_account(unit)
    posts = posts_of(unit, [known.id])[known.id]
    widest = posts[0]
    return {
        "id": known.id,
        "username": known.username,
        "name": known.name,
        "roles": [post_shown(post) for post in posts],
        "permissions": sorted(unit.actor.permissions),
        "place": {
            "id": widest.place_id,
            "name": widest.place_name,
            "kind": widest.kind,
            "path": widest.place_path,
        },
        "today": unit.today,
        "must_change_password": unit.actor.must_change_password,
    }


def post_shown(post: Any) -> dict[str, Any]:
    """A post as it is shown: role, its title, the place."""
    return {
        "role": post.role,
        "title": POSTS[Role(post.role)].title,
        "place": {"id": post.place_id, "name": post.place_name, "path": post.place_path},
    }


def own_account(unit: Unit) -> Any:
    """The actor's account; a machine client has none."""
    known = repository.find_by_id(unit, unit.actor.id) if unit.actor.kind == PERSON else None
    if known is None:
        raise PersonsOnly
    return known


def check_new(policy: str, known: Any, current: str, new: str) -> None:
    """Refuse a new password the rule book does not take, before anything is counted."""
    errors = passwords.faults(policy, new, username=known.username, name=known.name)
    if current == new:
        errors += (FieldError("/new", "password-same", "新密码不能与现密码相同"),)
    if errors:
        raise Invalid(errors)


def begin(unit: Unit, ring: Keyring) -> login.Attempt:
    """Count the try, as at a login: a stolen token must not serve for guessing."""
    return login.begin(unit, ring, own_account(unit).username)


def change_password(unit: Unit, attempt: login.Attempt, new_hash: str, out: Revocations) -> None:
    """Set it, end every other session, and let the tokens of this one be renewed."""
    known = own_account(unit)
    if known.password_hash != attempt.account.password_hash:
        raise Invalid([_WRONG])
    repository.forget_attempts(unit, known.id)
    generation = known.generation + 1
    repository.set_account(
        unit,
        known.id,
        password_hash=new_hash,
        password_set_at=unit.now,
        must_change_password=False,
        generation=generation,
    )
    repository.end_sessions(unit, "password", account_id=known.id, but=unit.actor.session)
    revoke(unit, out, "account", known.id, generation)
    posts = posts_of(unit, [known.id])[known.id]
    unit.note(
        Entry(
            "account.password-changed", "account", known.id, "修改密码",
            place_path=posts[0].place_path,
        )
    )  # fmt: skip


def refuse_wrong() -> Invalid:
    """The answer to a wrong present password."""
    return Invalid([_WRONG])
