"""Pages for people, signed cursors for machines."""

import base64
import hmac
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

import orjson

from jingzhun.kit.errors import Refusal

MAX_PAGE_SIZE = 200
MAX_LIMIT = 1000


class BadCursor(Refusal):
    """The cursor was altered, or belongs to another list."""

    code, status = "bad-cursor", HTTPStatus.UNPROCESSABLE_ENTITY
    title = "游标无效"
    message = "翻页游标无效或已改动。请不带 cursor 从头读取。"


@dataclass(frozen=True)
class Page:
    """A page as people ask for it; the first is 1."""

    number: int = 1
    size: int = 50

    @property
    def offset(self) -> int:
        """Rows before this page."""
        return (self.number - 1) * self.size


def sign_cursor(key: bytes, content: list[Any]) -> str:
    """Make an opaque cursor that cannot be altered."""
    body = orjson.dumps(content)
    seal = hmac.digest(key, body, "sha256")[:12]
    return base64.urlsafe_b64encode(seal + body).decode().rstrip("=")


def read_cursor(key: bytes, cursor: str) -> list[Any]:
    """Read a cursor made by `sign_cursor`; raises BadCursor."""
    try:
        raw = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
        seal, body = raw[:12], raw[12:]
        if not hmac.compare_digest(seal, hmac.digest(key, body, "sha256")[:12]):
            raise BadCursor
        content = orjson.loads(body)
    except (ValueError, TypeError) as error:
        raise BadCursor from error
    if not isinstance(content, list):
        raise BadCursor
    return content
