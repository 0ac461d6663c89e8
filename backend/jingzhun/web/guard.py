"""Who calls: the one dependency by which a route declares what it needs.

`caller: Annotated[Caller, needs(Permission.HOUSEHOLDS_READ)]`; a route without `needs`,
`signed_in` or `public` fails the permission walk of the tests.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from fastapi import Depends, Request, Response
from starlette.datastructures import Headers

from jingzhun.kit.actor import Actor
from jingzhun.kit.errors import NotWritable
from jingzhun.kit.unit import Unit
from jingzhun.web import idempotency
from jingzhun.web.context import Context
from jingzhun.web.errors import (
    NotSignedIn,
    PasswordMustChange,
    TooManyRequests,
    UnknownFilter,
    VersionMissing,
    VersionStale,
)
from jingzhun.web.limits import Bucket, Pace

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

    def __init__(
        self,
        permission: str | None,
        *,
        is_public: bool = False,
        pace: Pace = "none",
        with_one_time_password: bool = False,
    ) -> None:
        self.permission, self.is_public, self.pace = permission, is_public, pace
        self.with_one_time_password = with_one_time_password

    async def __call__(self, request: Request) -> Caller:
        """Build the caller from the bearer token, without I/O."""
        _refuse_nul(request)
        context: Context = request.app.state.context
        state = request.scope.setdefault("state", {})
        address = request.client.host if request.client else ""
        request_id = str(state.get("request_id", ""))
        if self.is_public:
            if self.pace != "none":
                _pace(context.limits.by_address(self.pace), address, state)
            return Caller(_located(ANONYMOUS, address, request_id), context, request)
        actor = _located(context.verify(bearer_of(request.headers)), address, request_id)
        state["actor_id"] = actor.id
        _pace(context.limits.actors, actor.id, state)
        if actor.must_change_password and not self.with_one_time_password:
            raise PasswordMustChange
        if self.permission is not None:
            actor.require(self.permission)
        if request.scope["query_string"]:
            _refuse_unknown(request)
        return Caller(actor, context, request)


def bearer_of(headers: Headers) -> str:
    """The token of the Authorization header; raises NotSignedIn where there is none."""
    header = headers.get("authorization", "")
    if not header[:7].lower() == "bearer ":
        raise NotSignedIn
    return header[7:].strip()


def _refuse_nul(request: Request) -> None:
    """No text of ours holds a NUL; on its way it stands escaped in JSON, address or form."""
    body = getattr(request, "_body", b"")
    if (
        b"\\u0000" in body
        or b"%00" in request.scope["query_string"]
        or "\0" in request.scope["path"]
    ):
        raise NotWritable


def _refuse_unknown(request: Request) -> None:
    """Where a route asks nothing in its address, whatever stands there was meant for something."""
    route = request.scope.get("fastapi", {}).get("effective_route_context")
    dependant = getattr(route, "dependant", None)
    if dependant is not None and not dependant.query_params:
        raise UnknownFilter


def _pace(bucket: Bucket, key: str, state: dict[str, Any]) -> None:
    turn = bucket.take(key)
    state["headers"] = bucket.headers(turn)
    if not turn.granted:
        raise TooManyRequests(seconds=turn.seconds)


def _located(actor: Actor, address: str, request_id: str) -> Actor:
    located = object.__new__(Actor)
    located.__dict__.update(actor.__dict__, address=address, request_id=request_id)
    return located


def needs(permission: str) -> Any:
    """Declare the permission a route needs."""
    return Depends(Guard(str(permission)))


def signed_in(*, with_one_time_password: bool = False) -> Any:
    """Declare that any signed-in caller may use the route, for its own account only."""
    return Depends(Guard(None, with_one_time_password=with_one_time_password))


def public(*, pace: Pace = "none") -> Any:
    """Declare that the route is open without login; `pace` limits each address."""
    return Depends(Guard(None, is_public=True, pace=pace))
