"""A file of somebody who is not signed in is refused before it is read, let alone kept."""

from __future__ import annotations

import socket
from urllib.parse import urlsplit

import pytest

from jingzhun.imports.reading import container
from jingzhun.imports.reading.limits import Limits
from jingzhun.imports.service import batches
from jingzhun.policy.roles import Role
from jingzhun.web.context import Context
from tests.callers import api, headers_for, seed_places
from tests.live import serving

SENT = 1 << 20
SAID = 50 << 20
UPLOADS = ("/api/v1/imports", "/api/v1/imports/1/file", "/api/v1/attachments")


def answer_to_a_beginning(address: str, path: str, authorization: str, size: int = SAID) -> bytes:
    """Say a large file is coming, send little of it, and wait for the first line of the answer."""
    parts = urlsplit(address)
    head = (
        f"POST {path} HTTP/1.1\r\nHost: x\r\n{authorization}"
        "Content-Type: multipart/form-data; boundary=b\r\n"
        f"Content-Length: {size}\r\n\r\n"
        '--b\r\nContent-Disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\n'
    )
    with socket.create_connection((parts.hostname or "", parts.port or 0), 3) as line:
        line.sendall(head.encode())
        return line.recv(65_536).split(b"\r\n", 1)[0]


@pytest.mark.parametrize("path", UPLOADS)
@pytest.mark.parametrize("authorization", ["", "Authorization: Bearer a.b.c\r\n"])
def test_a_stranger_is_answered_before_the_file_is_read(
    context: Context, path: str, authorization: str
) -> None:
    with serving(context) as address:
        # The common cap stands in for the refusal where the file is said to be larger than it.
        status = answer_to_a_beginning(address, path, authorization).split()[1]
        assert status in {b"401", b"413"}
        assert b"401" in answer_to_a_beginning(address, path, authorization, size=9000)


def test_a_file_is_read_no_further_than_the_limit(
    context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    seed_places(context)
    context.settings.upload_limit = 1000
    taken: list[int] = []
    real = container.check_kind

    def watched(content: bytes, limits: Limits) -> None:
        taken.append(len(content))
        real(content, limits)

    monkeypatch.setattr(batches, "check_kind", watched)
    server = api(context)
    who = headers_for(context, Role.POVERTY_OFFICE) | {"Idempotency-Key": "large"}
    answer = server.post("/api/v1/imports", files={"file": ("a.xlsx", b"x" * SENT)}, headers=who)
    assert (answer.status_code, answer.json()["code"]) == (413, "file-too-large")
    assert taken == [1001]
