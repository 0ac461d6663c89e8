"""Reads a batch's sheets into the staging tables through the pen it is given."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from jingzhun.households.roster.columns import COLUMNS
from jingzhun.households.roster.filing import Filed
from jingzhun.households.roster.location import Locator
from jingzhun.households.roster.staging import Staged, Stager, load_of
from jingzhun.households.roster.survey import Survey, plain_key
from jingzhun.households.roster.table import Table
from jingzhun.imports.columns import Recogniser
from jingzhun.imports.reading.cells import Cell
from jingzhun.imports.reading.layout import Row
from jingzhun.imports.reading.workbook import RawSheet
from jingzhun.imports.target import FILE, Batch, Pen
from jingzhun.kit.crypto import Keyring
from jingzhun.places.finding import PlaceIndex


class RosterReader:
    """One batch in reading; `put` hands the rows of the staging tables to the pen."""

    def __init__(
        self, batch: Batch, index: PlaceIndex, keys: Keyring, today: date, put: RosterPut
    ) -> None:
        self._put = put
        self._stager = Stager(batch.id, keys, load_of(batch.options))
        self.survey = Survey(
            Recogniser(COLUMNS, batch.remembered), Locator(index), batch.asked_on, today,
            plain_key, stops_when_asking=True,
        )  # fmt: skip
        self._sheets = 0
        self._paths: dict[int, str] = {}

    def read(self, sheets: Iterator[RawSheet], pen: Pen) -> str:
        """Stage every household; where something must be asked, only the headings are kept."""
        survey = self.survey
        for table, filed in survey.households(sheets):
            self._name_sheets(pen)
            self._write(table, filed, pen)
        self._name_sheets(pen)
        pen.findings(survey.findings)
        for finding in survey.crossing.findings():
            pen.findings([finding], self._paths.get(finding.group, ""), FILE)
        # What is asked first is what the rest depends on.
        return next((word for word in ("needs-columns", "needs-date") if word in survey.asks), "")

    def _name_sheets(self, pen: Pen) -> None:
        while self._sheets < len(self.survey.sheets):
            pen.sheet(self.survey.sheets[self._sheets])
            self._sheets += 1

    def _write(self, table: Table, filed: Filed, pen: Pen) -> None:
        sheet = self._sheets - 1
        report = self.survey.sheets[sheet]
        at = report.filled_on
        if at is None:
            return
        path = filed.place.path if filed.place else ""
        if path:
            self._paths[filed.group] = path
        self._put(pen, self._stager.stage(filed, sheet, at))
        pen.findings(filed.findings, path)
        shared = [bound.index for bound in table.households]
        shared += [bound.index for bounds in table.incomes.values() for bound in bounds]
        rows = [(row.number, own_cells(row, shared)) for row in filed.rows]
        pen.group(sheet, filed.group, rows)


def own_cells(row: Row, shared: list[int]) -> list[Cell]:
    """The cells as the sheet shows them: what is merged over rows stands in the first."""
    if not row.filled:
        return row.cells
    cells = list(row.cells)
    for index in shared:
        if row.filled >> index & 1:
            cells[index] = None
    return cells


class RosterPut:
    """Knows which rows go into which table; made where the tables may be known."""

    def __init__(self, households: object, members: object, incomes: object) -> None:
        self._tables = (households, members, incomes)

    def __call__(self, pen: Pen, staged: Staged) -> None:
        """Hand the rows over."""
        for table, rows in zip(
            self._tables, (staged.households, staged.members, staged.incomes), strict=True
        ):
            pen.rows(table, rows)
