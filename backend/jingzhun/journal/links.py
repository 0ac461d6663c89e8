"""How entries hang together: each entry's hash covers its content and the hash before it.

Pure: hashes and compares, reads and writes nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC
from typing import Any

import orjson

from jingzhun.journal.models import journal_entry

GENESIS = "0" * 64
_LINKS = ("previous", "hash")
_HASHED = tuple(column.name for column in journal_entry.columns if column.name not in _LINKS)
# The order in which `first_fault` wants a row's values.
COLUMNS = (*_HASHED, *_LINKS)
_HAPPENED = _HASHED.index("happened_at")
_SEQ = _HASHED.index("seq")
_INSTANT = "%Y-%m-%dT%H:%M:%S.%fZ"


def digest(row: Mapping[str, Any]) -> str:
    """SHA-256 over the previous hash and the entry's fields in their declared order."""
    return _digest(row["previous"], [row[name] for name in _HASHED])


def _digest(previous: str, fields: list[Any]) -> str:
    """Instants are hashed as SQLite keeps them, so that its rows need not be parsed."""
    if not isinstance(fields[_HAPPENED], str):
        fields[_HAPPENED] = fields[_HAPPENED].astimezone(UTC).strftime(_INSTANT)
    return hashlib.sha256(orjson.dumps([previous, *fields])).hexdigest()


def first_fault(rows: Iterable[Sequence[Any]], head: tuple[int, str]) -> str | None:
    """Return what is wrong with the chain in Chinese, or None where it is whole.

    `rows` have the values of COLUMNS and come in the order of `seq`, from the first; `head` is
    the head row's seq and hash.
    """
    seq, before = 0, GENESIS
    for row in rows:
        seq += 1
        *fields, previous, kept = row
        if fields[_SEQ] != seq:
            return f"第{seq}条缺失"
        if previous != before:
            return f"第{seq}条与上一条不相连"
        if _digest(previous, fields) != kept:
            return f"第{seq}条内容被改动"
        before = kept
    if head[0] != seq:
        return f"链头记为第{head[0]}条，实有{seq}条"
    return None if head[1] == before else f"链头的摘要与第{seq}条不符"
