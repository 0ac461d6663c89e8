"""Tells the parts of a sheet apart: title, filling line, headings, data, totals, remarks.

Never knows a field: it asks its caller which headings are known. Nothing is dropped in silence:
what is not data is kept beside it, and a sheet that is skipped says why.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from jingzhun.imports.reading.cells import Cell, Merge, is_blank, shown
from jingzhun.imports.reading.headings import (
    Column,
    Group,
    Header,
    Recognise,
    find_header,
)
from jingzhun.imports.reading.lines import (
    Filling,
    counts,
    is_filling,
    is_remark,
    read_filling,
    row_text,
    total_label,
)
from jingzhun.imports.reading.workbook import RawSheet

EMPTY = "空表"
NO_HEADINGS = "没有认得的表头（如填表说明）"
NO_ROWS = "表头下面没有数据"


@dataclass(slots=True)
class Row:
    """A data row: `number` as in Excel; `cells[column.index]` after filling down merged cells.

    `filled` and `opens` are bit masks over column indexes: the value comes from the merged cell
    above; a merged cell over several rows begins here.
    """

    number: int
    cells: list[Cell]
    filled: int = 0
    opens: int = 0

    def is_own(self, index: int) -> bool:
        """Whether something is written in this very row, not taken from a merged cell above."""
        return not (self.filled >> index & 1) and not is_blank(self.cells[index])


@dataclass(frozen=True, slots=True)
class Total:
    """A total line and the counts it states, such as {"户": 8, "人": 21}."""

    number: int
    label: str
    cells: tuple[Cell, ...]
    counts: dict[str, int]


@dataclass(frozen=True, slots=True)
class Remark:
    """A line that is neither data nor total: a note, a signature, a repeated title."""

    number: int
    text: str


@dataclass(slots=True)
class Sheet:
    """A sheet told apart; `skipped_reason` is set where it holds no table of ours."""

    name: str
    is_hidden: bool = False
    title: str = ""
    unit_name: str = ""
    filled_on: date | None = None
    measures: str = ""
    groups: tuple[Group, ...] = ()
    columns: tuple[Column, ...] = ()
    heading_row: int = 0
    rows: list[Row] = field(default_factory=list)
    totals: list[Total] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    skipped_reason: str | None = None


def read_layout(raw: RawSheet, recognise: Recognise) -> Sheet:
    """Tell the parts of a sheet apart. The rows of `raw` are taken over, not copied."""
    sheet = Sheet(
        raw.name, raw.is_hidden,
        hidden_rows=tuple(row + 1 for row in raw.hidden_rows), hidden_columns=raw.hidden_columns,
    )  # fmt: skip
    if all(is_blank(cell) for row in raw.rows for cell in row):
        sheet.skipped_reason = EMPTY
        return sheet
    header = find_header(raw.rows, raw.merged, recognise)
    if header is None:
        sheet.skipped_reason = NO_HEADINGS
        return sheet
    above = [text for row in raw.rows[: header.top] if (text := row_text(row))]
    sheet.groups = header.groups
    sheet.heading_row = header.bottom + 1
    _sort_rows(sheet, raw, header, above)
    sheet.columns = _kept_columns(sheet, header)
    _fill_in(sheet, read_filling(above))
    if not sheet.rows:
        sheet.skipped_reason = NO_ROWS
    return sheet


def _fill_in(sheet: Sheet, above: Filling) -> None:
    below = read_filling([each.text for each in sheet.remarks if is_filling(each.text)])
    sheet.title = above.title
    sheet.unit_name = above.unit_name or below.unit_name
    sheet.filled_on = above.filled_on or below.filled_on
    sheet.measures = above.measures or below.measures


def _kept_columns(sheet: Sheet, header: Header) -> tuple[Column, ...]:
    """Keep every column with a heading, and those without one in which something is written."""
    bare = {column.index for column in header.columns if not column.heading}
    used: set[int] = set()
    for row in sheet.rows:
        for index in bare - used:
            if not is_blank(row.cells[index]):
                used.add(index)
        if used == bare:
            break
    return tuple(c for c in header.columns if c.heading or c.index in used)


def _sort_rows(sheet: Sheet, raw: RawSheet, header: Header, above: Sequence[str]) -> None:
    start = header.bottom + 1
    filled, opens = _fill_down(raw.rows, raw.merged, start)
    printed = _Printed(raw.rows[header.top : start], above)
    if start < len(raw.rows) and _numbers_columns(raw.rows[start]):
        start += 1
    blank = 0
    for index in range(start, len(raw.rows)):
        cells, mask = raw.rows[index], filled.get(index, 0)
        number = index + 1
        if all(map(is_blank, cells)):
            blank += 1
        elif printed.repeats(cells):
            sheet.remarks.append(Remark(number, row_text(cells)))
        elif not mask and (label := total_label(cells)):
            sheet.totals.append(Total(number, label, tuple(cells), counts(cells)))
        elif not mask and is_remark(cells):
            sheet.remarks.append(Remark(number, row_text(cells)))
        else:
            sheet.rows.append(Row(number, cells, mask, opens.get(index, 0)))


def _fill_down(
    rows: list[list[Cell]], merged: Sequence[Merge], start: int
) -> tuple[dict[int, int], dict[int, int]]:
    """Repeat what stands in a merged cell on every row it covers, and nowhere else."""
    filled: dict[int, int] = {}
    opens: dict[int, int] = {}
    last = len(rows) - 1
    for merge in merged:
        if merge.first_row < start or merge.last_row == merge.first_row:
            continue
        if merge.first_row > last or merge.first_column >= len(rows[0]):
            continue
        column, bit = merge.first_column, 1 << merge.first_column
        cell = rows[merge.first_row][column]
        opens[merge.first_row] = opens.get(merge.first_row, 0) | bit
        for index in range(merge.first_row + 1, min(merge.last_row, last) + 1):
            rows[index][column] = cell
            filled[index] = filled.get(index, 0) | bit
    return filled, opens


class _Printed:
    """What a printed page repeats at its top: title, filling line, headings."""

    def __init__(self, heading_rows: Sequence[Sequence[Cell]], above: Sequence[str]) -> None:
        self._headings = [[shown(cell).strip() for cell in row] for row in heading_rows]
        self._above = {text.strip() for text in above}

    def repeats(self, cells: Sequence[Cell]) -> bool:
        first = next((cell for cell in cells if not is_blank(cell)), None)
        if not isinstance(first, str):
            return False
        plain = first.strip()
        known = any(plain in row for row in self._headings)
        if not known and not any(text.startswith(plain) for text in self._above):
            return False
        if row_text(cells).strip() in self._above:
            return True
        written = [(index, shown(cell).strip()) for index, cell in enumerate(cells)]
        written = [(index, text) for index, text in written if text]
        return any(
            all(index < len(row) and row[index] == text for index, text in written)
            for row in self._headings
        )


def _numbers_columns(cells: Sequence[Cell]) -> bool:
    """Whether the row only numbers the columns: 1, 2, 3 … under the headings."""
    written = [shown(cell).strip("()（） ") for cell in cells if not is_blank(cell)]
    expected = [str(number) for number in range(1, len(written) + 1)]
    return len(written) > 3 and written == expected
