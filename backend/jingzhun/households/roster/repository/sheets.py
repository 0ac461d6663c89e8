"""What the batch's sheets are called and where their columns stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import orjson
from sqlalchemy import select

from jingzhun.grammar.rules import Rule
from jingzhun.imports.models import import_sheet
from jingzhun.imports.target import Finding, Heading
from jingzhun.kit.unit import Unit


@dataclass(frozen=True)
class Sheet:
    """One sheet with a table."""

    position: int
    name: str
    filled_on: date | None
    headings: tuple[Heading, ...]

    @property
    def keys(self) -> frozenset[str]:
        """The columns the sheet has."""
        return frozenset(heading.key for heading in self.headings if heading.key)

    def column(self, *keys: str) -> tuple[str, int]:
        """Heading and index of the first of the columns the sheet has."""
        by_key = {heading.key: heading for heading in self.headings if heading.key}
        for key in keys:
            if key in by_key:
                return by_key[key].title, by_key[key].index
        return "", -1


def sheets_of(unit: Unit, batch_id: str) -> dict[int, Sheet]:
    """The sheets with tables, by position."""
    rows = unit.execute(
        select(import_sheet).where(
            import_sheet.c.batch_id == batch_id, import_sheet.c.kind == "table"
        )
    )
    return {row.position: _sheet(row) for row in rows}


def _sheet(row: Any) -> Sheet:
    headings = tuple(Heading(**content) for content in orjson.loads(row.headings))
    return Sheet(row.position, row.name, row.filled_on, headings)


def by_columns(sheets: dict[int, Sheet]) -> dict[frozenset[str], list[int]]:
    """Sheets that have the same columns, together."""
    found: dict[frozenset[str], list[int]] = {}
    for sheet in sheets.values():
        found.setdefault(sheet.keys, []).append(sheet.position)
    return found


def finding_at(
    sheet: Sheet, rule: Rule, keys: Sequence[str], row: Any, member: str = "", **words: str
) -> Finding:
    """A finding at a staged row: it has row_no, household_no and group_no."""
    title, index = sheet.column(*keys)
    return Finding(
        rule.id, rule.severity.value, sheet.name, row.row_no, row.household_no, member, title,
        rule.message({}, {}, **words), index, row.group_no,
    )  # fmt: skip
