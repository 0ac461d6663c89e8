"""Quantities and money out of cells, exactly: decimals all the way, fen at the end."""

import math
import re
from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from jingzhun.imports.reading.cells import Cell, ErrorValue, Formula, is_blank
from jingzhun.imports.reading.values import outcome
from jingzhun.imports.reading.values.outcome import Outcome
from jingzhun.imports.reading.values.text import half_width

_NUMBER = re.compile(r"([+-]?)(\d{1,3}(?:,\d{3})+|\d{1,18})?(\.\d{1,18})?([^\d.,+-]*)")
_CURRENCY = re.compile(r"^(?:[¥￥]|RMB|CNY|人民币)+", re.IGNORECASE)
_GAPS = re.compile("[\\s\u200b\u200c\u200d\u2060\ufeff\u00ad]+")
_MINUS = str.maketrans("−－–", "---")
_BLANK_WORDS = frozenset(("-", "--", "—", "——", "/", "\\", "无", "空"))
_LARGEST = Decimal(10) ** 15

YUAN: Mapping[str, Decimal] = {
    "元": Decimal(1), "块": Decimal(1), "元整": Decimal(1), "圆": Decimal(1),
    "角": Decimal("0.1"), "分": Decimal("0.01"), "百元": Decimal(100), "千元": Decimal(1000),
    "万": Decimal(10_000), "万元": Decimal(10_000), "亿元": Decimal(100_000_000),
}  # fmt: skip


def number(cell: Cell, units: Mapping[str, Decimal] | None = None) -> Outcome[Decimal]:
    """Read a number exactly; a unit counts only if `units` says how much it is worth."""
    if isinstance(cell, Formula):
        if cell.result is None:
            return Outcome(None, error=outcome.NO_RESULT)
        inner = number(cell.result, units)
        return inner._replace(note=outcome.FORMULA_RESULT) if inner.error is None else inner
    if isinstance(cell, ErrorValue):
        return Outcome(None, error=outcome.ERROR_VALUE.format(text=cell.text))
    if is_blank(cell):
        return Outcome(None)
    if isinstance(cell, str):
        return _written(cell, units or {})
    if isinstance(cell, bool | date) or cell is None:
        return Outcome(None, error=outcome.NOT_A_NUMBER)
    if not math.isfinite(cell) or abs(cell) >= _LARGEST:
        return Outcome(None, error=outcome.NOT_A_NUMBER)
    # The 15 digits that a spreadsheet shows; what follows is noise of the binary form.
    return Outcome(Decimal(f"{cell:.15g}"))


def _written(cell: str, units: Mapping[str, Decimal]) -> Outcome[Decimal]:
    plain = _GAPS.sub("", half_width(cell)).translate(_MINUS)
    if plain in _BLANK_WORDS:
        return Outcome(None, note=outcome.BLANK_WORD)
    is_bracketed = plain.startswith("(") and plain.endswith(")")
    bare = _CURRENCY.sub("", plain[1:-1] if is_bracketed else plain)
    found = _NUMBER.fullmatch(bare)
    if found is None or not (found[2] or found[3]) or (found[4] and found[4] not in units):
        return Outcome(None, error=outcome.NOT_A_NUMBER)
    sign = -1 if (found[1] == "-") != is_bracketed else 1
    digits = (found[2] or "0").replace(",", "") + (found[3] or "")
    value = Decimal(digits) * units.get(found[4], Decimal(1)) * sign
    if abs(value) >= _LARGEST:
        return Outcome(None, error=outcome.TOO_LARGE)
    return Outcome(value, note=_note(cell, digits))


def _note(cell: str, digits: str) -> str | None:
    if cell.lstrip("+-") == digits:
        return None
    if cell.strip() != cell and cell.strip().lstrip("+-") == digits:
        return outcome.SPACES
    is_narrowed = _GAPS.sub("", half_width(cell)).lstrip("+-") == digits
    return outcome.HALF_WIDTH if is_narrowed else outcome.PLAIN_NUMBER


def decimal(
    cell: Cell, places: int = 2, units: Mapping[str, Decimal] | None = None
) -> Outcome[Decimal]:
    """Read a measure (area, distance) with at most `places` decimals, half-up and noted."""
    read = number(cell, units)
    if read.value is None:
        return read
    value = read.value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    if value != read.value:
        return Outcome(value, outcome.ROUNDED)
    return Outcome(value, read.note)


def integer(cell: Cell, units: Mapping[str, Decimal] | None = None) -> Outcome[int]:
    """Read a whole number; 12个月 counts as 12 only if `units` names 个月."""
    read = number(cell, units)
    if read.value is None:
        return Outcome(None, read.note, read.error)
    if read.value != read.value.to_integral_value():
        return Outcome(None, error=outcome.NOT_WHOLE)
    return Outcome(int(read.value), read.note)


def money(cell: Cell, scale: Decimal = Decimal(1)) -> Outcome[int]:
    """Read an amount as integer fen.

    `scale` is what one written without a unit is worth in yuan: 1, or 10000 where the sheet says
    单位：万元. Anything finer than a fen is rounded half-up and noted.
    """
    read = number(cell, {**YUAN, "": scale})
    if read.value is None:
        return Outcome(None, read.note, read.error)
    stored = cell.result if isinstance(cell, Formula) else cell
    if not isinstance(stored, str):
        read = read._replace(value=read.value * scale)
    exact = (read.value or Decimal(0)) * 100
    fen = exact.to_integral_value(ROUND_HALF_UP)
    return Outcome(int(fen), outcome.ROUNDED if fen != exact else read.note)


def unit_words(*words: str) -> Mapping[str, Decimal]:
    """Return units that do not change the number, such as 个月 behind 12."""
    return dict.fromkeys(words, Decimal(1))
