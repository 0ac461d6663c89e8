"""Days in the spellings villages use, and as Excel stores them."""

import re
from datetime import date, datetime, timedelta

from jingzhun.imports.reading.cells import Cell, ErrorValue, Formula, is_blank
from jingzhun.imports.reading.values import outcome
from jingzhun.imports.reading.values.outcome import Outcome
from jingzhun.imports.reading.values.text import half_width

_DIGITS = str.maketrans("〇零○Ｏ一二三四五六七八九", "0000123456789")
_CHINESE_DAY = re.compile(
    r"([〇零○Ｏ一二三四五六七八九]{4})\s*年\s*([一二三四五六七八九十]{1,2})\s*月"
    r"\s*([一二三四五六七八九十]{1,3})\s*[日号]"
)
_CHINESE_YEAR = re.compile(r"([〇零○Ｏ一二三四五六七八九]{4})(?=\s*年)")
_FULL = re.compile(
    r"(?<!\d)((?:19|20)\d\d)\s*(?:年|[-./])\s*(\d{1,2})\s*(?:月|[-./])\s*(\d{1,2})(?!\d)\s*[日号]?"
)
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)([01]\d)([0-3]\d)(?!\d)")
_TIME = re.compile(r"[ T]?\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?")
_EPOCH = date(1899, 12, 30)
_FIRST_SERIAL, _LAST_SERIAL = 61, 73_415
"""1 March 1900, from which on Excel's days are right, to the end of 2100."""


def day(cell: Cell) -> Outcome[date]:
    """Read a day; month and day may lack zeros, the year never."""
    if isinstance(cell, Formula):
        if cell.result is None:
            return Outcome(None, error=outcome.NO_RESULT)
        inner = day(cell.result)
        return inner._replace(note=outcome.FORMULA_RESULT) if inner.error is None else inner
    if isinstance(cell, ErrorValue):
        return Outcome(None, error=outcome.ERROR_VALUE.format(text=cell.text))
    if is_blank(cell):
        return Outcome(None)
    if isinstance(cell, datetime):
        return Outcome(cell.date())
    if isinstance(cell, date):
        return Outcome(cell)
    if isinstance(cell, str):
        return _written(cell)
    return _stored(cell)


def _stored(cell: float | bool | None) -> Outcome[date]:
    if cell is None or isinstance(cell, bool) or cell != cell // 1:
        return Outcome(None, error=outcome.NOT_A_DAY)
    if _FIRST_SERIAL <= cell <= _LAST_SERIAL:
        return Outcome(_EPOCH + timedelta(days=int(cell)), note=outcome.SERIAL)
    return _written(str(int(cell)) if abs(cell) < 1e9 else "")


def _written(cell: str) -> Outcome[date]:
    plain = half_width(cell).strip()
    match = _matched(plain)
    if match is None:
        return Outcome(None, error=outcome.NOT_A_DAY)
    parts, start, end = match
    rest = plain[end:].strip()
    if start or (rest and not _TIME.fullmatch(rest)):
        return Outcome(None, error=outcome.NOT_A_DAY)
    try:
        value = date(*parts)
    except ValueError:
        return Outcome(None, error=outcome.NO_SUCH_DAY)
    return Outcome(value, note=None if cell == value.isoformat() else outcome.SPELLED_OTHERWISE)


def find_date(text: str) -> date | None:
    """Return the first whole day named anywhere in a text, or None."""
    match = _matched(half_width(text))
    if match is None:
        return None
    try:
        return date(*match[0])
    except ValueError:
        return None


def _matched(text: str) -> tuple[tuple[int, int, int], int, int] | None:
    for pattern in (_FULL, _COMPACT):
        found = pattern.search(text)
        if found:
            return (int(found[1]), int(found[2]), int(found[3])), found.start(), found.end()
    found = _CHINESE_DAY.search(text)
    if found is None:
        return None
    parts = (int(found[1].translate(_DIGITS)), _tens(found[2]), _tens(found[3]))
    return parts, found.start(), found.end()


def _tens(text: str) -> int:
    """Read 1 to 99 in Chinese figures: 十 → 10, 二十一 → 21."""
    before, ten, after = text.partition("十")
    if not ten:
        return int(text.translate(_DIGITS))
    tens = int(before.translate(_DIGITS)) if before else 1
    return tens * 10 + (int(after.translate(_DIGITS)) if after else 0)


def chinese_digits(text: str) -> str:
    """Turn full-width digits and a year in Chinese figures into plain digits."""
    return _CHINESE_YEAR.sub(lambda found: found[1].translate(_DIGITS), half_width(text))
