"""The same command twice has one effect: key, content digest and answer in one transaction."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING

from fastapi import Request, Response
from sqlalchemy import delete, insert, select, text

from jingzhun.kit.unit import Unit
from jingzhun.web.answers import JSON
from jingzhun.web.errors import (
    IdempotencyInProgress,
    IdempotencyKeyMissing,
    IdempotencyKeyReused,
)
from jingzhun.web.models import idempotency_key

if TYPE_CHECKING:
    from jingzhun.kit.actor import Actor
    from jingzhun.web.context import Context

KEPT = timedelta(days=7)
MAX_KEY = 120
_RUNNING: set[tuple[str, str]] = set()
_GATE = threading.Lock()


def run(
    context: Context,
    actor: Actor,
    request: Request,
    work: Callable[[Unit], Response],
    fingerprint: str,
) -> Response:
    """Run `work` once for the request's key; later calls get the first answer again."""
    key = request.headers.get("idempotency-key", "")
    if not key or len(key) > MAX_KEY or not key.isascii():
        raise IdempotencyKeyMissing
    digest = _digest(request, fingerprint)
    with _alone((actor.id, key)), context.database.write(actor, now=context.now()) as unit:
        _claim(unit, actor.id, key)
        kept = unit.execute(
            select(idempotency_key).where(
                idempotency_key.c.actor_id == actor.id, idempotency_key.c.key == key
            )
        ).one_or_none()
        if kept is not None:
            if kept.fingerprint != digest:
                raise IdempotencyKeyReused
            headers = {"Idempotent-Replayed": "true"} | ({"ETag": kept.etag} if kept.etag else {})
            return Response(kept.answer, kept.status, headers, media_type=JSON)
        response = work(unit)
        unit.execute(
            insert(idempotency_key).values(
                actor_id=actor.id,
                key=key,
                fingerprint=digest,
                status=response.status_code,
                answer=bytes(response.body),
                etag=response.headers.get("etag"),
                made_at=unit.now,
            )
        )
        unit.execute(delete(idempotency_key).where(idempotency_key.c.made_at < unit.now - KEPT))
        return response


def _digest(request: Request, fingerprint: str) -> str:
    body = fingerprint.encode() or getattr(request, "_body", b"")
    path = f"{request.method} {request.url.path}\n".encode()
    return hashlib.sha256(path + body).hexdigest()


@contextmanager
def _alone(claim: tuple[str, str]) -> Iterator[None]:
    """One carrying-out at a time within this process; others are told it is in progress."""
    with _GATE:
        if claim in _RUNNING:
            raise IdempotencyInProgress
        _RUNNING.add(claim)
    try:
        yield
    finally:
        with _GATE:
            _RUNNING.discard(claim)


def _claim(unit: Unit, actor_id: str, key: str) -> None:
    """Across processes PostgreSQL tells at once; SQLite writers wait in line anyway."""
    if not unit.is_postgresql:
        return
    number = int.from_bytes(hashlib.sha256(f"{actor_id}:{key}".encode()).digest()[:8], "big")
    taken = text("SELECT pg_try_advisory_xact_lock(:number)")
    signed = number - (1 << 64) if number >= 1 << 63 else number
    if not unit.execute(taken, {"number": signed}).scalar_one():
        raise IdempotencyInProgress
