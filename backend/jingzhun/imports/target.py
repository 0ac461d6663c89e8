"""What a package above hands over to have its workbooks imported. Pure: no store, no framework.

`imports` keeps files, rows and findings; what a row means, how rows belong together, what is wrong
with them and what a merge does, only the target knows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

SEVERITIES = ("error", "warning", "normalised")


@dataclass(frozen=True)
class Column:
    """A column the target takes. `headings` are all spellings; `mask` names a sealed kind.

    `is_shared` columns speak of the whole group of rows (a household), not of one row.
    """

    key: str
    title: str
    headings: tuple[str, ...]
    is_required: bool = False
    is_shared: bool = False
    mask: str = ""


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


Recognise = Callable[[str, str], str | None]
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Headings:
    """The target's columns by key, and the spelling look-up made from them."""

    columns: tuple[Column, ...]
    remembered: Mapping[str, str] = field(default_factory=dict)

    def by_key(self) -> dict[str, Column]:
        """The columns by key."""
        return {column.key: column for column in self.columns}
