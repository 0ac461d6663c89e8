"""What a system administrator does with accounts; every change is journalled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from jingzhun.accounts.errors import (
    AlreadyDisabled,
    LastAdministrator,
    NotDisabled,
    OwnAccount,
    UsernameTaken,
)
from jingzhun.accounts.repository import login as logins
from jingzhun.accounts.repository.account import AccountRepository, Wanted, posts_of
from jingzhun.accounts.service import posts as post_rules
from jingzhun.accounts.service.own import post_shown
from jingzhun.accounts.service.posts import Post
from jingzhun.accounts.service.revocations import revoke, tidy
from jingzhun.kit.errors import FieldError
from jingzhun.kit.ids import new_id
from jingzhun.kit.paging import Page
from jingzhun.kit.unit import Entry, Unit
from jingzhun.places.repository import PlaceRepository
from jingzhun.policy.roles import POSTS, Permission, Role
from jingzhun.web.revocations import Revocations


def page(
    unit: Unit, wanted: Wanted, number: Page, place_id: str | None
) -> tuple[list[dict[str, Any]], int]:
    """One page of accounts, and how many there are in all."""
    if place_id is not None:
        path = PlaceRepository(unit, Permission.PLACES_READ).get(place_id).path
        wanted = replace(wanted, place_path=path)
    rows, total = AccountRepository(unit, Permission.USERS_READ).page(wanted, number)
    held = posts_of(unit, [row.id for row in rows])
    return [_shown(unit, row, held[row.id]) for row in rows], total


def shown(unit: Unit, account_id: str, permission: str = Permission.USERS_READ) -> dict[str, Any]:
    """One account as it is shown."""
    row = AccountRepository(unit, permission).get(account_id)
    return _shown(unit, row, posts_of(unit, [account_id])[account_id])


def create(
    unit: Unit,
    *,
    username: str,
    name: str,
    posts: Sequence[Post],
    password_hash: str,
    is_demo: bool = False,
) -> str:
    """Add an account with a one-time password (a lasting one for a demonstration)."""
    repository = AccountRepository(unit, Permission.USERS_MANAGE)
    held = post_rules.placed(unit, posts)
    if repository.has_username(username):
        raise UsernameTaken([FieldError("/username", "username-taken", "已被使用，请换一个")])
    account_id = new_id()
    repository.insert(
        {
            "id": account_id,
            "username": username,
            "name": name,
            "password_hash": password_hash,
            "password_set_at": unit.now,
            "must_change_password": not is_demo,
            "generation": 1,
            "is_demo": is_demo,
            "made_at": unit.now,
            "changed_at": unit.now,
            "rev": 1,
        }
    )
    repository.replace_roles(account_id, held)
    after = {"username": username, "name": name, "roles": _written(unit, account_id)}
    _note(unit, "account.create", account_id, f"新建账号：{name}", None, after)
    return account_id


def update(
    unit: Unit, account_id: str, out: Revocations, *, name: str | None, posts: list[Post] | None
) -> None:
    """Change name or posts; changed posts void the tokens, so that they hold within seconds."""
    repository = AccountRepository(unit, Permission.USERS_MANAGE)
    row = repository.get(account_id)
    before: dict[str, Any] = {"name": row.name, "roles": _written(unit, account_id)}
    values: dict[str, Any] = {} if name is None else {"name": name}
    held = None if posts is None else post_rules.placed(unit, posts)
    if held is not None and held != _held(unit, account_id):
        _refuse_own(unit, account_id)
        if all(role != Role.SYSTEM_ADMIN for role, _, _ in held):
            _refuse_last(repository, account_id)
        repository.replace_roles(account_id, held)
        values["generation"] = row.generation + 1
        revoke(unit, out, "account", account_id, row.generation + 1)
    if not values:
        return
    repository.change(account_id, **values)
    after = {"name": values.get("name", row.name), "roles": _written(unit, account_id)}
    _note(unit, "account.update", account_id, f"修改账号：{row.name}", before, after)


def disable(unit: Unit, account_id: str, out: Revocations, *, reason: str) -> None:
    """Put a person out: no login, every session and token void."""
    repository = AccountRepository(unit, Permission.USERS_MANAGE)
    row = repository.get(account_id)
    _refuse_own(unit, account_id)
    if row.disabled_at is not None:
        raise AlreadyDisabled(name=row.name)
    _refuse_last(repository, account_id)
    repository.change(account_id, disabled_at=unit.now, generation=row.generation + 1)
    _put_out(unit, row, out)
    _note(unit, "account.disable", account_id, f"停用账号：{row.name}",
          {"is_disabled": False}, {"is_disabled": True}, reason)  # fmt: skip


def enable(unit: Unit, account_id: str, *, reason: str) -> None:
    """Let a person in again, with the same password and posts."""
    repository = AccountRepository(unit, Permission.USERS_MANAGE)
    row = repository.get(account_id)
    if row.disabled_at is None:
        raise NotDisabled(name=row.name)
    repository.change(account_id, disabled_at=None)
    _note(unit, "account.enable", account_id, f"启用账号：{row.name}",
          {"is_disabled": True}, {"is_disabled": False}, reason)  # fmt: skip


def unlock(unit: Unit, account_id: str, *, reason: str) -> None:
    """End the 15 minutes early; nothing happens where nothing is locked."""
    row = AccountRepository(unit, Permission.USERS_MANAGE).get(account_id)
    if logins.forget_attempts(unit, account_id):
        _note(unit, "account.unlock", account_id, f"解除锁定：{row.name}",
              {"is_locked": True}, {"is_locked": False}, reason)  # fmt: skip


def reset_password(
    unit: Unit, account_id: str, out: Revocations, *, password_hash: str, reason: str
) -> None:
    """Give a one-time password; every session and token is void, the lock is lifted."""
    repository = AccountRepository(unit, Permission.USERS_MANAGE)
    row = repository.get(account_id)
    _refuse_own(unit, account_id)
    repository.change(
        account_id,
        password_hash=password_hash,
        password_set_at=unit.now,
        must_change_password=True,
        generation=row.generation + 1,
    )
    _put_out(unit, row, out)
    logins.forget_attempts(unit, account_id)
    _note(unit, "account.reset-password", account_id, f"重置密码：{row.name}",
          None, {"must_change_password": True}, reason)  # fmt: skip


def _put_out(unit: Unit, row: Any, out: Revocations) -> None:
    logins.end_sessions(unit, "dismissed", account_id=row.id)
    revoke(unit, out, "account", row.id, row.generation + 1)
    tidy(unit)


def _refuse_own(unit: Unit, account_id: str) -> None:
    if unit.actor.id == account_id:
        raise OwnAccount


def _refuse_last(repository: AccountRepository, account_id: str) -> None:
    if repository.lock_administrators() == [account_id]:
        raise LastAdministrator


def _held(unit: Unit, account_id: str) -> list[tuple[str, str, str]]:
    return [
        (post.role, post.place_id, post.place_path)
        for post in posts_of(unit, [account_id])[account_id]
    ]


def _written(unit: Unit, account_id: str) -> list[str]:
    return [
        f"{POSTS[Role(post.role)].title}·{post.place_name}"
        for post in posts_of(unit, [account_id])[account_id]
    ]


def _shown(unit: Unit, row: Any, posts: Sequence[Any]) -> dict[str, Any]:
    is_locked = row.locked_until is not None and row.locked_until > unit.now
    return {
        "id": row.id,
        "username": row.username,
        "name": row.name,
        "roles": [post_shown(post) for post in posts],
        "state": "disabled" if row.disabled_at else "locked" if is_locked else "active",
        "locked_until": row.locked_until if is_locked else None,
        "must_change_password": row.must_change_password,
        "is_demo": row.is_demo,
        "last_login_at": row.last_login_at,
        "made_at": row.made_at,
        "changed_at": row.changed_at,
        "rev": row.rev,
    }


def _note(
    unit: Unit,
    action: str,
    account_id: str,
    summary: str,
    before: dict[str, Any] | None,
    after: dict[str, Any] | None,
    reason: str = "",
) -> None:
    path = posts_of(unit, [account_id])[account_id][0].place_path
    unit.note(Entry(action, "account", account_id, summary, before, after, reason, path))
