"""What a cell can hold once it is read, and how cells are addressed. Interprets nothing."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Formula:
    """A cell with a formula: its text without the leading “=”, and the stored result if any."""

    text: str
    result: "str | float | bool | date | datetime | None" = None


@dataclass(frozen=True, slots=True)
class ErrorValue:
    """A cell in which the spreadsheet program itself shows an error, such as #N/A."""

    text: str


Cell: TypeAlias = str | float | bool | date | datetime | Formula | ErrorValue | None
"""Texts as written, numbers as float, empty cells as an empty text or None."""


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range; all four bounds are 0-based and inclusive."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


def is_blank(cell: Cell) -> bool:
    """Whether nobody would see anything in the cell."""
    if cell is None or cell == "":
        return True
    if isinstance(cell, str):
        # Asked of every cell of a sheet: most texts are told by their first letter.
        return cell[0] in INVISIBLE and not cell.strip(INVISIBLE)
    return isinstance(cell, Formula) and is_blank(cell.text if cell.result is None else cell.result)


INVISIBLE = " \t\r\n\v\f\u00a0\u3000\u200b\u200c\u200d\u2060\ufeff"


def shown(cell: Cell) -> str:
    """Write the cell as a reader of the sheet would see it; integral floats without “.0”."""
    if isinstance(cell, Formula):
        cell = f"={cell.text}" if cell.result is None else cell.result
    match cell:
        case str():
            return cell
        case bool():
            return "TRUE" if cell else "FALSE"
        case float() | int():
            return number_text(cell)
        case ErrorValue():
            return cell.text
        case date():
            return cell.isoformat()
        case _:
            return ""


def number_text(number: float) -> str:
    """Write a stored number with the 15 digits a spreadsheet shows; integral ones plainly."""
    if number == number // 1 and abs(number) < EXACT:
        return str(int(number))
    return f"{number:.15g}"


EXACT = 1e15
"""Integral numbers below this survive the 64-bit float in which Excel stores them."""


def column_letters(index: int) -> str:
    """Name a 0-based column as Excel does: 0 → A, 26 → AA."""
    letters, rest = "", index + 1
    while rest:
        rest, digit = divmod(rest - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return letters


def column_index(letters: str) -> int:
    """Return the 0-based index of a column named by letters of either case."""
    index = 0
    for letter in letters.upper():
        index = index * 26 + ord(letter) - ord("A") + 1
    return index - 1


def cell_name(row: int, column: int) -> str:
    """Name a cell by its 0-based row and column: (0, 0) → A1."""
    return f"{column_letters(column)}{row + 1}"
