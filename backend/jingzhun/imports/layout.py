"""Finds the table in a sheet: titles above, one or two rows of headings, which column is what.

Looks at the first rows only. Knows no field: the target's spellings come as a look-up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from jingzhun.imports import plain
from jingzhun.imports.reading.cells import Cell, Merge, is_blank, shown
from jingzhun.imports.reading.workbook import RawSheet
from jingzhun.imports.target import Column

_SEARCHED_ROWS = 30
_FEWEST = 3
_PAREN = re.compile(r"\([^()]*\)$")
_NOISE = re.compile(r"[*＊★:：]")
_DAY_WORDS = ("填报日期", "填报时间", "填表日期", "填表时间", "截止日期", "截至日期", "统计日期")
_TOTAL = re.compile(r"^(本页|本村|全村)?(合计|总计|小计|共计)")
_YEAR = re.compile(r"((?:19|20)\d{2})\s*年")
_ID_LIKE = re.compile(r"\d{17}[\dXx]")


@dataclass(frozen=True, slots=True)
class Heading:
    """One column of the table: `title` is the lowest heading as written, `group` the one above.

    `key` is the target's column, None where nobody knows the heading.
    """

    index: int
    title: str
    group: str
    key: str | None


@dataclass(frozen=True)
class Layout:
    """Where the table lies; rows and columns count from 0. Without headings it is no table."""

    first_row: int
    heading_row: int
    headings: tuple[Heading, ...]
    filled_on: date | None = None

    @property
    def is_table(self) -> bool:
        """Whether headings were found."""
        return bool(self.headings)

    @property
    def keys(self) -> frozenset[str]:
        """The target's columns the sheet has."""
        return frozenset(each.key for each in self.headings if each.key)


class Spellings:
    """Looks a heading up; what an operator once said of it comes first.

    A heading that names a shared and an own column (联系电话) is told apart by the group above.
    """

    def __init__(self, columns: Sequence[Column], remembered: Mapping[str, str]) -> None:
        self._columns = {column.key: column for column in columns}
        self._remembered = dict(remembered)
        self._known: dict[str, list[Column]] = {}
        for column in columns:
            for spelling in (column.title, *column.headings):
                found = self._known.setdefault(plain_heading(spelling), [])
                if column not in found:
                    found.append(column)

    def key(self, title: str, group: str) -> str | None:
        """Return the column a heading names, "" where the operator said to leave it out."""
        spelled = plain_heading(title)
        if spelled in self._remembered:
            return self._remembered[spelled]
        found = self._known.get(spelled) or self._known.get(_PAREN.sub("", spelled)) or []
        return self._chosen(found, group).key if found else None

    @staticmethod
    def _chosen(found: list[Column], group: str) -> Column:
        if "成员" in group:
            return next((column for column in found if not column.is_shared), found[0])
        if "户" in group:
            return next((column for column in found if column.is_shared), found[0])
        return found[0]

    def title(self, key: str) -> str:
        """The column's own title."""
        return self._columns[key].title


def plain_heading(text: str) -> str:
    """A heading without blanks, line breaks, marks and full-width forms."""
    return _NOISE.sub("", plain.narrowed(text)).lower()


def find_layout(sheet: RawSheet, spellings: Spellings) -> Layout:
    """Find headings and filling day; a sheet without headings is a page of instructions."""
    top = _filled(sheet.rows[:_SEARCHED_ROWS], sheet.merged)
    scores = [_score(row, spellings) for row in top]
    best = max(scores, default=0)
    if best < _FEWEST:
        return Layout(0, 0, (), _day_above(top))
    last = max(index for index, score in enumerate(scores) if score == best)
    last = _lowest(top, scores, last, spellings)
    first = _highest(top, scores, last)
    headings = tuple(_headings(top, first, last, spellings))
    return Layout(first, last, headings, _day_above(top[:first]) or _day_below(sheet.rows))


def _filled(rows: Sequence[Sequence[Cell]], merged: Iterable[Merge]) -> list[list[str]]:
    """The texts of the top rows, every merged range filled with its first cell."""
    top = [[shown(cell) for cell in row] for row in rows]
    for merge in merged:
        if merge.first_row >= len(top):
            continue
        text = top[merge.first_row][merge.first_column] if top[merge.first_row] else ""
        for row in top[merge.first_row : merge.last_row + 1]:
            for column in range(merge.first_column, min(merge.last_column + 1, len(row))):
                row[column] = text
    return top


def _score(row: Sequence[str], spellings: Spellings) -> int:
    return len({key for text in row if text and (key := spellings.key(text, ""))})


def _lowest(
    top: Sequence[Sequence[str]], scores: Sequence[int], row: int, spellings: Spellings
) -> int:
    """A row below that still names columns, and no data, belongs to the headings too."""
    below = row + 1
    while below < len(top) and scores[below] >= 2 and not _looks_like_data(top[below]):
        below += 1
    del spellings
    return below - 1


def _looks_like_data(row: Sequence[str]) -> bool:
    return any(_ID_LIKE.search(plain.narrowed(text)) for text in row)


def _highest(top: Sequence[Sequence[str]], scores: Sequence[int], last: int) -> int:
    """Rows above with at least two different texts are the upper headings; a title has one."""
    first = last
    while first > 0:
        texts = {text for text in top[first - 1] if text.strip()}
        is_group_row = len(texts) > 1 and not any(
            word in text for text in texts for word in _DAY_WORDS
        )
        if not is_group_row and not scores[first - 1] > 1:
            break
        first -= 1
    return first


def _headings(
    top: Sequence[Sequence[str]], first: int, last: int, spellings: Spellings
) -> Iterable[Heading]:
    taken: set[str] = set()
    for index in range(len(top[last])):
        stack = [row[index] for row in top[first : last + 1] if row[index].strip()]
        if not stack:
            continue
        title = stack[-1]
        group = next((text for text in reversed(stack[:-1]) if text != title), "")
        key = spellings.key(title, group)
        if key and key in taken:
            # Two columns of one name: the first counts, the second is shown as unknown.
            key = None
        if key:
            taken.add(key)
        yield Heading(index, title, group, key)


def _day_above(rows: Sequence[Sequence[str]]) -> date | None:
    for row in rows:
        for index, text in enumerate(row):
            for word in _DAY_WORDS:
                at = text.find(word)
                if at < 0:
                    continue
                tail = text[at + len(word) :]
                beside = next((other for other in row[index + 1 :] if other and other != text), "")
                found = plain.day_in(tail) or plain.day_in(beside)
                if found:
                    return found
    return None


def _day_below(rows: Sequence[Sequence[Cell]]) -> date | None:
    return _day_above([[shown(cell) for cell in row] for row in rows[-8:]])


def is_total(row: Sequence[Cell]) -> bool:
    """Whether the row only adds up the others."""
    first = next((cell for cell in row if not is_blank(cell)), None)
    return isinstance(first, str) and bool(_TOTAL.match(plain.narrowed(first)))


def year_in(text: str) -> int | None:
    """The year a group heading such as 2017年家庭收入（元） speaks of."""
    match = _YEAR.search(plain.narrowed(text))
    return int(match[1]) if match else None
