"""Merging a batch: one transaction, one journal entry with counts and digest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson

from jingzhun.imports.errors import ImportClosed, ImportNotReady
from jingzhun.imports.repository.batches import BatchRepository
from jingzhun.imports.service.checking import batch_of
from jingzhun.imports.target import TARGETS
from jingzhun.kit.crypto import Keyring
from jingzhun.kit.unit import Entry, Unit
from jingzhun.policy.roles import Permission

MERGE = Permission.IMPORTS_MERGE
_MERGEABLE = ("checked", "partly-merged")


def merge(unit: Unit, keys: Keyring, batch_id: str, options: Mapping[str, Any]) -> dict[str, int]:
    """Write what has no error; the rest stays to be corrected. Returns what was written."""
    unit.actor.require(MERGE)
    repository = BatchRepository(unit, MERGE)
    row = repository.get(batch_id, locks=True)
    if row.state in {"merged", "discarded"}:
        raise ImportClosed
    if row.state not in _MERGEABLE:
        raise ImportNotReady
    target = TARGETS[row.target]
    batch = batch_of(unit, row)
    done = target.merge(unit, batch, keys, {**orjson.loads(row.options), **options})
    counts = {**orjson.loads(row.counts), **done.left}
    repository.change(
        batch_id, state="partly-merged" if done.remaining else "merged", counts=counts,
        digest=done.digest, merged_at=unit.now,
    )  # fmt: skip
    unit.note(
        Entry("import.merge", "import", batch_id, f"确认入库“{row.file_name}”",
              after={**done.counts, "digest": done.digest}, place_path=row.scope_path)
    )  # fmt: skip
    return dict(done.counts)


def compare_again(unit: Unit, keys: Keyring, batch_id: str) -> None:
    """After the registry moved: lay the batch beside it once more."""
    repository = BatchRepository(unit, MERGE)
    row = repository.get(batch_id, locks=True)
    if row.state in _MERGEABLE:
        counts = TARGETS[row.target].resolve(unit, batch_of(unit, row), keys)
        repository.change(batch_id, counts=dict(counts), checked_at=unit.now)
