"""Texts, names and identifiers out of cells. Checks no identifier: its rule is the target's."""

import re
from datetime import date

from jingzhun.imports.reading.cells import (
    EXACT,
    INVISIBLE,
    Cell,
    ErrorValue,
    Formula,
    is_blank,
    number_text,
    shown,
)
from jingzhun.imports.reading.values import outcome
from jingzhun.imports.reading.values.outcome import Outcome

_ZERO_WIDTH = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")
_SPACES = re.compile(r"[ \t\r\n\v\f\u00a0\u3000]+")
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code - 0xFEE0).isalnum()}
_WIDE_ALL = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SCIENTIFIC = re.compile(r"\d(\.\d+)?E\+?\d+", re.IGNORECASE)
_DOTS = re.compile("[•・‧∙．.]")
_HAN_GAP = re.compile(r"(?<=[\u3400-\u9fff\U00020000-\U0003ffff]) (?=[\u3400-\U0003ffff])")


def half_width(text: str) -> str:
    """Turn full-width digits, letters and punctuation into the half-width ones."""
    return text.translate(_WIDE_ALL)


def text(cell: Cell) -> Outcome[str]:
    """Read free text: trimmed, spaces made one, full-width digits and letters half-width.

    Chinese punctuation stays. A formula without a stored result is kept as its own text.
    """
    if isinstance(cell, ErrorValue):
        return Outcome(None, error=outcome.ERROR_VALUE.format(text=cell.text))
    if isinstance(cell, Formula):
        if cell.result is None:
            return Outcome(f"={cell.text}", note=outcome.FORMULA_TEXT)
        inner = text(cell.result)
        return inner if inner.error else Outcome(inner.value, outcome.FORMULA_RESULT)
    if is_blank(cell):
        return Outcome(None)
    if isinstance(cell, date):
        return Outcome(cell.isoformat(), note=outcome.AS_DAY)
    if not isinstance(cell, str):
        return _number_as_text(cell)
    trimmed = _SPACES.sub(" ", _ZERO_WIDTH.sub("", cell)).strip()
    value = trimmed.translate(_WIDE)
    note = outcome.SPACES if trimmed != cell else None
    return Outcome(value, outcome.HALF_WIDTH if value != trimmed else note)


def _number_as_text(cell: float | bool | None) -> Outcome[str]:
    if cell is not None and not isinstance(cell, bool):
        if cell != cell or abs(cell) >= EXACT:  # noqa: PLR0124 - NaN differs from itself
            return Outcome(None, error=outcome.NUMBER_STORED)
        return Outcome(number_text(cell))
    return Outcome(shown(cell))


def name(cell: Cell) -> Outcome[str]:
    """Read a person's name: no spaces between Chinese characters, one kind of middle dot."""
    read = text(cell)
    if read.value is None:
        return read
    value = _HAN_GAP.sub("", _DOTS.sub("·", read.value))
    if value == read.value:
        return read
    return Outcome(value, read.note or outcome.SPACES)


def identifier(cell: Cell) -> Outcome[str]:
    """Read a number that is a name (ID, account, phone, household number), never a quantity.

    All spaces go, full-width becomes half-width, letters become capitals. Numbers of more than
    15 digits stored as numbers are refused: the spreadsheet has already changed their end.
    """
    read = text(cell)
    if read.value is None or isinstance(cell, bool):
        return read
    if isinstance(cell, Formula) and cell.result is None:
        return Outcome(None, error=outcome.NO_RESULT)
    spaced = half_width(read.value.strip(INVISIBLE).lstrip("'‘’`"))
    bare = _SPACES.sub("", spaced)
    if _SCIENTIFIC.fullmatch(bare):
        return Outcome(None, error=outcome.SCIENTIFIC)
    value = bare.upper()
    note = read.note
    if value != bare:
        note = outcome.UPPER_CASE
    elif bare != read.value:
        note = outcome.SPACES if note is None else note
    return Outcome(value or None, note)
