"""Accounts with their posts, in the actor's places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, delete, func, insert, or_, select, update

from jingzhun.accounts.errors import AccountNotFound
from jingzhun.accounts.models import account, account_role, login_attempt
from jingzhun.kit.columns import within
from jingzhun.kit.paging import Page
from jingzhun.kit.unit import Unit
from jingzhun.places.models import place
from jingzhun.policy.roles import Role

_SORTS = {
    "username": account.c.username,
    "name": account.c.name,
    "made_at": account.c.made_at,
    "last_login_at": account.c.last_login_at,
}
_SHOWN = (
    account.c.id, account.c.username, account.c.name, account.c.must_change_password,
    account.c.is_demo, account.c.disabled_at, account.c.last_login_at, account.c.made_at,
    account.c.changed_at, account.c.generation, account.c.rev, login_attempt.c.locked_until,
)  # fmt: skip


@dataclass(frozen=True)
class Wanted:
    """Which accounts a list asks for; None asks for all."""

    role: str | None = None
    place_path: str | None = None
    state: str | None = None
    text: str | None = None
    sort: str = "username"
    must_change_password: bool | None = None


class AccountRepository:
    """Accounts holding a post within the places where the actor has `permission`."""

    def __init__(self, unit: Unit, permission: str) -> None:
        self.unit, self.paths = unit, unit.actor.paths(permission)

    def page(self, wanted: Wanted, page: Page) -> tuple[Sequence[Row[Any]], int]:
        """One page and how many there are in all."""
        held = self._wanted(wanted)
        column = _SORTS[wanted.sort.lstrip("-")]
        order = column.desc().nulls_last() if wanted.sort.startswith("-") else column.nulls_first()
        rows = self.unit.execute(
            self._select()
            .where(*held)
            .order_by(order, account.c.id)
            .limit(page.size)
            .offset(page.offset)
        ).all()
        counted = select(func.count()).select_from(_WITH_LOCK).where(*held)
        return rows, self.unit.execute(counted).scalar_one()

    def get(self, account_id: str) -> Row[Any]:
        """One account; raises AccountNotFound."""
        found = self.unit.execute(
            self._select().where(account.c.id == account_id, self._scope())
        ).one_or_none()
        if found is None:
            raise AccountNotFound
        return found

    def has_username(self, username: str) -> bool:
        """Whether the user name is taken anywhere, in or out of scope."""
        statement = select(account.c.id).where(account.c.username == username)
        return self.unit.execute(statement).first() is not None

    def insert(self, values: Mapping[str, Any]) -> None:
        """Add an account."""
        self.unit.execute(insert(account).values(**values))

    def change(self, account_id: str, **values: Any) -> None:
        """Change an account and count its version on."""
        self.unit.execute(
            update(account)
            .where(account.c.id == account_id)
            .values(rev=account.c.rev + 1, changed_at=self.unit.now, **values)
        )

    def replace_roles(self, account_id: str, posts: Iterable[tuple[str, str, str]]) -> None:
        """Let the account hold exactly these posts: role, place id, place path."""
        self.unit.execute(delete(account_role).where(account_role.c.account_id == account_id))
        rows = [
            {"account_id": account_id, "role": role, "place_id": place_id, "place_path": path}
            for role, place_id, path in posts
        ]
        self.unit.execute(insert(account_role), rows)

    def lock_administrators(self) -> list[str]:
        """Ids of all system administrators in use, locked against a rival dismissal."""
        statement = (
            select(account.c.id)
            .where(
                account.c.disabled_at.is_(None),
                account.c.id.in_(
                    select(account_role.c.account_id).where(
                        account_role.c.role == Role.SYSTEM_ADMIN
                    )
                ),
            )
            .order_by(account.c.id)
            .with_for_update()
        )
        return list(self.unit.execute(statement).scalars())

    def _select(self) -> Select[Any]:
        return select(*_SHOWN).select_from(_WITH_LOCK)

    def _wanted(self, wanted: Wanted) -> list[ColumnElement[bool]]:
        held = [self._scope()]
        if wanted.role is not None:
            held.append(_holds(account_role.c.role == wanted.role))
        if wanted.place_path is not None:
            held.append(_holds(within(account_role.c.place_path, (wanted.place_path,))))
        if wanted.state is not None:
            held.append(self._in_state(wanted.state))
        if wanted.must_change_password is not None:
            held.append(account.c.must_change_password.is_(wanted.must_change_password))
        if wanted.text:
            username = account.c.username.startswith(wanted.text.lower(), autoescape=True)
            held.append(or_(username, account.c.name.contains(wanted.text, autoescape=True)))
        return held

    def _in_state(self, state: str) -> ColumnElement[bool]:
        if state == "disabled":
            return account.c.disabled_at.is_not(None)
        if state == "locked":
            return login_attempt.c.locked_until > self.unit.now
        return and_(
            account.c.disabled_at.is_(None),
            or_(
                login_attempt.c.locked_until.is_(None),
                login_attempt.c.locked_until <= self.unit.now,
            ),
        )

    def _scope(self) -> ColumnElement[bool]:
        return _holds(within(account_role.c.place_path, self.paths))


_WITH_LOCK = account.outerjoin(login_attempt, login_attempt.c.account_id == account.c.id)


def _holds(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return (
        select(account_role.c.account_id)
        .where(account_role.c.account_id == account.c.id, condition)
        .exists()
    )


def posts_of(unit: Unit, account_ids: Sequence[str]) -> dict[str, list[Row[Any]]]:
    """The posts of accounts, widest place first; scope was checked for the accounts."""
    rows = unit.execute(
        select(
            account_role.c.account_id, account_role.c.role, account_role.c.place_id,
            account_role.c.place_path, place.c.name.label("place_name"), place.c.kind,
        )
        .join(place, place.c.id == account_role.c.place_id)
        .where(account_role.c.account_id.in_(account_ids))
        .order_by(func.length(account_role.c.place_path), account_role.c.place_path,
                  account_role.c.role)
    ).all()  # fmt: skip
    posts: dict[str, list[Row[Any]]] = {account_id: [] for account_id in account_ids}
    for row in rows:
        posts[row.account_id].append(row)
    return posts


def demo_accounts(unit: Unit) -> Sequence[Row[Any]]:
    """Every account made for a demonstration, with its first post, in order of making."""
    return unit.execute(
        select(account.c.id, account.c.username).where(account.c.is_demo).order_by(account.c.id)
    ).all()


def has_accounts(unit: Unit) -> bool:
    """Whether anybody has an account yet."""
    return unit.execute(select(account.c.id).limit(1)).first() is not None
