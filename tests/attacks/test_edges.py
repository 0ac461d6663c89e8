"""Attempts below and beside the routes: the protocol, other sites, slow senders, headers."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from jingzhun.kit.database import Database
from jingzhun.kit.db import METADATA
from jingzhun.kit.settings import Settings
from jingzhun.main import make_context
from tests.attacks.conftest import INDEX, Target
from tests.conftest import NOW
from tests.live import serving

LIST = "/api/v1/households"
EVIL = {"Origin": "http://evil.example", "Host": "evil.example"}
SECURITY = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


@pytest.mark.parametrize(
    "path", [LIST, "/", "/assets/app-1.js", "/api/v1/nothing", "/healthz", "/assets/gone.js"]
)
@pytest.mark.parametrize("who", ["office", ""])
def test_security_headers_stand_in_every_answer(target: Target, path: str, who: str) -> None:
    headers = target.ask("GET", path, who).headers
    for name, value in SECURITY.items():
        assert headers[name] == value
    policy = headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert headers["x-request-id"]
    assert headers["server"] in (None, "uvicorn")
    if path.startswith("/api/"):
        assert "no-store" in headers["cache-control"]


@pytest.mark.parametrize("method", ["GET", "OPTIONS", "POST"])
def test_another_site_is_never_let_in(target: Target, method: str) -> None:
    asked = EVIL | {
        "Access-Control-Request-Method": "GET", "Access-Control-Request-Headers": "authorization",
    }  # fmt: skip
    answer = target.ask(method, LIST, "", headers=asked)
    assert answer.status in {401, 405, 422}
    assert not [name for name in answer.headers if name.lower().startswith("access-control")]
    assert "evil.example" not in str(answer.headers)
    assert "evil.example" not in answer.text


def test_a_login_from_another_site_sets_a_cookie_only_for_this_one(target: Target) -> None:
    body = {"username": "x", "password": "y"}
    answer = target.ask("POST", "/api/v1/auth/login", "", body, EVIL)
    assert answer.status in {401, 403, 422}
    assert not answer.headers.get_all("set-cookie")


SMUGGLED = {
    "length and chunks": b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "two lengths": b"Content-Length: 2\r\nContent-Length: 7\r\n\r\n{}",
    "a length that is no number": b"Content-Length: two\r\n\r\n{}",
    "a negative length": b"Content-Length: -1\r\n\r\n{}",
    "chunks of no size": b"Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
    "a header with a space": b"Content Length: 2\r\n\r\n{}",
    "a header without a colon": b"Evil\r\n\r\n",
    "a NUL in a header": b"X-Evil: a\0b\r\n\r\n",
    "a bare line feed in a header": b"X-Evil: a\nb: c\r\n\r\n",
}


@pytest.mark.parametrize("kind", SMUGGLED)
def test_no_request_is_smuggled(target: Target, kind: str) -> None:
    """Refused at once or hung up on; never carried out, and no second answer follows."""
    parts = urlsplit(target.address)
    head = b"POST /api/v1/households/search HTTP/1.1\r\nHost: x\r\n"
    inner = b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"
    with socket.create_connection((parts.hostname or "", parts.port or 0), 5) as line:
        line.sendall(head + SMUGGLED[kind] + inner)
        line.shutdown(socket.SHUT_WR)
        got = b""
        while part := line.recv(65_536):
            got += part
    first = got.split(b"\r\n", 1)[0]
    assert not got or first.split()[1] in {b"400", b"401", b"411", b"413", b"422", b"501"}, first
    assert b" 200 " not in got


@pytest.mark.parametrize(
    "version", [b"HTTP/0.9", b"HTTP/3.0", b"HTTQ/1.1", b"", b"HTTP/1.1 HTTP/1.1"]
)
def test_another_protocol_is_refused(target: Target, version: bytes) -> None:
    parts = urlsplit(target.address)
    with socket.create_connection((parts.hostname or "", parts.port or 0), 5) as line:
        line.sendall(b"GET /api/v1/households " + version + b"\r\nHost: x\r\n\r\n")
        line.shutdown(socket.SHUT_WR)
        got = line.recv(65_536)
    assert not got or b" 200 " not in got.split(b"\r\n", 1)[0]


INJECTED = ["a%0d%0aSet-Cookie:%20a=b", "a%0aX-Evil:%201", "%e5%98%8a%e5%98%8dSet-Cookie:a=b"]


@pytest.mark.parametrize("text", INJECTED)
def test_no_header_is_injected(target: Target, text: str) -> None:
    for path in (f"/{text}", f"{LIST}/{text}", f"{LIST}?cursor={text}", f"/api/v1/jobs/{text}"):
        headers = target.ask("GET", path).headers
        assert headers["set-cookie"] is None
        assert headers["x-evil"] is None


def test_what_a_caller_names_itself_is_not_told_back(target: Target) -> None:
    sent = {"X-Request-Id": "evil-1", "X-Forwarded-For": "1.2.3.4", "X-Forwarded-Host": "evil"}
    answer = target.ask("GET", LIST, headers=sent)
    assert "evil" not in str(answer.headers)
    assert answer.headers["x-request-id"] != "evil-1"
    assert "1.2.3.4" not in target.log.getvalue()


def test_a_page_address_with_script_is_not_reflected(target: Target) -> None:
    answer = target.ask("GET", "/%3Cscript%3Ealert(1)%3C/script%3E?x=%3Cscript%3E", "")
    assert answer.text == INDEX
    answer = target.ask("GET", "/api/v1/%3Cscript%3Ealert(1)%3C/script%3E")
    assert "<script>" not in answer.text


def test_metrics_and_health_say_nothing_of_people(target: Target) -> None:
    for path in ("/metrics", "/healthz", "/readyz"):
        answer = target.ask("GET", path, "")
        assert answer.status == 200
        assert target.household not in answer.text


@pytest.fixture
def hasty(tmp_path: Path) -> Iterator[str]:
    """A server that waits a third of a second for a request."""
    database = Database(f"sqlite:///{tmp_path / 'hasty.sqlite3'}")
    METADATA.create_all(database.writer)
    settings = Settings(data_dir=tmp_path, request_seconds=0.3)
    with serving(make_context(settings, now=lambda: NOW, database=database)) as address:
        yield address
    database.close()


def test_a_body_sent_drop_by_drop_meets_the_deadline(hasty: str) -> None:
    parts = urlsplit(hasty)
    began = time.monotonic()
    with socket.create_connection((parts.hostname or "", parts.port or 0), 10) as line:
        line.sendall(
            b"POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            b"Content-Length: 1000\r\n\r\n{"
        )
        got = b""
        while b"took-too-long" not in got and (part := line.recv(65_536)):
            got += part
    assert got.startswith(b"HTTP/1.1 503")
    assert b"took-too-long" in got
    assert time.monotonic() - began < 8


def test_a_body_larger_than_it_said_is_not_read(hasty: str) -> None:
    parts = urlsplit(hasty)
    with socket.create_connection((parts.hostname or "", parts.port or 0), 10) as line:
        line.sendall(
            b"POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            b"Transfer-Encoding: chunked\r\n\r\n"
        )
        chunk = b"10000\r\n" + b"x" * 65_536 + b"\r\n"
        got = b""
        try:
            for _ in range(40):
                line.sendall(chunk)
            got = line.recv(65_536)
        except ConnectionError:
            return
    assert got.split(b" ")[1] in {b"413", b"400", b"503"}
