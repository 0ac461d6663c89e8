"""The outermost layer: request id, deadline, security headers, one log line without values."""

from __future__ import annotations

import asyncio
import time
from typing import Any

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from jingzhun.kit.ids import new_id

_LOG = structlog.get_logger("jingzhun.access")
_HEADERS = [
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (
        b"content-security-policy",
        (
            b"default-src 'self'; script-src 'self'; style-src 'self'; "
            b"img-src 'self' data: blob:; connect-src 'self'; frame-ancestors 'none'; "
            b"base-uri 'none'; form-action 'self'; object-src 'none'"
        ),
    ),
]


class Envelope:
    """Pure ASGI, so that it costs next to nothing."""

    def __init__(self, app: ASGIApp, seconds: float) -> None:
        self.app, self.seconds = app, seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, watch its end."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        state = scope.setdefault("state", {})
        request_id = state["request_id"] = new_id()
        started, seen = time.perf_counter(), {"status": 500, "begun": False}
        api = scope["path"].startswith(("/api/", "/oauth2/"))

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                seen["status"], seen["begun"] = message["status"], True
                headers: list[Any] = message.setdefault("headers", [])
                headers += [*_HEADERS, (b"x-request-id", request_id.encode())]
                headers += state.get("headers", ())
                if api and not any(name == b"cache-control" for name, _ in headers):
                    headers.append((b"cache-control", b"no-store"))
            await send(message)

        try:
            async with asyncio.timeout(self.seconds):
                await self.app(scope, receive, sending)
        except TimeoutError:
            if not seen["begun"]:
                await _too_long(sending, request_id, self.seconds)
        finally:
            _LOG.info(
                "request",
                method=scope["method"],
                route=route_of(scope),
                status=seen["status"],
                ms=round((time.perf_counter() - started) * 1000, 1),
                request_id=request_id,
                actor=state.get("actor_id", ""),
            )


def route_of(scope: Scope) -> str:
    """The route's template, never the concrete path: ids stay out of logs and metrics."""
    context = (scope.get("fastapi") or {}).get("effective_route_context")
    path = getattr(context, "path", None) or getattr(scope.get("route"), "path", None)
    return str(path) if path else "(none)"


async def _too_long(send: Send, request_id: str, seconds: float) -> None:
    body = (
        '{"type":"/problems/took-too-long","title":"处理超时","detail":"处理时间超过'
        f'{seconds:g}秒已停止。请缩小范围，或改用后台任务。","status":503,'
        f'"code":"took-too-long","request_id":"{request_id}","errors":[]}}'
    ).encode()
    headers = [
        (b"content-type", b"application/problem+json"),
        (b"content-length", str(len(body)).encode()),
        (b"retry-after", b"5"),
    ]
    await send({"type": "http.response.start", "status": 503, "headers": headers})
    await send({"type": "http.response.body", "body": body})
