"""Checks a roster without any database: the same reading and the same rules as an import.

Writes nothing anywhere. What needs the registry (numbers registered elsewhere) is not asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from jingzhun.households.roster.columns import COLUMNS
from jingzhun.households.roster.location import Locator, packaged_index
from jingzhun.households.roster.survey import Survey, plain_key
from jingzhun.imports.columns import Recogniser
from jingzhun.imports.reading.limits import Limits
from jingzhun.imports.reading.workbook import Progress, read_sheets
from jingzhun.imports.target import SEVERITIES, Finding, SheetReport


@dataclass(frozen=True)
class Report:
    """All findings in the order of the sheets and rows, and what was counted."""

    sheets: tuple[SheetReport, ...]
    findings: tuple[Finding, ...]
    households: int
    members: int
    held: int

    @property
    def has_errors(self) -> bool:
        """Whether anything holds a household back, or a sheet could not be understood."""
        return any(finding.severity == "error" for finding in self.findings)

    def as_document(self) -> dict[str, Any]:
        """The JSON document of `jingzhun import --check --json`."""
        counts = Counter(finding.severity for finding in self.findings)
        return {
            "summary": {
                "sheets": [_sheet(sheet) for sheet in self.sheets],
                "households": self.households,
                "members": self.members,
                "ready": self.households - self.held,
                "held": self.held,
                **{f"{severity}s" if severity != "normalised" else severity: counts[severity]
                   for severity in SEVERITIES},
            },
            "findings": [_finding(finding) for finding in self.findings],
        }  # fmt: skip


def _sheet(sheet: SheetReport) -> dict[str, Any]:
    return {
        "name": sheet.name,
        "kind": sheet.kind,
        "filled_on": sheet.filled_on.isoformat() if sheet.filled_on else None,
        "income_year": sheet.income_year,
        "households": sheet.households,
        "members": sheet.members,
        "unknown_columns": [each.title for each in sheet.headings if each.key is None],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "sheet": finding.sheet,
        "row": finding.row,
        "household_no": finding.household_no,
        "member": finding.member,
        "column": finding.column,
        "message": finding.message,
    }


def check(
    source: Path | bytes,
    at: date | None,
    *,
    today: date,
    limits: Limits | None = None,
    progress: Progress | None = None,
) -> Report:
    """Read and judge a roster; raises a `WorkbookRefused` where it is none.

    `at` is the roster's day where the file does not say it; without either, `today` judges ages
    and the lack of a day is an error.
    """
    content = source if isinstance(source, bytes) else source.read_bytes()
    survey = Survey(Recogniser(COLUMNS, {}), Locator(packaged_index()), at, today, plain_key)
    findings: list[Finding] = []
    held: set[int] = set()
    for _table, filed in survey.households(read_sheets(content, limits, progress)):
        findings += filed.findings
        if filed.is_held:
            held.add(filed.group)
    findings += survey.findings
    for finding in survey.crossing.findings():
        findings.append(finding)
        if finding.severity == "error":
            held.add(finding.group)
    return Report(
        tuple(survey.sheets),
        tuple(in_order(findings, [sheet.name for sheet in survey.sheets])),
        sum(sheet.households for sheet in survey.sheets),
        sum(sheet.members for sheet in survey.sheets),
        len(held),
    )


def in_order(findings: Iterable[Finding], sheets: list[str]) -> list[Finding]:
    """Findings by sheet, row and column, errors first within a cell."""
    order = {name: index for index, name in enumerate(sheets)}
    return sorted(
        findings,
        key=lambda one: (
            order.get(one.sheet, 0), one.row, one.column_index, SEVERITIES.index(one.severity),
        ),
    )  # fmt: skip
