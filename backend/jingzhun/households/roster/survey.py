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
from jingzhun.imports.columns import Recogniser
from jingzhun.imports.reading.layout import Sheet, read_layout
from jingzhun.imports.reading.workbook import RawSheet
from jingzhun.imports.target import Finding, Heading, SheetReport
from jingzhun.policy.rules import staging, structure

_ID_LIKE = re.compile(r"\s*\d{17}[\dXx]\s*")
_DOUBTS = frozenset({"DQ-004", "DQ-005", "DQ-006"})


@dataclass
class Survey:
    """The running state over a workbook: counters, faults of sheets, who was seen."""

    recogniser: Recogniser
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
        for raw in sheets:
            lost = _row_with_id(raw)
            sheet = read_layout(raw, self.recogniser.recognises)
            report = SheetReport(sheet.name, "table", sheet.filled_on or self.asked)
            self.sheets.append(report)
            if sheet.skipped_reason is not None:
                report.kind = "notes" if lost is None else "unread"
                if lost is not None:
                    self._say(report, staging.NO_TABLE, row=lost, value=sheet.name)
                continue
            yield from self._table(sheet, report)

    def _table(self, sheet: Sheet, report: SheetReport) -> Iterator[tuple[Table, Filed]]:
        report.heading_row = sheet.heading_row
        report.headings = self.recogniser.headings(sheet.columns)
        table = table_of(sheet.name, sheet.rows, report.headings, sheet.hidden_rows)
        report.income_year = table.income_year
        self._check_columns(table, report)
        if report.filled_on is None:
            self.asks.add("needs-date")
            self._say(report, staging.NOT_A_DAY)
        if not (self.asks and self.stops_when_asking):
            yield from self._filed(table, report)

    def _filed(self, table: Table, report: SheetReport) -> Iterator[tuple[Table, Filed]]:
        bench = Bench(table, self.locator, report.filled_on or self.today, self.revisions)
        for rows in groups_of(table):
            filed = bench.hear(rows, self.groups)
            self.groups += 1
            report.households += 1
            report.members += len(rows)
            self._remember(table, filed)
            yield table, filed
        for row in table.skipped:
            self._say(report, staging.SKIPPED_ROW, row=row.number)

    def _check_columns(self, table: Table, report: SheetReport) -> None:
        for column in known.COLUMNS:
            if column.is_required and column.key not in table.at:
                self.asks.add("needs-columns")
                self._say(report, structure.MISSING_COLUMN, column.title, title=column.title)
        for heading in report.headings:
            if heading.key is None:
                if heading.title:
                    self.asks.add("needs-columns")
                value = " ".join(heading.title.split()) or f"第{heading.index + 1}列"
                self._say(
                    report, structure.UNKNOWN_COLUMN, heading.title, heading.index, value=value
                )
        if not table.incomes:
            told = [one for one in known.INCOME_FACTS if one.slug in table.at]
            if told:
                heading = table.at[told[0].slug]
                self._say(report, staging.NO_INCOME_YEAR, heading.title, heading.index)

    def _say(
        self,
        report: SheetReport,
        rule: Rule,
        column: str = "",
        index: int = -1,
        row: int = 0,
        **words: str,
    ) -> None:
        self.findings.append(
            Finding(
                rule.id, rule.severity.value, report.name, row or max(report.heading_row, 1),
                "", "", column, rule.message({}, {}, **words), index,
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


def _row_with_id(sheet: RawSheet) -> int | None:
    """A row that holds an ID: a sheet with such rows is a table, headings or not."""
    for number, row in enumerate(sheet.rows, 1):
        if any(type(cell) is str and _ID_LIKE.fullmatch(cell) for cell in row):
            return number
    return None


def _doubts(filed: Filed) -> dict[int, int]:
    found: dict[int, int] = {}
    for finding in filed.findings:
        if finding.rule in _DOUBTS:
            found[finding.row] = found.get(finding.row, 0) + 1
    return found


def _holder(
    filed: Filed, heading: Heading, position: int, place: str, doubts: dict[int, int], order: int
) -> Holder:
    row = filed.rows[max(position, 0)].number
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
