"""What the reading child sends to its parent: length-prefixed MessagePack, typed on arrival.

Nothing that comes from the child can name code to run, so even a child taken over by a hostile
workbook can only send wrong texts and numbers.
"""

import struct
from typing import TypeAlias

import msgspec

PREFIX = struct.Struct(">I")

Plain: TypeAlias = str | float | bool | None


class Began(msgspec.Struct, tag="began"):
    """The pre-scan is through; `rows` counts all sheets."""

    rows: int
    sheets: int
    has_external_links: bool
    has_macros: bool


class SheetBegan(msgspec.Struct, tag="sheet"):
    """A sheet begins; ranges are first row, first column, last row, last column, 0-based."""

    name: str
    is_hidden: bool
    merged: list[tuple[int, int, int, int]]
    hidden_rows: list[int]
    hidden_columns: list[int]


class Rows(msgspec.Struct, tag="rows"):
    """The next rows of the sheet; `days` are row in the batch, column and ISO text."""

    rows: list[list[Plain]]
    days: list[tuple[int, int, str]]


class SheetEnded(msgspec.Struct, tag="sheet-end"):
    """A sheet is whole; `specials` are row, column, text, is error, has result."""

    specials: list[tuple[int, int, str, bool, bool]]


class Ended(msgspec.Struct, tag="end"):
    """The workbook is read to its end."""


class Refused(msgspec.Struct, tag="refused"):
    """The workbook is refused: the code of the refusal and what its sentence needs."""

    code: str
    context: dict[str, str | int | float]


Frame: TypeAlias = Began | SheetBegan | Rows | SheetEnded | Ended | Refused
