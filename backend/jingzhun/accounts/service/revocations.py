"""Puts people and clients out at once here, and within seconds in every other process."""

from __future__ import annotations

from datetime import timedelta

from jingzhun.accounts.repository import revocation
from jingzhun.kit.unit import Unit
from jingzhun.web.revocations import Revocations

# Longer than any token lives, with room for clocks that differ.
KEPT = timedelta(hours=2)


def revoke(unit: Unit, revoked: Revocations, kind: str, subject_id: str, below: int) -> None:
    """Void the subject's tokens of generations smaller than `below` when this unit commits."""
    at = unit.now
    revocation.write(unit, kind, subject_id, below)
    unit.after_commit.append(lambda: revoked.add(kind, subject_id, below, at))


def learn(unit: Unit, revoked: Revocations) -> None:
    """Take over what other processes wrote; called every two seconds."""
    for row in revocation.since(unit, unit.now - KEPT):
        revoked.add(row.kind, row.subject_id, row.below, row.at)
    revoked.forget(unit.now - KEPT)


def tidy(unit: Unit) -> None:
    """Drop rows that no living token can meet."""
    revocation.forget(unit, unit.now - 2 * KEPT)
