"""Which rows of a sheet make a household, and which columns speak of what. Reads no value.

A household starts where a new number stands; rows under a merged or blank number belong to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from jingzhun.households.roster import columns as known
from jingzhun.households.roster.values import Reader, reader_of
from jingzhun.imports import plain
from jingzhun.imports.layout import Heading, Layout, is_total, year_in
from jingzhun.imports.reading.cells import Cell, is_blank, shown
from jingzhun.imports.reading.workbook import RawSheet

_HEAD_WORDS = frozenset({"01", "户主", "本人", "本人或户主"})
_FEW = 3


@dataclass(frozen=True, slots=True)
class Bound:
    """A column of the sheet bound to a fact with the reader of its cells."""

    index: int
    slug: str
    read: Reader


@dataclass
class Table:
    """A sheet with its headings understood."""

    sheet: RawSheet
    layout: Layout
    at: dict[str, Heading]
    households: tuple[Bound, ...]
    members: tuple[Bound, ...]
    incomes: tuple[Bound, ...]
    income_year: int | None
    slugs: frozenset[str]
    skipped: list[int] = field(default_factory=list)

    def index(self, key: str) -> int:
        """The index of a column, -1 where the sheet has none."""
        heading = self.at.get(key)
        return -1 if heading is None else heading.index


_SIZE = reader_of(known.MEMBER_COUNT)


def table_of(sheet: RawSheet, layout: Layout) -> Table:
    """Bind the columns of a sheet whose headings were found."""
    at = {heading.key: heading for heading in layout.headings if heading.key}
    bound = {
        slug: Bound(at[slug].index, slug, reader_of(fact))
        for slug, fact in known.FACTS.items()
        if slug in at
    }
    incomes = tuple(bound[fact.slug] for fact in known.INCOME_FACTS if fact.slug in bound)
    year = _income_year(at, incomes)
    households = [bound[fact.slug] for fact in known.HOUSEHOLD_FACTS if fact.slug in bound]
    if known.SIZE in at:
        households.append(Bound(at[known.SIZE].index, known.MEMBER_COUNT.slug, _SIZE))
    table = Table(
        sheet, layout, at, tuple(households),
        tuple(bound[fact.slug] for fact in known.MEMBER_FACTS if fact.slug in bound),
        incomes if year else (), year, frozenset(bound),
    )  # fmt: skip
    _fill_members(table)
    return table


def _income_year(at: dict[str, Heading], incomes: Sequence[Bound]) -> int | None:
    for bound in incomes:
        heading = at[bound.slug]
        year = year_in(heading.group) or year_in(heading.title)
        if year:
            return year
    return None


def _fill_members(table: Table) -> None:
    """A member's cell merged over rows speaks of each of them; a name or an ID never does."""
    own = {bound.index for bound in table.members if bound.slug not in {"name", "id_number"}}
    rows = table.sheet.rows
    for merge in table.sheet.merged:
        if merge.first_row > table.layout.heading_row and merge.first_column in own:
            cell = rows[merge.first_row][merge.first_column]
            for row in rows[merge.first_row + 1 : merge.last_row + 1]:
                row[merge.first_column] = cell


def groups_of(table: Table) -> Iterator[list[int]]:
    """Yield the row indices of each household, in the order of the sheet."""
    number_at, order_at = table.index(known.HOUSEHOLD_NO), table.index(known.ORDINAL)
    relation_at = table.index("relation")
    covered = _covered(table, number_at)
    group: list[int] = []
    number = ""
    for index in _member_rows(table, number_at):
        row = table.sheet.rows[index]
        own = _text(row, number_at)
        starts = own != number if own else (
            index not in covered and _has(row, order_at) and _is_head(row, relation_at)
        )  # fmt: skip
        if starts or not group:
            if group:
                yield group
            group, number = [], own
        group.append(index)
    if group:
        yield group


def _covered(table: Table, column: int) -> frozenset[int]:
    """Rows under the first of a merged household number."""
    return frozenset(
        row
        for merge in table.sheet.merged
        if merge.first_column <= column <= merge.last_column
        for row in range(merge.first_row + 1, merge.last_row + 1)
    )


def _member_rows(table: Table, number_at: int) -> Iterator[int]:
    name_at, id_at = table.index("name"), table.index("id_number")
    name_title = table.at["name"].title if "name" in table.at else ""
    rows = table.sheet.rows
    for index in range(table.layout.heading_row + 1, len(rows)):
        row = rows[index]
        if not any(row) or is_total(row):
            continue
        if not (_has(row, name_at) or _has(row, id_at) or _has(row, number_at)):
            if sum(not is_blank(cell) for cell in row) > _FEW:
                table.skipped.append(index)
            continue
        if name_title and name_at >= 0 and row[name_at] == name_title:
            # Headings printed again on every page.
            continue
        yield index


def _has(row: Sequence[Cell], column: int) -> bool:
    return column >= 0 and not is_blank(row[column])


def _text(row: Sequence[Cell], column: int) -> str:
    if column < 0:
        return ""
    cell = row[column]
    return plain.narrowed(shown(cell)) if cell is not None and cell != "" else ""


def _is_head(row: Sequence[Cell], column: int) -> bool:
    return _text(row, column) in _HEAD_WORDS
