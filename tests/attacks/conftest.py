"""One application on a real socket for all attacks, with people of two towns in it."""

from __future__ import annotations

import io
import json
import logging
import socket
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.client import HTTPMessage, HTTPResponse
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import structlog

from jingzhun.kit.database import Database
from jingzhun.kit.db import METADATA
from jingzhun.kit.settings import Settings
from jingzhun.main import make_context
from jingzhun.policy.roles import Role
from jingzhun.web.context import Context
from tests.callers import OTHER_TOWN, TOWN, headers_for
from tests.conftest import NOW
from tests.live import serving
from tests.village import Settled, settle

PEOPLE = """
村   | 户 | 姓名     | 关系 | 生日       | 性别 | 劳动 | 就读   | 健康 | 户类 | 原因 | 户电话      | 电话
北山 | 1  | 陈金丝雀 | 户主 | 1968-03-12 | 男   | 普通 | 非在校 | 健康 | 一般 | 因病 | 13987650001 | 13987650003
北山 | 1  | 李甲     | 妻   | 1970-04-12 | 女   | 无   | 非在校 | 残疾 |      |      |             |
东简 | 1  | 庄金丝雀 | 户主 | 1960-07-02 | 男   | 弱   | 非在校 | 健康 | 一般 | 因残 | 13987650002 | -
"""
INDEX = "<!doctype html><title>精准</title>"
SECRET = "top secret beside the pages"


@dataclass
class Answer:
    """What came back."""

    status: int
    headers: HTTPMessage
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode(errors="replace")

    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Target:
    """The application under attack."""

    address: str
    context: Context
    people: Settled
    log: io.StringIO
    tokens: dict[str, dict[str, str]] = field(default_factory=dict)

    @property
    def household(self) -> str:
        """A household of the town's own."""
        return self.people.households["北山1"]

    @property
    def foreign(self) -> str:
        """A household of the other town."""
        return self.people.households["东简1"]

    def ask(
        self,
        method: str,
        path: str,
        who: str = "office",
        body: object = None,
        headers: dict[str, str] | None = None,
    ) -> Answer:
        """Send a request as it stands, nothing normalised; `who` is "" for nobody."""
        sent = dict(self.tokens.get(who, {})) | {"Idempotency-Key": f"{method} {path}"[:100]}
        content = b""
        if isinstance(body, bytes):
            content = body
        elif body is not None:
            content = json.dumps(body).encode()
        if body is not None:
            sent |= {"Content-Type": "application/json", "Content-Length": str(len(content))}
        sent |= headers or {}
        lines = [f"{method} {path} HTTP/1.1", "Host: localhost", "Connection: close"]
        lines += [f"{name}: {value}" for name, value in sent.items()]
        return self.send("\r\n".join([*lines, "", ""]).encode("latin-1") + content)

    def send(self, raw: bytes) -> Answer:
        """Send bytes, read one answer."""
        parts = urlsplit(self.address)
        with socket.create_connection((parts.hostname or "", parts.port or 0), 10) as line:
            line.sendall(raw)
            response = HTTPResponse(line)
            response.begin()
            return Answer(response.status, response.headers, response.read())


@pytest.fixture(scope="package")
def target(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Target]:
    folder = tmp_path_factory.mktemp("attacked")
    pages = folder / "spa"
    (pages / "assets").mkdir(parents=True)
    (pages / "index.html").write_text(INDEX)
    (pages / "assets" / "app-1.js").write_text("1")
    (folder / "secret.txt").write_text(SECRET)
    (folder / "spa-secret").mkdir()
    (folder / "spa-secret" / "x.txt").write_text(SECRET)
    database = Database(f"sqlite:///{folder / 'attacked.sqlite3'}")
    METADATA.create_all(database.writer)
    settings = Settings(data_dir=folder, spa_dir=pages, rate_per_minute=100_000)
    context = make_context(settings, now=lambda: NOW, database=database)
    people = settle(context, PEOPLE)
    log = io.StringIO()
    with _listening(log), serving(context) as address:
        found = Target(address, context, people, log)
        found.tokens = {
            "office": headers_for(context, Role.POVERTY_OFFICE),
            "town": headers_for(context, Role.TOWN, TOWN),
            "other": headers_for(context, Role.TOWN, OTHER_TOWN),
            "admin": headers_for(context, Role.SYSTEM_ADMIN),
            "finance": headers_for(context, Role.FINANCE),
        }
        yield found
    database.close()


class _listening:  # noqa: N801 - reads as a verb in the `with`
    """Everything the process logs, of both kinds of loggers, goes to one text as in production."""

    def __init__(self, log: io.StringIO) -> None:
        self.log, self.handler = log, logging.StreamHandler(log)

    def __enter__(self) -> None:
        self.before = structlog.get_config()
        structlog.configure(
            processors=[
                structlog.processors.add_log_level,
                structlog.processors.format_exc_info,
                structlog.processors.JSONRenderer(ensure_ascii=False),
            ],
            logger_factory=structlog.PrintLoggerFactory(file=self.log),
            cache_logger_on_first_use=False,
        )
        logging.getLogger().addHandler(self.handler)

    def __exit__(self, *_: object) -> None:
        logging.getLogger().removeHandler(self.handler)
        structlog.configure(**self.before)


@pytest.fixture(scope="package")
def sample() -> Path:
    """The workbook of the samples."""
    return Path(__file__).parents[1] / "samples" / "roster-clean.xlsx"
