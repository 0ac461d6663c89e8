"""Where the headings of a sheet stand and what stands over each column. Knows no field names."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from jingzhun.imports.reading.cells import Cell, Merge, is_blank, shown
from jingzhun.imports.reading.lines import is_filling, row_text, year_of

Recognise: TypeAlias = Callable[[str], object]
"""Tells, by a true value, whether a text is the heading of a known column."""

_SEARCHED_ROWS = 40
_LONGEST_HEADING = 60
_FEWEST = 2
_DEEPEST = 3
_HEADING_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Column:
    """A column: 0-based index, lowest heading exactly as written, group headings from the top."""

    index: int
    heading: str
    groups: tuple[str, ...] = ()
    year: int | None = None

    @property
    def group(self) -> str:
        """The group heading right above, or nothing."""
        return self.groups[-1] if self.groups else ""


@dataclass(frozen=True, slots=True)
class Group:
    """A heading over several columns; first and last are 0-based and inclusive."""

    title: str
    first: int
    last: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Header:
    """The rows of headings; top and bottom are 0-based and inclusive."""

    top: int
    bottom: int
    columns: tuple[Column, ...]
    groups: tuple[Group, ...]


def find_header(
    rows: Sequence[Sequence[Cell]], merged: Sequence[Merge], recognise: Recognise
) -> Header | None:
    """Find the headings by what the caller recognises; None where too few are recognised."""
    searched = [list(map(_heading_text, row)) for row in rows[:_SEARCHED_ROWS]]
    scores = [sum(bool(text and recognise(text)) for text in row) for row in searched]
    if not scores or max(scores) < _FEWEST:
        return None
    best = scores.index(max(scores))
    near = [merge for merge in merged if merge.first_row < _SEARCHED_ROWS]
    bottom = _bottom(best, searched, scores, near)
    top = _top(best, rows, near)
    return _Reader(searched, near, top, bottom).header()


def _heading_text(cell: Cell) -> str:
    text = shown(cell)
    return text if len(text) <= _LONGEST_HEADING and not is_blank(cell) else ""


def _bottom(best: int, searched: list[list[str]], scores: list[int], near: list[Merge]) -> int:
    last = len(searched) - 1
    reach = [m.last_row for m in near if m.first_row <= best < m.last_row]
    bottom = min(max(reach, default=best), best + _DEEPEST - 1, last)
    while bottom < min(last, best + _DEEPEST - 1):
        below = sum(map(bool, searched[bottom + 1]))
        is_heading = scores[bottom + 1] >= max(_FEWEST, below * _HEADING_SHARE)
        # The same headings again are the next printed page, not a deeper level.
        if not is_heading or searched[bottom + 1] == searched[best]:
            break
        bottom += 1
    return bottom


def _top(best: int, rows: Sequence[Sequence[Cell]], near: list[Merge]) -> int:
    top = best
    while top > 0 and best - top < _DEEPEST - 1:
        above = rows[top - 1]
        written = [index for index, cell in enumerate(above) if not is_blank(cell)]
        reaches_down = any(m.first_row < top <= m.last_row for m in near)
        is_group_row = len(written) > 1 or (len(written) == 1 and written[0] > 0)
        if not (reaches_down or is_group_row) or is_filling(row_text(above)):
            break
        top -= 1
    return top


class _Reader:
    """Reads the path of headings over each column."""

    def __init__(self, texts: list[list[str]], merged: list[Merge], top: int, bottom: int) -> None:
        self.texts = texts
        self.top, self.bottom = top, bottom
        self.width = len(texts[top]) if texts else 0
        self.origin: dict[tuple[int, int], tuple[int, int]] = {}
        for merge in merged:
            for row in range(max(top, merge.first_row), min(bottom, merge.last_row) + 1):
                for column in range(merge.first_column, min(merge.last_column + 1, self.width)):
                    self.origin[row, column] = (merge.first_row, merge.first_column)
        self.spread = {m.first_row for m in merged if m.last_column > m.first_column}

    def header(self) -> Header:
        columns = tuple(self._column(index) for index in range(self.width))
        return Header(self.top, self.bottom, columns, tuple(self._groups(columns)))

    def _column(self, index: int) -> Column:
        own: list[tuple[tuple[int, int], str]] = []
        carried: list[str] = []
        for row in range(self.top, self.bottom + 1):
            origin = self.origin.get((row, index), (row, index))
            text = self.texts[origin[0]][origin[1]]
            if text and (not own or own[-1][0] != origin):
                own.append((origin, text))
            elif not text and row < self.bottom and row not in self.spread:
                carried.extend(self._carried(row, index))
        heading = own[-1][1] if own else ""
        groups = tuple(text for _origin, text in own[:-1]) or tuple(carried if own else ())
        return Column(index, heading, groups, year_of(heading, *reversed(groups)))

    def _carried(self, row: int, index: int) -> list[str]:
        """In a row without merged cells a group reaches to the right, over blanks."""
        for left in range(index - 1, -1, -1):
            if self.texts[row][left]:
                below = self.texts[row + 1][left] if row < self.bottom else ""
                return [self.texts[row][left]] if below else []
        return []

    def _groups(self, columns: tuple[Column, ...]) -> list[Group]:
        found: list[Group] = []
        for column in columns:
            if not column.groups:
                continue
            title = column.groups[0]
            if found and found[-1].title == title and found[-1].last == column.index - 1:
                found[-1] = Group(title, found[-1].first, column.index, found[-1].year)
            else:
                found.append(Group(title, column.index, column.index, year_of(title)))
        return found
