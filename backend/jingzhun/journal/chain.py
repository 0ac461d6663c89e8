"""The hash chain: each entry's hash covers its content and the hash before it.

The head row is locked as the last statement before commit, so that writers wait for one another
only for the blink it takes to append.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

import orjson
from sqlalchemy import insert, select, update

from jingzhun.journal.models import journal_entry, journal_head
from jingzhun.kit.ids import new_id
from jingzhun.kit.unit import Entry, Unit

GENESIS = "0" * 64
_HASHED = tuple(
    column.name for column in journal_entry.columns if column.name not in ("hash", "previous")
)


def write(unit: Unit) -> None:
    """Append the unit's entries to the chain; the hook `main` gives to the database."""
    if not unit.entries:
        return
    rows = [_row(unit, entry) for entry in unit.entries]
    head = unit.connection.execute(
        select(journal_head.c.seq, journal_head.c.hash)
        .where(journal_head.c.id == 1)
        .with_for_update()
    ).one_or_none()
    if head is None:
        unit.connection.execute(insert(journal_head).values(id=1, seq=0, hash=GENESIS))
        seq, previous = 0, GENESIS
    else:
        seq, previous = head
    for row in rows:
        seq += 1
        row |= {"seq": seq, "previous": previous}
        previous = row["hash"] = digest(row)
    unit.connection.execute(insert(journal_entry), rows)
    unit.connection.execute(
        update(journal_head).where(journal_head.c.id == 1).values(seq=seq, hash=previous)
    )
    unit.entries.clear()


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
    fields = [row[name] for name in _HASHED]
    instant = row["happened_at"].strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    fields[_HASHED.index("happened_at")] = instant
    body = orjson.dumps([row["previous"], *fields])
    return hashlib.sha256(body).hexdigest()


def first_fault(rows: Iterable[Mapping[str, Any]], head: tuple[int, str]) -> str | None:
    """Return what is wrong with the chain in Chinese, or None where it is whole.

    `rows` come in the order of `seq`, from the first; `head` is the head row's seq and hash.
    """
    seq, previous = 0, GENESIS
    for row in rows:
        seq += 1
        if row["seq"] != seq:
            return f"第{seq}条缺失"
        if row["previous"] != previous:
            return f"第{seq}条与上一条不相连"
        if digest(row) != row["hash"]:
            return f"第{seq}条内容被改动"
        previous = row["hash"]
    if head != (seq, previous):
        return f"链头记为第{head[0]}条，实有{seq}条"
    return None
