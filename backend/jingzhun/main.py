"""Composition only: settings, store, keys, facts and routers become one application."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime

import structlog
from fastapi import APIRouter, FastAPI

from jingzhun import __version__, assembly
from jingzhun.journal import chain
from jingzhun.kit import clock, logs
from jingzhun.kit.actor import Actor
from jingzhun.kit.crypto import load_keyring
from jingzhun.kit.database import Database
from jingzhun.kit.settings import Settings, load
from jingzhun.policy import CATALOGUE
from jingzhun.web import contract, problems, spa
from jingzhun.web.admission import Admission
from jingzhun.web.context import Context
from jingzhun.web.envelope import Envelope
from jingzhun.web.lanes import Lanes


def make_context(
    settings: Settings, *, now: Callable[[], datetime] = clock.now, database: Database | None = None
) -> Context:
    """Open store and keys; nothing is served yet. A wrong declaration stops the start."""
    faults = list(CATALOGUE.problems())
    if faults:
        raise ValueError("; ".join(faults))
    if not structlog.is_configured():
        logs.configure(settings.log_level)
    keys = load_keyring(settings.keys_path)
    store = database or Database(
        settings.url, read_url=settings.database_read_url, readers=settings.readers
    )
    if chain.write not in store.before_commit:
        store.before_commit.append(chain.write)
    context = Context(settings, store, keys, assembly.make_book(), _nobody, now)
    assembly.prepare(context)
    return context


def _nobody(_token: str) -> Actor:
    raise RuntimeError("no verifier installed")


def create_app(context: Context) -> FastAPI:
    """Build the application around an open context."""

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        stop = assembly.start_background(context)
        try:
            yield
        finally:
            stop()

    settings = context.settings
    app = FastAPI(
        title="精准 Jingzhun",
        version=__version__,
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
        separate_input_output_schemas=False,
        generate_unique_id_function=lambda route: route.name,
        max_body_size=settings.body_limit,
        redirect_slashes=False,
    )
    app.state.context = context
    problems.install(app)
    api = APIRouter(prefix="/api/v1", responses=contract.PROBLEMS)
    for router in assembly.api_routers():
        api.include_router(router)
    app.include_router(api)
    for router in assembly.root_routers():
        app.include_router(router)
    spa.install(app, settings.spa_dir)
    contract.install(app)
    # More threads than connections only wait for one another.
    threads = settings.readers if context.database.is_sqlite else settings.read_threads
    app.add_middleware(Lanes, source=app, threads=threads)
    app.add_middleware(Admission)
    app.add_middleware(Envelope, seconds=settings.request_seconds)
    return app


def app() -> FastAPI:
    """The factory uvicorn is given; every worker process calls it."""
    return create_app(make_context(load()))
