"""Yes or no, one of a list, several of a list. The lists are the caller's declarations."""

import re
from collections.abc import Mapping

from rapidfuzz import fuzz, process

from jingzhun.imports.reading.cells import Cell, ErrorValue, Formula, is_blank
from jingzhun.imports.reading.values import outcome
from jingzhun.imports.reading.values.outcome import Outcome
from jingzhun.imports.reading.values.text import half_width, text

_YES = frozenset(("是", "有", "√", "✓", "✔", "☑", "Y", "YES", "TRUE", "T", "1", "对", "已"))
_NO = frozenset(("否", "无", "×", "✗", "✘", "☒", "X", "N", "NO", "FALSE", "F", "0", "没有", "未",
                 "不是", "没"))  # fmt: skip
_SEPARATORS = re.compile(r"[、,，;；/|\s]+")
_NUMBERED = re.compile(r"(\d{1,4})\s*[.、\-—:：\s)）]*\s*(\D+)")
_PUNCTUATION = re.compile(r"[\s（）()“”\"'‘’·.。:：、，,;；\-—_/]+")
_CLOSE_ENOUGH = 60


def flag(cell: Cell) -> Outcome[bool]:
    """Read yes or no in the spellings people use; blank stays unknown."""
    if isinstance(cell, bool):
        return Outcome(cell)
    read = text(cell)
    if read.value is None:
        return Outcome(None, read.note, read.error)
    plain = half_width(read.value).upper()
    if plain in _YES or plain in _NO:
        note = read.note if plain in ("是", "否") else outcome.SPELLED_OTHERWISE
        return Outcome(plain in _YES, note)
    return Outcome(None, error=outcome.NOT_A_FLAG)


class Options:
    """A closed list: code → title, and other spellings → code. Built once, asked often."""

    def __init__(self, titles: Mapping[str, str], aliases: Mapping[str, str] | None = None) -> None:
        self.titles = dict(titles)
        self._exact = {title: code for code, title in titles.items()}
        self._loose: dict[str, str] = {}
        for spelling, code in (aliases or {}).items():
            self._loose.setdefault(loose(spelling), code)
        for code, title in titles.items():
            # A declared title always beats an alias of another one.
            self._loose[loose(title)] = code
        self._codes = {code.upper(): code for code in titles}
        self._numbers = {code.lstrip("0") or "0": code for code in titles if code.isdigit()}

    def find(self, written: str) -> str | None:
        """Return the code meant by a text: title, alias, code, or code and title together."""
        found = self._exact.get(written) or self._loose.get(loose(written))
        if found or not written:
            return found
        plain = half_width(written).strip()
        if plain.upper() in self._codes:
            return self._codes[plain.upper()]
        if plain.isascii() and plain.isdigit():
            return self._numbers.get(plain.lstrip("0") or "0")
        both = _NUMBERED.fullmatch(plain)
        return self._loose.get(loose(both[2])) if both else None

    def nearest(self, written: str) -> str | None:
        """Return the title that looks most like the text, where one does."""
        found = process.extractOne(
            written, self.titles.values(), scorer=fuzz.ratio, score_cutoff=_CLOSE_ENOUGH
        )
        return found[0] if found else None


def loose(written: str) -> str:
    """Reduce a spelling to what tells it from others: no spaces, brackets or punctuation."""
    return _PUNCTUATION.sub("", half_width(written)).upper()


def choice(cell: Cell, options: Options) -> Outcome[str]:
    """Read one option and return its code."""
    read = _plain(cell)
    if read.value is None:
        return read
    code = options.find(read.value)
    if code is not None:
        is_title = options.titles[code] == read.value
        return Outcome(code, read.note if is_title else outcome.SPELLED_OTHERWISE)
    parts = [part for part in _SEPARATORS.split(read.value) if part.strip()]
    if len(parts) > 1 and all(options.find(part) for part in parts):
        return Outcome(None, error=outcome.ONE_ONLY)
    return Outcome(None, error=_unknown(read.value, options))


def choices(cell: Cell, options: Options) -> Outcome[tuple[str, ...]]:
    """Read several options, in the order written and each once."""
    read = _plain(cell)
    if read.value is None:
        return Outcome(None, read.note, read.error)
    whole = options.find(read.value)
    if whole is not None:
        return Outcome((whole,), read.note)
    found: dict[str, None] = {}
    for part in _SEPARATORS.split(read.value):
        if not part.strip():
            continue
        code = options.find(part.strip())
        if code is None:
            return Outcome(None, error=_unknown(part, options))
        found[code] = None
    return Outcome(tuple(found) or None, read.note)


def _plain(cell: Cell) -> Outcome[str]:
    if isinstance(cell, Formula | ErrorValue) or not is_blank(cell):
        return text(cell)
    return Outcome(None)


def _unknown(written: str, options: Options) -> str:
    title = options.nearest(written.strip())
    return outcome.NEAREST_OPTION.format(title=title) if title else outcome.NOT_AN_OPTION
