"""Which posts an account may hold: right kind of place, administrators apart from business."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jingzhun.kit.errors import FieldError, Invalid
from jingzhun.kit.unit import Unit
from jingzhun.places.repository import PlaceRepository
from jingzhun.policy.roles import ADMINISTRATORS, POSTS, Permission, Role, may_stand_at

LEVELS = {"county": "district", "town": "town", "village": "village"}
_LEVEL_WORDS = {"district": "全区", "town": "街道（镇）", "village": "行政村"}
MAX_ROLES = 5


@dataclass(frozen=True)
class Post:
    """A role asked for at a place."""

    role: str
    place_id: str


def placed(unit: Unit, posts: Sequence[Post]) -> list[tuple[str, str, str]]:
    """Return role, place id and path of each post; raises Invalid naming every fault."""
    errors = list(_apart(posts))
    places = PlaceRepository(unit, Permission.PLACES_READ)
    held: list[tuple[str, str, str]] = []
    for number, post in enumerate(posts):
        place = places.find(post.place_id)
        if place is None:
            errors.append(_fault(number, "place-not-found", "没有找到这个地点，请重新选择"))
        elif not may_stand_at(post.role, LEVELS.get(place.kind, "")):
            levels = "、".join(_LEVEL_WORDS[level] for level in POSTS[Role(post.role)].levels)
            title = POSTS[Role(post.role)].title
            errors.append(_fault(number, "wrong-level", f"“{title}”只能设在{levels}，请改选地点"))
        else:
            held.append((post.role, place.id, place.path))
    if len(set(held)) != len(held):
        errors.append(FieldError("/roles", "post-twice", "同一角色在同一地点只能设一次"))
    if errors:
        raise Invalid(errors)
    return sorted(held, key=lambda post: (len(post[2]), post[2], post[0]))


def _apart(posts: Sequence[Post]) -> list[FieldError]:
    roles = {post.role for post in posts}
    errors = []
    if roles & ADMINISTRATORS and len(roles) > 1:
        errors.append(
            FieldError(
                "/roles", "administrators-apart",
                "系统、安全、审计管理员须分人担任，且不能兼任业务角色，请另建账号",
            )
        )  # fmt: skip
    if len(roles) > MAX_ROLES:
        errors.append(FieldError("/roles", "too-many-roles", f"一个账号最多{MAX_ROLES}种角色"))
    return errors


def _fault(number: int, code: str, message: str) -> FieldError:
    return FieldError(f"/roles/{number}/place_id", code, message)
