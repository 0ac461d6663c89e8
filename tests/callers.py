"""Callers for tests of endpoints: a signed token of any role or scope, without an account.

`headers_for(context, Role.TOWN, "/440840/440811070/")` gives the headers of a request.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from fastapi import FastAPI
from fastapi.testclient import TestClient
from starlette.types import Receive, Scope, Send

from jingzhun.kit.actor import Actor, Grant, system_actor
from jingzhun.kit.settings import Settings
from jingzhun.main import create_app, make_context
from jingzhun.places import service as places
from jingzhun.places.repository import read_index
from jingzhun.policy.roles import Permission
from jingzhun.web import claims
from jingzhun.web.context import Context

DISTRICT = "/440840/"
TOWN = "/440840/440811070/"
OTHER_TOWN = "/440840/440811071/"
LIFE = timedelta(hours=1)
EVERYTHING = frozenset(map(str, Permission))


def person(role: str, path: str, *, account_id: str = "") -> Actor:
    """A person holding one post."""
    name = account_id or f"{role}@{path.strip('/').split('/')[-1]}"
    return Actor(name[:36], "测试员", "person", (claims.grant_of(role, path),), session="s-1")


def client(*scopes: str, path: str = DISTRICT, client_id: str = "client-1") -> Actor:
    """A machine client with exactly these scopes."""
    grant = Grant("client", path, frozenset(map(str, scopes)))
    return Actor(client_id, "对账脚本", "client", (grant,))


def headers(context: Context, actor: Actor, generation: int = 1) -> dict[str, str]:
    """The Authorization header of an actor."""
    return {"Authorization": f"Bearer {context.tokens.issue(actor, generation, LIFE)}"}


def headers_for(context: Context, role: str, path: str = DISTRICT) -> dict[str, str]:
    """The headers of a person holding one post."""
    return headers(context, person(role, path))


def api(context: Context) -> TestClient:
    """The application without its background work; failures of the server are raised.

    Making an application takes half a second and all of these tests want the same one, so it is
    made once in a process and told before each request whose context is meant.
    """
    return TestClient(_Told(application(), context))


@cache
def application() -> FastAPI:
    """The application these tests share."""
    return create_app(make_context(Settings(data_dir=Path(mkdtemp()))))


@dataclass(frozen=True)
class _Told:
    app: FastAPI
    context: Context

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            # Background work belongs to the context it was started with.
            await create_app(self.context)(scope, receive, send)
            return
        self.app.state.context = self.context
        await self.app(scope, receive, send)


def seed_places(context: Context) -> dict[str, str]:
    """Enter the district's places; return their ids by path."""
    with context.database.write(system_actor("test", EVERYTHING), now=context.now()) as unit:
        places.seed(unit)
        return {place.path: place.id for place in read_index(unit).places.values()}


def everything(unit_name: str = "test") -> Actor:
    """An actor who may do everything everywhere; for arranging, never for asserting."""
    return system_actor(unit_name, EVERYTHING)


class Moment:
    """A clock that stands still until it is moved."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at

    def forward(self, **span: float) -> None:
        """Let time pass."""
        self.at += timedelta(**span)


def stopped(context: Context) -> Moment:
    """Give the context a clock that the test moves."""
    moment = Moment(context.now())
    context.now = moment
    return moment
