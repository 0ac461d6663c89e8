"""Goes through a whole workbook: tables, households, faults. Pure; keeps no household.

Whoever asks takes the households one by one; what only shows across them comes at the end.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from jingzhun.grammar.parameters import Revision
from jingzhun.grammar.rules import Rule
from jingzhun.households.roster import columns as known
from jingzhun.households.roster.crossing import Crossing, Holder
from jingzhun.households.roster.filing import Filed
from jingzhun.households.roster.judging import Bench
from jingzhun.households.roster.location import Locator
from jingzhun.households.roster.table import Table, groups_of, table_of
from jingzhun.imports import plain
from jingzhun.imports.layout import Heading, Spellings, find_layout
from jingzhun.imports.reading.workbook import RawSheet
from jingzhun.imports.target import Finding, SheetReport
from jingzhun.policy.rules import staging, structure

_ID_LIKE = re.compile(r"^\d{17}[\dXx]$")
_DOUBTS = frozenset({"DQ-004", "DQ-005", "DQ-006"})


@dataclass
class Survey:
    """The running state over a workbook: counters, faults of sheets, who was seen."""

    spellings: Spellings
    locator: Locator
    asked: date | None
    today: date
    key_of: Callable[[str, str], str]
    revisions: tuple[Revision, ...] = ()
    sheets: list[SheetReport] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    crossing: Crossing = field(default_factory=Crossing)
    groups: int = 0
    asks: set[str] = field(default_factory=set)
    stops_when_asking: bool = False

    def households(self, sheets: Iterable[RawSheet]) -> Iterator[tuple[Table, Filed]]:
        """Yield every household with its table; faults of sheets are kept beside."""
        for sheet in sheets:
            layout = find_layout(sheet, self.spellings)
            report = SheetReport(sheet.name, "table", layout.filled_on)
            self.sheets.append(report)
            if not layout.is_table:
                report.kind = "notes" if not self._check_lost(sheet) else "unread"
                continue
            table = table_of(sheet, layout)
            report.headings, report.heading_row = layout.headings, layout.heading_row
            report.income_year = table.income_year
            report.filled_on = report.filled_on or self.asked
            self._check_columns(table)
            self._check_day(table, report)
            if not (self.asks and self.stops_when_asking):
                yield from self._filed(table, report)

    def _filed(self, table: Table, report: SheetReport) -> Iterator[tuple[Table, Filed]]:
        at = report.filled_on or self.today
        bench = Bench(table, self.locator, at, self.revisions)
        for rows in groups_of(table):
            filed = bench.hear(rows, self.groups)
            self.groups += 1
            report.households += 1
            report.members += len(rows)
            self._remember(table, filed)
            yield table, filed
        for index in table.skipped:
            self._say(table, staging.SKIPPED_ROW, "", row=index)

    def _check_lost(self, sheet: RawSheet) -> bool:
        """A sheet without headings that holds IDs is a table somebody cut the headings from."""
        for index, row in enumerate(sheet.rows):
            if any(isinstance(cell, str) and _ID_LIKE.match(plain.narrowed(cell)) for cell in row):
                rule = staging.NO_TABLE
                self.findings.append(
                    Finding(
                        rule.id, rule.severity.value, sheet.name, index + 1, "", "", "",
                        rule.message({}, {}, value=sheet.name),
                    )
                )  # fmt: skip
                return True
        return False

    def _check_day(self, table: Table, report: SheetReport) -> None:
        if report.filled_on is None:
            self.asks.add("needs-date")
            self._say(table, staging.NOT_A_DAY, "")

    def _check_columns(self, table: Table) -> None:
        for column in known.COLUMNS:
            if column.is_required and column.key not in table.at:
                self.asks.add("needs-columns")
                self._say(table, structure.MISSING_COLUMN, column.title, title=column.title)
        for heading in table.layout.headings:
            if heading.key is None:
                if self.spellings.key(heading.title, heading.group) is None:
                    self.asks.add("needs-columns")
                self._say(
                    table, structure.UNKNOWN_COLUMN, heading.title, heading.index,
                    value=plain.trimmed(heading.title),
                )  # fmt: skip
        if table.income_year is None:
            lost = [each for each in known.INCOME_FACTS if each.slug in table.at]
            if lost:
                heading = table.at[lost[0].slug]
                self._say(table, staging.NO_INCOME_YEAR, heading.title, heading.index)

    def _say(
        self, table: Table, rule: Rule, column: str, index: int = -1, row: int = -1, **words: str
    ) -> None:
        at = table.layout.heading_row if row < 0 else row
        self.findings.append(
            Finding(
                rule.id, rule.severity.value, table.sheet.name, at + 1, "", "", column,
                rule.message({}, {}, **words), index,
            )
        )  # fmt: skip

    def _remember(self, table: Table, filed: Filed) -> None:
        place = filed.place.name if filed.place else ""
        order = self.groups * 1000
        doubts = _doubts(filed)
        at = table.at
        for position, member in enumerate(filed.members):
            number = member.get("id_number")
            if number:
                holder = _holder(filed, at["id_number"], position, place, doubts, order)
                self.crossing.people[self.key_of(str(number), "id_number")].append(holder)
        phone = filed.record.get("contact_phone")
        if phone:
            holder = _holder(filed, at["contact_phone"], -1, place, doubts, order)
            self.crossing.phones[self.key_of(str(phone), "contact_phone")].append(holder)
        if filed.household_no:
            holder = _holder(filed, at[known.HOUSEHOLD_NO], -1, place, doubts, order)
            self.crossing.numbers[filed.household_no].append(holder)


def _doubts(filed: Filed) -> dict[int, int]:
    found: dict[int, int] = {}
    for finding in filed.findings:
        if finding.rule in _DOUBTS:
            found[finding.row] = found.get(finding.row, 0) + 1
    return found


def _holder(
    filed: Filed, heading: Heading, position: int, place: str, doubts: dict[int, int], order: int
) -> Holder:
    row = filed.rows[max(position, 0)] + 1
    if position < 0:
        name, written = filed.head_name, ""
    else:
        name = str(filed.members[position].get("name") or "")
        written = filed.names[position]
    return Holder(
        filed.sheet, row, heading.title, heading.index, filed.household_no, filed.group, name,
        written, place, doubts.get(row, 0), order + position,
    )  # fmt: skip


def plain_key(text: str, _kind: str) -> str:
    """The number itself, for a check that keeps nothing."""
    return text
