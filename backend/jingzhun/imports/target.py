"""What a package above hands over to have its workbooks imported. Pure: no store, no framework.

`imports` keeps files, rows and findings; what a row means, how rows belong together, what is wrong
with them and what a merge does, only the target knows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from jingzhun.imports.reading.cells import Cell
    from jingzhun.imports.reading.workbook import RawSheet
    from jingzhun.kit.crypto import Keyring
    from jingzhun.kit.unit import Unit

SEVERITIES = ("error", "warning", "normalised")
ROW, FILE, REGISTRY = "row", "file", "registry"


@dataclass(frozen=True)
class Column:
    """A column the target takes. `headings` are other spellings; `mask` names a sealed kind.

    `is_shared` columns speak of the whole group of rows (a household), not of one row. `groups`
    are the headings above by which columns of one spelling are told apart; a column `by_year`
    may stand once a year.
    """

    key: str
    title: str
    headings: tuple[str, ...]
    is_required: bool = False
    is_shared: bool = False
    mask: str = ""
    groups: tuple[str, ...] = ()
    by_year: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A column of a sheet: the lowest heading as written, the one above, the year it speaks of.

    `key` is the target's column, "" where the operator leaves it out, None where nobody knows it;
    `memory` is the key under which an answer is remembered, `suggested` what it may be.
    """

    index: int
    title: str
    group: str
    key: str | None
    memory: str
    year: int | None = None
    suggested: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong, doubtful or read otherwise, at the cell a clerk would correct.

    `row` counts from 1 as Excel does, `column_index` from 0; -1 where no cell is meant.
    `column` is the lowest heading exactly as in the sheet; `group` the number of the row group.
    """

    rule: str
    severity: str
    sheet: str
    row: int
    household_no: str
    member: str
    column: str
    message: str
    column_index: int = -1
    group: int = -1


@dataclass
class SheetReport:
    """What was made of one sheet; `heading_row` counts from 1."""

    name: str
    kind: str
    filled_on: date | None = None
    headings: tuple[Heading, ...] = ()
    heading_row: int = 0
    income_year: int | None = None
    households: int = 0
    members: int = 0


@dataclass(frozen=True)
class Batch:
    """What a target is told of a batch. `paths` are the places its uploader may stage."""

    id: str
    file_name: str
    asked_on: date | None
    paths: tuple[str, ...]
    remembered: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[str, str] = field(default_factory=dict)


class Pen(Protocol):
    """Where a target writes while it reads; everything is flushed in short transactions."""

    def sheet(self, report: SheetReport) -> int:
        """Begin a sheet; returns its position."""

    def group(self, sheet: int, number: int, rows: Sequence[tuple[int, Sequence[Cell]]]) -> None:
        """Keep the raw rows of a group, with their row numbers from 1."""

    def findings(self, found: Sequence[Finding], path: str = "", origin: str = ROW) -> None:
        """Keep findings; `path` is the place they are about."""

    def rows(self, table: Any, rows: Sequence[tuple[Any, ...]]) -> None:
        """Keep rows of one of the target's own tables, in the order of its columns."""


@dataclass(frozen=True)
class Merged:
    """What a merge did: figures by word, the digest of all it wrote, the batch's figures after."""

    counts: Mapping[str, int]
    digest: str
    remaining: int
    left: Mapping[str, int]


class BatchReader(Protocol):
    """Reads the sheets of one batch; touches no store but through the pen."""

    def read(self, sheets: Iterator[RawSheet], pen: Pen) -> str:
        """Read, judge and stage; returns "" or the state that asks for an answer."""


class Target(Protocol):
    """The owner of what a workbook means."""

    slug: str
    title: str
    columns: tuple[Column, ...]

    def prepare(self, unit: Unit, batch: Batch, keys: Keyring) -> BatchReader:
        """Take from the store what reading needs: places, parameters."""

    def clear(self, unit: Unit, batch_id: str) -> None:
        """Forget everything staged for a batch."""

    def resolve(self, unit: Unit, batch: Batch, keys: Keyring) -> Mapping[str, int]:
        """Lay the staged rows beside what is registered; returns the figures of the batch."""

    def correct(
        self, unit: Unit, batch: Batch, keys: Keyring, sheet: int, group: int
    ) -> Mapping[str, int]:
        """Judge one group of rows again after a cell was corrected."""

    def is_merged(self, unit: Unit, batch_id: str, group: int) -> bool:
        """Whether a group of rows has been merged."""

    def records(
        self, unit: Unit, batch: Batch, action: str, offset: int, size: int
    ) -> tuple[list[dict[str, Any]], int]:
        """A page of staged records of one action, with their changes masked."""

    def merge(self, unit: Unit, batch: Batch, keys: Keyring, options: Mapping[str, Any]) -> Merged:
        """Write the records without errors in the unit's transaction; set-based."""


TARGETS: dict[str, Target] = {}


def register(target: Target) -> None:
    """Make a target known by its slug."""
    TARGETS[target.slug] = target
