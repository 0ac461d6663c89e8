"""Which packages make the application: their facts, routers and background work. Nothing else."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import APIRouter

from jingzhun.accounts import jobs as accounts
from jingzhun.accounts.endpoints import clients, login, me, oauth, users
from jingzhun.factbook import FactBook
from jingzhun.households import endpoints as households
from jingzhun.jobs import endpoints as jobs
from jingzhun.jobs.service import Runner
from jingzhun.journal import endpoints as journal
from jingzhun.places import endpoints as places
from jingzhun.web import health
from jingzhun.web.context import Context


def make_book() -> FactBook:
    """Bind every fact of the built packages."""
    return FactBook()


def prepare(context: Context) -> None:
    """Give the context what upper packages supply, such as the token verifier."""
    context.verify = context.tokens.verify


def api_routers() -> list[APIRouter]:
    """Routers under /api/v1, in the order of the contract."""
    return [
        login.router,
        me.router,
        users.router,
        users.roles_router,
        clients.router,
        journal.router,
        places.router,
        households.router,
        jobs.router,
    ]


def root_routers() -> list[APIRouter]:
    """Routers outside /api/v1."""
    return [health.router, oauth.router]


def start_background(context: Context) -> Callable[[], None]:
    """Start what runs beside the requests; return the call that stops it."""
    stops = [accounts.Watch(context).start(), Runner(context).start()]

    def stop() -> None:
        for each in reversed(stops):
            each()

    return stop
