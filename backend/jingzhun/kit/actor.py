"""Who acts: frozen, built from a verified token, handed to every repository and journal entry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from posixpath import commonprefix

from jingzhun.kit.errors import NotPermitted


@dataclass(frozen=True)
class Grant:
    """A role held at a place subtree, with what it permits there. `path` ends in a slash."""

    role: str
    path: str
    permissions: frozenset[str]


@dataclass(frozen=True)
class Actor:
    """`kind` is person, client or system. `session` is the login family or client token id."""

    id: str
    name: str
    kind: str
    grants: tuple[Grant, ...]
    session: str = ""
    address: str = ""
    request_id: str = ""
    must_change_password: bool = False
    extra: dict[str, str] = field(default_factory=dict, hash=False, compare=False)

    @cached_property
    def permissions(self) -> frozenset[str]:
        """Everything permitted anywhere."""
        return frozenset[str]().union(*(grant.permissions for grant in self.grants))

    def may(self, permission: str) -> bool:
        """Whether the permission is held at some place."""
        return permission in self.permissions

    def require(self, permission: str) -> None:
        """Refuse an actor without the permission."""
        if permission not in self.permissions:
            raise NotPermitted(permission=permission)

    def paths(self, permission: str) -> tuple[str, ...]:
        """Subtrees where the permission is held, none inside another."""
        held = sorted({grant.path for grant in self.grants if permission in grant.permissions})
        return tuple(
            path for path in held if not any(path != one and path.startswith(one) for one in held)
        )

    def covers(self, permission: str, place_path: str) -> bool:
        """Whether the permission is held at this very place."""
        return any(place_path.startswith(path) for path in self.paths(permission))


def common_path(paths: Sequence[str]) -> str:
    """The narrowest place above all of these: whoever is to see their whole must hold it."""
    shared = commonprefix(list(paths))
    return shared[: shared.rindex("/") + 1]


def system_actor(name: str, permissions: frozenset[str] = frozenset()) -> Actor:
    """The program itself, acting over the whole county, for jobs and commands."""
    return Actor("system", name, "system", (Grant("system", "/", permissions),))
