"""Who calls: the one dependency by which a route declares what it needs.

`caller: Annotated[Caller, needs(Permission.HOUSEHOLDS_READ)]`; a route without `needs`,
`signed_in` or `public` fails the permission walk of the tests.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from fastapi import Depends, Request, Response

from jingzhun.kit.actor import Actor
from jingzhun.kit.unit import Unit
from jingzhun.web import idempotency
from jingzhun.web.context import Context
from jingzhun.web.errors import NotSignedIn, PasswordMustChange, VersionMissing, VersionStale

ANONYMOUS = Actor("anonymous", "公众", "anonymous", ())


class Caller:
    """The actor of one request, and the units of work it may open."""

    __slots__ = ("actor", "context", "request")

    def __init__(self, actor: Actor, context: Context, request: Request) -> None:
        self.actor, self.context, self.request = actor, context, request

    @contextmanager
    def read(self) -> Iterator[Unit]:
        """Open a unit that only reads."""
        with self.context.database.read(self.actor, now=self.context.now()) as unit:
            yield unit

    @contextmanager
    def write(self) -> Iterator[Unit]:
        """Open the transaction of this request."""
        with self.context.database.write(self.actor, now=self.context.now()) as unit:
            yield unit

    def once(self, work: Callable[[Unit], Response], *, fingerprint: str = "") -> Response:
        """Carry out a command that must not happen twice; needs an Idempotency-Key header.

        `fingerprint` stands for the content where the body is a file; else the body is hashed.
        """
        return idempotency.run(self.context, self.actor, self.request, work, fingerprint)

    def expect(self, rev: int) -> None:
        """Refuse unless If-Match names the present row version."""
        header = self.request.headers.get("if-match")
        if header is None:
            raise VersionMissing
        if header.strip() not in (f'"{rev}"', "*"):
            raise VersionStale(current=rev)


class Guard:
    """Callable dependency; `permission` is what the route declares."""

    def __init__(self, permission: str | None, *, is_public: bool = False) -> None:
        self.permission, self.is_public = permission, is_public

    async def __call__(self, request: Request) -> Caller:
        """Build the caller from the bearer token, without I/O."""
        context: Context = request.app.state.context
        state = request.scope.setdefault("state", {})
        if self.is_public:
            return Caller(ANONYMOUS, context, request)
        header = request.headers.get("authorization", "")
        if not header[:7].lower() == "bearer ":
            raise NotSignedIn
        actor = context.verify(header[7:].strip())
        client = request.client.host if request.client else ""
        actor = _located(actor, client, str(state.get("request_id", "")))
        state["actor_id"] = actor.id
        if self.permission is not None:
            if actor.must_change_password:
                raise PasswordMustChange
            actor.require(self.permission)
        return Caller(actor, context, request)


def _located(actor: Actor, address: str, request_id: str) -> Actor:
    located = object.__new__(Actor)
    located.__dict__.update(actor.__dict__, address=address, request_id=request_id)
    return located


def needs(permission: str) -> Any:  # noqa: ANN401 - what Annotated takes
    """Declare the permission a route needs."""
    return Depends(Guard(str(permission)))


def signed_in() -> Any:  # noqa: ANN401
    """Declare that any signed-in caller may use the route, for its own account only."""
    return Depends(Guard(None))


def public() -> Any:  # noqa: ANN401
    """Declare that the route is open without login."""
    return Depends(Guard(None, is_public=True))
