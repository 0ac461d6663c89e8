"""Plain readings of what people type: spaces, full-width forms, amounts, days. Knows no field.

Every function says what it had to change, so that a clerk is told how a cell was read.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from jingzhun.imports.reading.cells import Cell, ErrorValue, Formula, shown

_INVISIBLE = dict.fromkeys([0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF])
_SPACES = dict.fromkeys([0x00A0, 0x3000, 0x2002, 0x2003, 0x2009, 0x202F], " ")
_WIDE = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_TO_TRIM = str.maketrans({**_INVISIBLE, **_SPACES})
_TO_NARROW = str.maketrans({**_INVISIBLE, **_SPACES, **_WIDE, 0x2212: "-", 0x2014: "-"})
_BLANK = re.compile(r"\s+")
_AMOUNT = re.compile(r"[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|[-+]?\.\d+")
_UNITS = ("万元", "元整", "元", "圆", "平方米", "平米", "㎡", "m2", "亩", "公里", "千米", "km")
_DAY = re.compile(r"(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?")
_COMPACT_DAY = re.compile(r"(\d{4})(\d{2})(\d{2})")
_NOTHING = frozenset({"", "-", "--", "—", "——", "/", "\\", "无"})


def trimmed(text: str) -> str:
    """Drop what nobody sees: invisible characters, and blanks around the text."""
    return _BLANK.sub(" ", text.translate(_TO_TRIM)).strip()


def narrowed(text: str) -> str:
    """Write full-width letters, digits and signs as plain ones, without any blanks."""
    return _BLANK.sub("", text.translate(_TO_NARROW))


def is_nothing(text: str) -> bool:
    """Whether the text only says that there is nothing to say."""
    return narrowed(text) in _NOTHING


def number(text: str, units: tuple[str, ...] = _UNITS) -> Decimal | None:
    """Read “1,200元” or “３.５亩” as a number; None where it is none.

    Chinese numerals and “约” are not guessed at. “万元” multiplies.
    """
    plain = narrowed(text).removeprefix("¥").removeprefix("￥").lower()
    factor = 1
    for unit in units:
        if plain.endswith(unit):
            factor = 10_000 if unit == "万元" else 1
            plain = plain[: -len(unit)]
            break
    if not _AMOUNT.fullmatch(plain):
        return None
    try:
        return Decimal(plain.replace(",", "")) * factor
    except InvalidOperation:
        return None


def day(cell: Cell) -> date | None:
    """Read a day as a date cell or as text: 2018年6月12日, 2018-06-12, 2018.6.12, 20180612."""
    match cell:
        case datetime():
            return cell.date()
        case date():
            return cell
        case str():
            return day_in(cell) or _compact(narrowed(cell))
        case float() | int() if not isinstance(cell, bool):
            return _compact(shown(cell))
    return None


def day_in(text: str) -> date | None:
    """Return the first whole day written anywhere in the text."""
    for match in _DAY.finditer(text.translate(_TO_NARROW)):
        try:
            return date(int(match[1]), int(match[2]), int(match[3]))
        except ValueError:
            continue
    return None


def _compact(text: str) -> date | None:
    match = _COMPACT_DAY.fullmatch(text)
    if match is None:
        return None
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


def settled(cell: Cell) -> Cell:
    """A formula counts as the result stored with it; without one, and as an error, as itself."""
    return cell.result if isinstance(cell, Formula) and cell.result is not None else cell


def text_of(cell: Cell) -> str:
    """The cell as a text of its own: a formula without a result is its own text."""
    return shown(cell)


def is_broken(cell: Cell) -> bool:
    """Whether the spreadsheet program itself shows an error, or cannot show a result."""
    return isinstance(cell, ErrorValue) or (isinstance(cell, Formula) and cell.result is None)
