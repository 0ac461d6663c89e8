"""Appends the entries of a unit of work to the chain, as the last statements before its commit.

The head row is locked only then, so that writers wait for one another only for the blink it takes.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson

from jingzhun.journal import repository
from jingzhun.journal.links import digest
from jingzhun.kit.ids import new_id
from jingzhun.kit.unit import Entry, Unit


def write(unit: Unit) -> None:
    """Append the unit's entries; the hook `main` gives to the database."""
    if not unit.entries:
        return
    rows = [_row(unit, entry) for entry in unit.entries]
    seq, previous = repository.lock_head(unit)
    for row in rows:
        seq += 1
        row |= {"seq": seq, "previous": previous}
        previous = row["hash"] = digest(row)
    repository.append(unit, rows)
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
