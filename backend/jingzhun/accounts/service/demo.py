"""Accounts of a demonstration: one a role, and a second town beside the first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from jingzhun.accounts import passwords
from jingzhun.accounts.errors import PlacesMissing
from jingzhun.accounts.repository.account import demo_accounts, posts_of
from jingzhun.accounts.service import users
from jingzhun.accounts.service.posts import Post
from jingzhun.kit.unit import Unit
from jingzhun.places.finding import Place
from jingzhun.places.repository import read_index
from jingzhun.policy.roles import POSTS, Level, Role

# Meets both rule books; production refuses to start while an account with it exists.
PASSWORD = "Chunfeng-huayu-2018"  # noqa: S105 - printed for everybody to try
TOWN, OTHER_TOWN = "440811070", "440811071"
_NAMES = {
    Role.POVERTY_OFFICE: "陈扶民", Role.FINANCE: "李财安", Role.DEPARTMENT: "王部明",
    Role.TOWN: "林东山", Role.VILLAGE_TEAM: "黄驻村", Role.VILLAGE_COMMITTEE: "梁村生",
    Role.INSPECTION: "周督正", Role.DISCIPLINE: "郑纪清", Role.AUDIT_OFFICE: "何审远",
    Role.LEADER: "吴领航", Role.LEADER_OFFICE: "谢政通", Role.SYSTEM_ADMIN: "许系统",
    Role.SECURITY_ADMIN: "冯安全", Role.AUDIT_ADMIN: "邓审计",
}  # fmt: skip


@dataclass(frozen=True)
class DemoAccount:
    """An account as `jingzhun run` prints it."""

    username: str
    password: str
    role_title: str
    place_name: str


def create_demo_accounts(unit: Unit) -> list[DemoAccount]:
    """Make what is missing; return every demo account. Needs the place tree."""
    index = {place.path: place for place in read_index(unit).places.values()}
    have = {row.username for row in demo_accounts(unit)}
    password_hash = passwords.digest(PASSWORD)
    made = []
    for username, name, role, place in _wanted(index):
        if username not in have:
            users.create(
                unit, username=username, name=name, posts=[Post(role, place.id)],
                password_hash=password_hash, is_demo=True,
            )  # fmt: skip
        made.append(DemoAccount(username, PASSWORD, POSTS[role].title, place.name))
    return made


def _wanted(index: dict[str, Place]) -> list[tuple[str, str, Role, Place]]:
    county = _first(index, "county", "")
    town = _first(index, "town", TOWN)
    standing = {
        Level.DISTRICT: county,
        Level.TOWN: town,
        Level.VILLAGE: _first(index, "village", town.path),
    }
    wanted = [
        (f"demo-{role}", _NAMES[role], role, standing[POSTS[role].levels[0]]) for role in Role
    ]
    other = _first(index, "town", OTHER_TOWN)
    return [*wanted, (f"demo-{Role.TOWN}-2", "沈东简", Role.TOWN, other)]


def _first(index: dict[str, Place], kind: str, within: str) -> Place:
    for path in sorted(index):
        if index[path].kind == kind and within in path:
            return index[path]
    raise PlacesMissing


def hints(unit: Unit) -> list[dict[str, Any]]:
    """What the login page of a demonstration offers: names and posts, never the password."""
    rows = demo_accounts(unit)
    held = posts_of(unit, [row.id for row in rows])
    return [
        {
            "username": row.username,
            "role_title": POSTS[Role(held[row.id][0].role)].title,
            "place_name": held[row.id][0].place_name,
        }
        for row in rows
    ]
