"""Reads one cell into one fact's value, and says what was changed or what is wrong.

Pure. A reader per column, made once; equal texts are read once. Blank cells say nothing.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal
from typing import NamedTuple

from jingzhun.grammar.codes import CodeTable
from jingzhun.grammar.facts import Fact, Kind, Protection, Value
from jingzhun.grammar.rules import Rule
from jingzhun.imports import plain
from jingzhun.imports.reading.cells import Cell, ErrorValue, Formula, shown
from jingzhun.kit.masks import mask
from jingzhun.policy.rules import staging, structure


class Issue(NamedTuple):
    """A rule of the reader with the words its message needs."""

    rule: Rule
    words: dict[str, str]


class Read(NamedTuple):
    """A value, and what is to be said of how it was read."""

    value: Value
    issue: Issue | None = None

    @property
    def is_unread(self) -> bool:
        """Whether the cell says something that could not be read."""
        return self.value is None and self.issue is not None


Reader = Callable[[Cell], Read]

NOTHING = Read(None)
_EXACT = 10**15
_LONGEST = {"remark": 500}
_MOST = 120
_CHOICES_NAMED = 8
_PERSONAL = re.compile(r"\d[\d*Xx]{6,}")
_SEPARATORS = re.compile(r"[、,，;；/+ \n]+")
_FLAGS = {
    "是": True, "否": False, "有": True, "无": False, "√": True, "✓": True, "×": False,
    "1": True, "0": False, "Y": True, "N": False, "对": True, "不": False, "没有": False,
    "参加": True, "未参加": False, "享受": True, "未享受": False, "领取": True, "未领取": False,
    "愿意": True, "不愿意": False, "安全": True, "不安全": False, "通": True, "未通": False,
}  # fmt: skip
_DIGITS = frozenset(
    {"id_number", "bank_account", "contact_phone", "phone", "disability_certificate"}
)
_PHONES = frozenset({"contact_phone", "phone"})


def quoted(text: str) -> str:
    """A cell's text fit for a message: short, and numbers that may be personal masked."""
    short = plain.trimmed(text)
    short = _PERSONAL.sub(lambda match: mask(match[0], "id_number"), short)
    return short if len(short) <= 20 else f"{short[:19]}…"


def reader_of(fact: Fact) -> Reader:
    """Return the reader of a fact's column."""
    if fact.slug in _DIGITS:
        return _Kept(fact, _digits)
    if fact.slug == "name":
        return _Kept(fact, _name)
    kinds: dict[Kind, Callable[[Fact, Cell], Read]] = {
        Kind.FLAG: _flag, Kind.CHOICE: _choice, Kind.MULTI: _multi, Kind.MONEY: _hundredths,
        Kind.DECIMAL: _hundredths, Kind.COUNT: _count, Kind.DATE: _day,
    }  # fmt: skip
    return _Kept(fact, kinds.get(fact.kind, _text))


class _Kept:
    """Reads a text once and remembers; numbers are read each time."""

    __slots__ = ("fact", "known", "read")
    _MOST_KEPT = 20_000

    def __init__(self, fact: Fact, read: Callable[[Fact, Cell], Read]) -> None:
        self.fact, self.read = fact, read
        self.known: dict[str, Read] = {}

    def __call__(self, cell: Cell) -> Read:
        if type(cell) is not str:
            return self._other(cell)
        found = self.known.get(cell)
        if found is None:
            found = self.read(self.fact, cell)
            if len(self.known) < self._MOST_KEPT:
                self.known[cell] = found
        return found

    def _other(self, cell: Cell) -> Read:
        if cell is None:
            return NOTHING
        if isinstance(cell, ErrorValue):
            return self._said(staging.BROKEN_CELL, value=cell.text)
        if isinstance(cell, Formula) and cell.result is not None:
            result = self.read(self.fact, cell.result)
            if result.issue is not None or self.fact.kind is not Kind.TEXT:
                return result
            words = {"title": self.fact.title, "shown": quoted(shown(cell.result))}
            return Read(result.value, Issue(staging.FORMULA_RESULT, words))
        return self.read(self.fact, cell)

    def _said(self, rule: Rule, **words: str) -> Read:
        return Read(None, Issue(rule, {"title": self.fact.title, **words}))


def _wrong(fact: Fact, rule: Rule, cell: Cell, **words: str) -> Read:
    return Read(None, Issue(rule, {"title": fact.title, "value": quoted(shown(cell)), **words}))


def _noted(fact: Fact, value: Value, rule: Rule, cell: Cell, said: str) -> Read:
    if fact.protection is Protection.SEALED:
        said = mask(said, fact.slug)
    words = {"title": fact.title, "value": quoted(shown(cell)), "shown": said}
    return Read(value, Issue(rule, words))


def _text(fact: Fact, cell: Cell) -> Read:
    if isinstance(cell, Formula):
        words = {"title": fact.title}
        return Read(f"={cell.text}"[: _most(fact)], Issue(structure.FORMULA_AS_TEXT, words))
    written = shown(cell)
    text = plain.trimmed(written)
    if plain.is_nothing(text):
        return NOTHING
    if len(text) > _most(fact):
        return Read(
            None, Issue(structure.TOO_LONG, {"title": fact.title, "most": str(_most(fact))})
        )
    if text != written:
        return _noted(fact, text, structure.SPACES_OR_CASE, cell, quoted(text))
    return Read(text)


def _most(fact: Fact) -> int:
    return _LONGEST.get(fact.slug, _MOST)


def _name(fact: Fact, cell: Cell) -> Read:
    read = _text(fact, cell)
    if not isinstance(read.value, str) or " " not in read.value or read.value.isascii():
        return read
    # 张 三 is written so to fill the cell; a name in Latin letters keeps its blanks.
    joined = read.value.replace(" ", "")
    return _noted(fact, joined, structure.SPACES_OR_CASE, cell, joined)


def _digits(fact: Fact, cell: Cell) -> Read:
    if isinstance(cell, float | int) and not isinstance(cell, bool):
        if fact.slug == "id_number" or abs(cell) >= _EXACT:
            return Read(None, Issue(structure.ID_AS_NUMBER, {"title": fact.title}))
        return Read(shown(cell))
    if isinstance(cell, Formula):
        return _wrong(fact, structure.FORMULA, cell)
    written = shown(cell)
    text = plain.narrowed(written).upper().strip("'`")
    if fact.slug in _PHONES:
        text = text.replace("-", "")
    if plain.is_nothing(text):
        return NOTHING
    if len(text) > _MOST // 3:
        return Read(None, Issue(structure.TOO_LONG, {"title": fact.title, "most": "40"}))
    if text == written:
        return Read(text)
    wide = any("\uff01" <= letter <= "\uff5e" for letter in written)
    rule = structure.FULL_WIDTH if wide else structure.SPACES_OR_CASE
    return _noted(fact, text, rule, cell, text)


def _flag(fact: Fact, cell: Cell) -> Read:
    written = shown(cell)
    text = plain.narrowed(written).upper()
    if text in {"", "-", "/"}:
        return NOTHING
    if text in {"TRUE", "FALSE"}:
        return Read(text == "TRUE")
    value = _FLAGS.get(text)
    if value is None:
        return _wrong(fact, structure.UNKNOWN_CODE, cell, choices="是、否")
    if written in {"是", "否"}:
        return Read(value)
    return _noted(fact, value, staging.SPELLED_OTHERWISE, cell, "是" if value else "否")


def _table(fact: Fact) -> CodeTable:
    if fact.codes is None:
        raise TypeError(f"{fact.slug} has no code table")
    return fact.codes


def _choice(fact: Fact, cell: Cell) -> Read:
    written = shown(cell)
    code, exact = _code(fact, written)
    if code is None:
        return NOTHING if plain.is_nothing(written) else _unknown(fact, cell, written)
    if exact:
        return Read(code)
    return _noted(fact, code, staging.SPELLED_OTHERWISE, cell, _table(fact).title(code))


def _code(fact: Fact, written: str) -> tuple[str | None, bool]:
    """The code a text names, and whether it is the title as printed."""
    table = _table(fact)
    code = table.find_code(written)
    if code is not None:
        return code, table.title(code) == written
    text = plain.narrowed(written)
    for spelled in (text, plain.trimmed(written), text.replace("(", "（").replace(")", "）")):
        code = table.find_code(spelled)
        if code is not None:
            return code, False
    return None, False


def _unknown(fact: Fact, cell: Cell, written: str) -> Read:
    titles = list(_table(fact).titles.values())
    if len(titles) > _CHOICES_NAMED:
        near = difflib.get_close_matches(written[:40], titles, n=3, cutoff=0.3)
        titles = near or titles[:_CHOICES_NAMED]
        return _wrong(fact, structure.UNKNOWN_CODE, cell, choices="、".join(titles) + "等")
    return _wrong(fact, structure.UNKNOWN_CODE, cell, choices="、".join(titles))


def _multi(fact: Fact, cell: Cell) -> Read:
    written = shown(cell)
    parts = [part for part in _SEPARATORS.split(plain.trimmed(written)) if part]
    if not parts or (plain.is_nothing(written) and _code(fact, written)[0] is None):
        return NOTHING
    codes: list[str] = []
    exact = True
    whole, _ = _code(fact, written)
    for part in [written] if whole else parts:
        code, is_exact = _code(fact, part)
        if code is None:
            return _unknown(fact, cell, part)
        exact = exact and is_exact
        if code not in codes:
            codes.append(code)
    value = f",{','.join(sorted(codes))},"
    if exact:
        return Read(value)
    said = "、".join(_table(fact).title(code) for code in codes)
    return _noted(fact, value, staging.SPELLED_OTHERWISE, cell, said)


def _hundredths(fact: Fact, cell: Cell) -> Read:
    if isinstance(cell, float | int) and not isinstance(cell, bool):
        if abs(cell) >= _EXACT / 1000:
            return _wrong(fact, structure.OUT_OF_RANGE, cell)
        hundredths = cell * 100
        whole = round(hundredths)
        if abs(hundredths - whole) < 1e-4:
            return Read(whole)
        return _noted(fact, whole, structure.ROUNDED, cell, f"{whole / 100:.2f}")
    found = _number(fact, cell)
    if isinstance(found, Read):
        return found
    amount, is_plain = found
    if abs(amount) >= _EXACT // 1000:
        return _wrong(fact, structure.OUT_OF_RANGE, cell)
    whole = int((amount * 100).to_integral_value(ROUND_HALF_EVEN))
    if whole != amount * 100:
        return _noted(fact, whole, structure.ROUNDED, cell, f"{whole / 100:.2f}")
    if is_plain:
        return Read(whole)
    return _noted(fact, whole, structure.THOUSANDS, cell, f"{amount:f}")


def _number(fact: Fact, cell: Cell) -> Read | tuple[Decimal, bool]:
    """The number in a text cell and whether it is written plainly, or what is wrong with it."""
    if isinstance(cell, Formula):
        return _wrong(fact, structure.FORMULA, cell)
    written = shown(cell)
    if plain.is_nothing(written):
        return NOTHING
    amount = None if isinstance(cell, date | bool) else plain.number(written)
    if amount is None:
        return _wrong(fact, structure.NOT_A_NUMBER, cell)
    return amount, written.strip().replace(".", "", 1).removeprefix("-").isdecimal()


def _count(fact: Fact, cell: Cell) -> Read:
    if isinstance(cell, float | int) and not isinstance(cell, bool):
        amount, is_plain = Decimal(str(cell)), True
    else:
        text = shown(cell)
        for unit in ("个月", "月", "人", "年", "次", "岁"):
            text = text.removesuffix(unit)
        found = _number(fact, cell if text == shown(cell) else text)
        if isinstance(found, Read):
            return found
        amount, is_plain = found[0], found[1] and text == shown(cell)
    if amount != amount.to_integral_value() or abs(amount) >= 1_000_000:
        return _wrong(fact, structure.OUT_OF_RANGE, cell)
    if is_plain:
        return Read(int(amount))
    return _noted(fact, int(amount), structure.THOUSANDS, cell, str(int(amount)))


def _day(fact: Fact, cell: Cell) -> Read:
    if isinstance(cell, str) and plain.is_nothing(cell):
        return NOTHING
    found = plain.day(cell)
    return Read(found.isoformat()) if found else _wrong(fact, structure.NOT_A_DATE, cell)
