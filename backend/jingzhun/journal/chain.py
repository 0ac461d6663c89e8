"""The hash chain: each entry's hash covers its content and the hash before it.

The head row is locked as the last statement before commit, so that writers wait for one another
only for the blink it takes to append.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC
from typing import Any

import orjson
from sqlalchemy import insert, select, text, update

from jingzhun.journal.models import journal_entry, journal_head
from jingzhun.kit.ids import new_id
from jingzhun.kit.unit import Entry, Unit

GENESIS = "0" * 64
_LINKS = ("previous", "hash")
_HASHED = tuple(column.name for column in journal_entry.columns if column.name not in _LINKS)
# The order in which `first_fault` wants a row's values.
COLUMNS = (*_HASHED, *_LINKS)
_HAPPENED = _HASHED.index("happened_at")
_SEQ = _HASHED.index("seq")
_INSTANT = "%Y-%m-%dT%H:%M:%S.%fZ"
_MAKE_HEAD = text(
    "INSERT INTO journal_head (id, seq, hash) VALUES (1, 0, :hash) ON CONFLICT (id) DO NOTHING"
)


def write(unit: Unit) -> None:
    """Append the unit's entries to the chain; the hook `main` gives to the database."""
    if not unit.entries:
        return
    rows = [_row(unit, entry) for entry in unit.entries]
    seq, previous = _lock_head(unit)
    for row in rows:
        seq += 1
        row |= {"seq": seq, "previous": previous}
        previous = row["hash"] = digest(row)
    unit.connection.execute(insert(journal_entry), rows)
    unit.connection.execute(
        update(journal_head).where(journal_head.c.id == 1).values(seq=seq, hash=previous)
    )
    unit.entries.clear()


def _lock_head(unit: Unit) -> tuple[int, str]:
    """Hold the head until the commit; of two first writers one makes it, the other waits."""
    query = (
        select(journal_head.c.seq, journal_head.c.hash)
        .where(journal_head.c.id == 1)
        .with_for_update()
    )
    head = unit.connection.execute(query).one_or_none()
    if head is None:
        unit.connection.execute(_MAKE_HEAD, {"hash": GENESIS})
        head = unit.connection.execute(query).one()
    return head.seq, head.hash


def _row(unit: Unit, entry: Entry) -> dict[str, Any]:
    actor = unit.actor
    return {
        "id": new_id(),
        "happened_at": unit.now,
        "actor_id": actor.id,
        "actor_name": actor.name,
        "actor_roles": ",".join(sorted({grant.role for grant in actor.grants})),
        "address": actor.address,
        "request_id": actor.request_id,
        "action": entry.action,
        "subject": entry.subject,
        "subject_id": entry.subject_id,
        "place_path": entry.place_path,
        "is_access": entry.is_access,
        "summary": entry.summary,
        "reason": entry.reason,
        "before": _json(entry.before),
        "after": _json(entry.after),
    }


def _json(content: Mapping[str, Any] | None) -> str | None:
    if content is None:
        return None
    return orjson.dumps(dict(content), default=str, option=orjson.OPT_SORT_KEYS).decode()


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
