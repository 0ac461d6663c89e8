"""One household as the sheet files it: its values read cell by cell, and what was said of them.

Pure. Judges nothing: rules, places and look-ups across households come afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from jingzhun.grammar.rules import Rule
from jingzhun.households.roster import columns as known
from jingzhun.households.roster.table import Bound, Table
from jingzhun.households.roster.values import Issue
from jingzhun.imports.reading.cells import Cell, is_blank, shown
from jingzhun.imports.reading.layout import Row
from jingzhun.imports.reading.values import outcome, text
from jingzhun.imports.target import Finding
from jingzhun.places.finding import Place
from jingzhun.policy.rules import staging, structure
from jingzhun.policy.vocabulary import ALL as ALL_FACTS

Record = dict[str, Any]
_FACTS = {fact.slug: fact for fact in ALL_FACTS}
_JOINED = frozenset({"remark"})
_ONE_EACH = frozenset({"name", "id_number", "disability_certificate", "phone"})
_LONGEST_NO, _LONGEST_PLACE, _LONGEST_JOINED = 40, 60, 500


@dataclass(slots=True)
class Filed:
    """A household read from rows; `incomes` by year, `names` stand as written."""

    sheet: str
    group: int
    rows: list[Row]
    household_no: str
    record: Record
    members: list[Record]
    incomes: dict[int, Record]
    names: list[str]
    unread: list[set[str]]
    household_unread: set[str]
    town: str = ""
    village: str = ""
    hamlet: str = ""
    place: Place | None = None
    findings: list[Finding] = field(default_factory=list)

    @property
    def is_held(self) -> bool:
        """Whether an error keeps the household from being merged."""
        return any(finding.severity == "error" for finding in self.findings)

    @property
    def head_name(self) -> str:
        """The head's name, the first member's where nobody is marked."""
        heads = [member for member in self.members if member.get("relation") == "01"]
        people = heads or self.members
        return str((people[0].get("name") if people else None) or "")


class Filer:
    """Reads the groups of one table into households."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.name_at = table.index("name")
        self._number = table.index(known.HOUSEHOLD_NO)
        self._blank = dict.fromkeys((bound.slug for bound in table.members), None)
        self._blank_household = dict.fromkeys((bound.slug for bound in table.households), None)

    def file(self, rows: list[Row], group: int) -> Filed:
        """Read the rows of one household."""
        filed = Filed(
            self.table.name, group, rows, "", {}, [], {}, [], [set() for _ in rows], set()
        )
        self._file_number(filed)
        filed.town, filed.village, filed.hamlet = (
            self._shared_text(rows, key) for key in (known.TOWN, known.VILLAGE, known.HAMLET)
        )
        filed.record = dict(self._blank_household)
        self._file_shared(filed, self.table.households, filed.record)
        for year, bounds in self.table.incomes.items():
            filed.incomes[year] = {}
            self._file_shared(filed, bounds, filed.incomes[year])
        for position, row in enumerate(rows):
            self._file_member(filed, position, row)
            if row.number in self.table.hidden_rows:
                self.say(filed, staging.HIDDEN_ROW, row.number, "name", position)
        return filed

    def _file_number(self, filed: Filed) -> None:
        first = filed.rows[0]
        if self._number < 0:
            return
        read = text.identifier(first.cells[self._number])
        filed.household_no = (read.value or "")[:_LONGEST_NO]
        rule, words = None, {"title": "户编号", "shown": filed.household_no}
        if read.error is not None:
            rule = structure.ID_AS_NUMBER
        elif not filed.household_no:
            rule = structure.HOUSEHOLD_NO_BLANK
        elif read.note == outcome.HALF_WIDTH:
            rule = structure.FULL_WIDTH
        elif read.note is not None:
            rule = structure.SPACES_OR_CASE
        if rule is not None:
            self.say(filed, rule, first.number, known.HOUSEHOLD_NO, words=words)

    def _shared_text(self, rows: Iterable[Row], key: str) -> str:
        column = self.table.index(key)
        if column < 0:
            return ""
        for row in rows:
            cell = row.cells[column]
            if not is_blank(cell):
                return " ".join(shown(cell).split())[:_LONGEST_PLACE]
        return ""

    def _file_shared(self, filed: Filed, bounds: tuple[Bound, ...], into: Record) -> None:
        for bound in bounds:
            column = bound.index
            found: list[tuple[int, Cell]] = []
            for row in filed.rows:
                cell = row.cells[column]
                if cell is not None and cell != "" and (not found or found[0][1] != cell):
                    found.append((row.number, cell))
            into[bound.slug] = None
            if found:
                self._read_shared(filed, bound, found, into)

    def _read_shared(
        self, filed: Filed, bound: Bound, found: list[tuple[int, Cell]], into: Record
    ) -> None:
        values: list[Any] = []
        for number, cell in found:
            read = bound.read(cell)
            if read.issue is not None:
                self._tell(filed, read.issue, number, bound.slug)
            if read.is_unread:
                filed.household_unread.add(bound.slug)
            if read.value is not None and read.value not in values:
                values.append(read.value)
                if len(values) > 1 and bound.slug not in _JOINED:
                    words = {"title": self.table.at[_heading_key(bound.slug)].title}
                    self.say(filed, staging.DIFFERS_WITHIN, number, bound.slug, words=words)
        if len(values) > 1 and bound.slug in _JOINED:
            into[bound.slug] = "；".join(map(str, values))[:_LONGEST_JOINED]
        elif values:
            into[bound.slug] = values[0]

    def _file_member(self, filed: Filed, position: int, row: Row) -> None:
        record = dict(self._blank)
        cells = row.cells
        filed.names.append(shown(cells[self.name_at]) if self.name_at >= 0 else "")
        for bound in self.table.members:
            cell = cells[bound.index]
            if cell is None or cell == "":
                continue
            if row.filled and bound.slug in _ONE_EACH and not row.is_own(bound.index):
                # Merged over rows: nobody shares a name or a number with the next person.
                continue
            read = bound.read(cell)
            record[bound.slug] = read.value
            if read.issue is not None:
                if read.value is None:
                    filed.unread[position].add(bound.slug)
                self._tell(filed, read.issue, row.number, bound.slug, position)
        filed.members.append(record)

    def _tell(self, filed: Filed, issue: Issue, number: int, key: str, position: int = -1) -> None:
        self.say(filed, issue.rule, number, key, position, issue.words)

    def say(
        self,
        filed: Filed,
        rule: Rule,
        number: int,
        key: str,
        position: int = -1,
        words: dict[str, str] | None = None,
        message: str = "",
    ) -> None:
        """Add a finding at the column `key`, or at the nearest one the sheet has."""
        at = self.table.at
        heading = at.get(_heading_key(key)) or at.get(
            "name" if position >= 0 else known.HOUSEHOLD_NO
        )
        record = filed.members[position] if 0 <= position < len(filed.members) else filed.record
        filed.findings.append(
            Finding(
                rule.id, rule.severity.value, filed.sheet, number, filed.household_no,
                filed.names[position] if position >= 0 else "",
                heading.title if heading else "",
                message or rule.message(_FACTS, record, **(words or {})),
                heading.index if heading else -1, filed.group,
            )
        )  # fmt: skip


def _heading_key(slug: str) -> str:
    return known.SIZE if slug == known.MEMBER_COUNT.slug else slug
