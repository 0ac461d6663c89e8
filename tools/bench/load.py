"""A small load generator: raw HTTP/1.1 on kept connections, one thread, no library in between.

What it costs itself is the same for every server it measures: some 20 µs a request.
"""

from __future__ import annotations

import selectors
import socket
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import cycle
from statistics import median
from typing import Any

HOST = "127.0.0.1"
_PATIENCE = 30.0


@dataclass
class Run:
    """What one run met: seconds of each answer, how long all took, answers that were no 200."""

    seconds: float
    times: list[float]
    failures: dict[int, int] = field(default_factory=dict)

    @property
    def rate(self) -> float:
        """Answers a second."""
        return len(self.times) / self.seconds if self.seconds else 0.0

    @property
    def p50_ms(self) -> float:
        """The median in milliseconds."""
        return median(self.times) * 1000 if self.times else float("nan")

    @property
    def p95_ms(self) -> float:
        """Nineteen of twenty are faster."""
        ordered = sorted(self.times)
        return ordered[int(len(ordered) * 0.95)] * 1000 if ordered else float("nan")


def request(
    method: str, path: str, headers: dict[str, str] | None = None, body: bytes = b""
) -> bytes:
    """The bytes of a request."""
    lines = [f"{method} {path} HTTP/1.1", f"host: {HOST}"]
    lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
    if body:
        lines += ["content-type: application/json", f"content-length: {len(body)}"]
    return "\r\n".join([*lines, "", ""]).encode() + body


@dataclass
class _Line:
    """One connection with what it waits for."""

    sock: socket.socket
    got: bytearray
    sent_at: float = 0.0
    due_at: float = 0.0
    is_waiting: bool = False


def run(
    port: int,
    requests: Sequence[bytes],
    *,
    connections: int,
    seconds: float,
    think: float = 0.0,
) -> Run:
    """Send the requests in turn over so many connections; `think` is a pause after each answer."""
    clock = time.perf_counter
    waiting = selectors.DefaultSelector()
    lines = [_Line(socket.create_connection((HOST, port)), bytearray()) for _ in range(connections)]
    source, found = cycle(requests), Run(0.0, [])
    began = clock()
    for index, line in enumerate(lines):
        line.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        line.due_at = began + think * index / connections
        waiting.register(line.sock, selectors.EVENT_READ, line)
    end = began + seconds
    try:
        while (now := clock()) < end + _PATIENCE:
            busy = _send_due(lines, now, end, source)
            if not busy and now >= end:
                break
            for key, _ in waiting.select(0.002 if think else 1.0):
                _take(key.data, found, think, clock)
    finally:
        for line in lines:
            line.sock.close()
        waiting.close()
    found.seconds = min(clock(), max(end, began)) - began
    return found


def _send_due(lines: list[_Line], now: float, end: float, source: Any) -> bool:
    """Send what is due; return whether anything is still on its way."""
    busy = False
    for line in lines:
        if not line.is_waiting and line.due_at <= now < end:
            line.sent_at, line.is_waiting = now, True
            line.sock.sendall(next(source))
        busy |= line.is_waiting
    return busy


def _take(line: _Line, found: Run, think: float, clock: Any) -> None:
    chunk = line.sock.recv(262_144)
    if not chunk:
        raise ConnectionError("the server hung up")
    got = line.got
    got += chunk
    head = got.find(b"\r\n\r\n")
    if head < 0:
        return
    start = got.lower().find(b"content-length: ", 0, head)
    length = int(got[start + 16 : got.index(b"\r", start)]) if start >= 0 else 0
    if len(got) < head + 4 + length:
        return
    now = clock()
    status = int(got[9:12])
    if status == 200:
        found.times.append(now - line.sent_at)
    else:
        found.failures[status] = found.failures.get(status, 0) + 1
    got.clear()
    line.is_waiting, line.due_at = False, now + think


def fetch(port: int, sent: bytes) -> tuple[int, bytes]:
    """Send one request; return status and body. For what must be read, not measured."""
    with socket.create_connection((HOST, port), timeout=_PATIENCE) as sock:
        sock.sendall(sent.replace(b"\r\n\r\n", b"\r\nconnection: close\r\n\r\n", 1))
        parts = []
        while part := sock.recv(262_144):
            parts.append(part)
    head, _, body = b"".join(parts).partition(b"\r\n\r\n")
    if b"transfer-encoding: chunked" in head.lower():
        body = _unchunked(body)
    return int(head[9:12]), body


def _unchunked(body: bytes) -> bytes:
    parts = []
    while body:
        size, _, body = body.partition(b"\r\n")
        length = int(size, 16)
        if not length:
            break
        parts.append(body[:length])
        body = body[length + 2 :]
    return b"".join(parts)
