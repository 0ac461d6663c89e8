"""A sheet with its columns bound to facts, and its rows cut into households. Reads no value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from jingzhun.households.roster import columns as known
from jingzhun.households.roster.values import Reader, reader_of
from jingzhun.imports.reading.blocks import blocks
from jingzhun.imports.reading.cells import is_blank
from jingzhun.imports.reading.layout import Row
from jingzhun.imports.target import Heading


@dataclass(frozen=True, slots=True)
class Bound:
    """A column of the sheet bound to a fact with the reader of its cells."""

    index: int
    slug: str
    read: Reader


@dataclass
class Table:
    """A sheet with its headings understood; `at` has the latest year of a yearly column."""

    name: str
    rows: Sequence[Row]
    at: dict[str, Heading]
    households: tuple[Bound, ...]
    members: tuple[Bound, ...]
    incomes: dict[int, tuple[Bound, ...]]
    hidden_rows: frozenset[int] = frozenset()
    skipped: list[Row] = field(default_factory=list)

    def index(self, key: str) -> int:
        """The index of a column, -1 where the sheet has none."""
        heading = self.at.get(key)
        return -1 if heading is None else heading.index

    @property
    def slugs(self) -> frozenset[str]:
        """The facts the sheet's records have."""
        yearly = (bound for bounds in self.incomes.values() for bound in bounds)
        return frozenset(bound.slug for bound in (*self.households, *self.members, *yearly))

    @property
    def income_year(self) -> int | None:
        """The latest year of which incomes are told."""
        return max(self.incomes, default=None)


_SIZE = reader_of(known.MEMBER_COUNT)


def table_of(
    name: str, rows: Sequence[Row], headings: Iterable[Heading], hidden: Sequence[int] = ()
) -> Table:
    """Bind the columns of a sheet whose headings are known."""
    at: dict[str, Heading] = {}
    incomes: dict[int, list[Bound]] = {}
    income_slugs = {fact.slug for fact in known.INCOME_FACTS}
    for heading in headings:
        if not heading.key:
            continue
        held = at.get(heading.key)
        if held is None or (heading.year or 0) > (held.year or 0):
            at[heading.key] = heading
        if heading.key in income_slugs and heading.year:
            bound = Bound(heading.index, heading.key, reader_of(known.FACTS[heading.key]))
            incomes.setdefault(heading.year, []).append(bound)
    shared = [_bound(at, fact.slug) for fact in known.HOUSEHOLD_FACTS if fact.slug in at]
    if known.SIZE in at:
        shared.append(Bound(at[known.SIZE].index, known.MEMBER_COUNT.slug, _SIZE))
    # Where every row is hidden somebody filtered the sheet; that says nothing of a single one.
    some = len(hidden) < len(rows)
    return Table(
        name, rows, at, tuple(shared),
        tuple(_bound(at, fact.slug) for fact in known.MEMBER_FACTS if fact.slug in at),
        {year: tuple(bounds) for year, bounds in incomes.items()},
        frozenset(hidden) if some else frozenset(),
    )  # fmt: skip


def _bound(at: dict[str, Heading], slug: str) -> Bound:
    return Bound(at[slug].index, slug, reader_of(known.FACTS[slug]))


def groups_of(table: Table) -> Iterator[list[Row]]:
    """Yield the rows of each household, in the order of the sheet; others are set apart."""
    number = table.index(known.HOUSEHOLD_NO)
    telling = [index for key in ("name", "id_number") if (index := table.index(key)) >= 0]
    rows: list[Row] = []
    for row in table.rows:
        speaks = any(not is_blank(row.cells[index]) for index in telling)
        if speaks or (number >= 0 and row.is_own(number)):
            rows.append(row)
        else:
            table.skipped.append(row)
    if number < 0:
        yield from ([row] for row in rows)
        return
    ordinal = table.index(known.ORDINAL)
    anchors = [bound.index for bound in table.households]
    for block in blocks(rows, number, [*anchors, *([ordinal] if ordinal >= 0 else [])]):
        yield block.rows
