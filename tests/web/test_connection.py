"""Slow and endless heads are cut off; honest clients on the same connection are not."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from jingzhun.web.connection import Connection
from jingzhun.web.context import Context
from tests.live import serving

GOOD = b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"


class Impatient(Connection):
    head_seconds = 0.15


@pytest.fixture
def line(context: Context) -> Iterator[socket.socket]:
    with serving(context, Impatient) as address:
        parts = urlsplit(address)
        with socket.create_connection((parts.hostname or "", parts.port or 0), 5) as line:
            yield line


def answered(line: socket.socket) -> bytes:
    """One whole answer; head and body may arrive apart."""
    answer = b""
    while not answer.endswith(b'{"status":"ok"}'):
        part = line.recv(4096)
        assert part, answer
        answer += part
    return answer


def is_cut_off(line: socket.socket) -> bool:
    """Whether the server ends the connection within the five seconds of the socket."""
    try:
        while line.recv(4096):
            pass
    except ConnectionError:
        return True
    except TimeoutError:
        return False
    return True


def test_silence_is_cut_off(line: socket.socket) -> None:
    assert is_cut_off(line)


def test_a_head_sent_drop_by_drop_is_cut_off(line: socket.socket) -> None:
    def dribble() -> None:
        for drop in [b"GET /healthz HTTP/1.1\r\n", *[b"X: 1\r\n"] * 1000]:
            line.sendall(drop)
            time.sleep(0.02)

    with pytest.raises(ConnectionError):
        dribble()


def test_a_second_request_may_not_dawdle_either(line: socket.socket) -> None:
    line.sendall(GOOD)
    assert answered(line).startswith(b"HTTP/1.1 200")
    line.sendall(b"GET /healthz HTTP/1.1\r\nHo")
    assert is_cut_off(line)


def test_an_idle_connection_serves_again(line: socket.socket) -> None:
    for _ in range(2):
        line.sendall(GOOD)
        assert answered(line).startswith(b"HTTP/1.1 200")
        time.sleep(0.19)


def test_an_endless_head_is_refused(line: socket.socket) -> None:
    line.sendall(b"GET /healthz HTTP/1.1\r\n")
    answer = b""
    try:
        for _ in range(200):
            line.sendall(b"X-Long: " + b"x" * 1000 + b"\r\n")
        answer = line.recv(4096)
    except ConnectionError:
        return
    assert answer == b"" or answer.startswith(b"HTTP/1.1 431")
