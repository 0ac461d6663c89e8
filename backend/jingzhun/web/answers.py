"""Answers made of plain rows: orjson bytes, no model in between."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

import orjson
from fastapi import Response
from pydantic import BaseModel

JSON = "application/json"
_OPTIONS = orjson.OPT_UTC_Z | orjson.OPT_PASSTHROUGH_DATETIME


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return instant_text(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, BaseModel):
        return value.model_dump()
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(type(value).__name__)


def instant_text(value: datetime) -> str:
    """Write an instant as `…Z` with milliseconds."""
    return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"


def dump(content: object) -> bytes:
    """Serialise rows, mappings and models to JSON bytes."""
    return orjson.dumps(content, default=_plain, option=_OPTIONS)


def ready(text: str) -> orjson.Fragment:
    """JSON that the database made, to stand in an answer as it is."""
    return orjson.Fragment(text)


def answer(content: object, status: int = 200, **headers: str) -> Response:
    """Answer with JSON; header names are written with underscores."""
    extra = {name.replace("_", "-"): value for name, value in headers.items()}
    return Response(dump(content), status, media_type=JSON, headers=extra)


def etag(rev: int) -> str:
    """The strong ETag of a row version."""
    return f'"{rev}"'


def single(content: object, rev: int, status: int = 200, **headers: str) -> Response:
    """Answer with one resource and its ETag."""
    return answer(content, status, ETag=etag(rev), **headers)


Rows = list[dict[str, Any]]
