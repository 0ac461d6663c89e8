"""Rows for an export as codes or words, masked; in clear only with the permission and a reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from jingzhun.factbook import AsOf, FactBook
from jingzhun.grammar.facts import Fact, Protection, Subject
from jingzhun.households.repository.export import ExportRepository
from jingzhun.kit.crypto import Keyring
from jingzhun.kit.unit import Entry, Unit
from jingzhun.policy.roles import Permission


def iter_rows(
    unit: Unit,
    book: FactBook,
    as_of: AsOf,
    subject: Subject,
    facts: Sequence[Fact],
    path: str | None = None,
) -> Iterator[dict[str, Any]]:
    """Yield rows of fact values by slug, protected ones as their mask."""
    unit.actor.require(Permission.HOUSEHOLDS_EXPORT)
    repository = ExportRepository(unit, Permission.HOUSEHOLDS_EXPORT, book, as_of)
    for row in repository.rows(subject, facts, path):
        yield {fact.slug: row[fact.slug] for fact in facts}


def iter_clear_rows(
    unit: Unit,
    keys: Keyring,
    book: FactBook,
    as_of: AsOf,
    subject: Subject,
    facts: Sequence[Fact],
    reason: str,
    path: str | None = None,
) -> Iterator[dict[str, Any]]:
    """Yield the same in clear; the unit must write, for it logs who took what and why."""
    permission = Permission.HOUSEHOLDS_EXPORT_CLEAR
    unit.actor.require(permission)
    sealed = [fact.slug for fact in facts if fact.protection is Protection.SEALED]
    unit.note(
        Entry("household.export-clear", subject.value, "export", "导出受保护信息",
              after={"fields": sealed}, reason=reason, place_path=path or "", is_access=True)
    )  # fmt: skip
    for row in ExportRepository(unit, permission, book, as_of).rows(
        subject, facts, path, clear=True
    ):
        values = {fact.slug: row[fact.slug] for fact in facts}
        for slug in sealed:
            if values[slug] is not None:
                values[slug] = keys.unseal(values[slug], slug)
        yield values
