"""Reads one cell into one fact's value; what was changed or is wrong becomes a rule with words.

Pure. A reader per column, made once; equal texts are read once. Blank cells say nothing.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any, NamedTuple

from jingzhun.grammar.codes import CodeTable
from jingzhun.grammar.facts import Fact, Kind, Protection, Value
from jingzhun.grammar.rules import Rule
from jingzhun.imports.reading.cells import Cell, ErrorValue, Formula, shown
from jingzhun.imports.reading.values import choices, dates, numbers, outcome, text
from jingzhun.imports.reading.values.outcome import Outcome
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
_LONGEST = {"remark": 500}
_MOST, _MOST_DIGITS = 120, 40
_CHOICES_NAMED = 8
_LINE = 20
_PERSONAL = re.compile(r"\d[\d*Xx]{6,}")
_NOTHING_SAID = frozenset({"", "-", "--", "—", "——", "/", "\\", "无"})
_DIGITS = frozenset(
    {"id_number", "bank_account", "contact_phone", "phone", "disability_certificate"}
)
_PHONES = frozenset({"contact_phone", "phone"})
_MU = dict.fromkeys(("亩", "平方米", "平米", "㎡", "m2", "公里", "千米", "km"), Decimal(1))
_MONTHS = numbers.unit_words("个月", "月", "人", "年", "次", "岁")

_NOTES: dict[str, Rule] = {
    outcome.SPACES: structure.SPACES_OR_CASE,
    outcome.UPPER_CASE: structure.SPACES_OR_CASE,
    outcome.HALF_WIDTH: structure.FULL_WIDTH,
    outcome.FORMULA_TEXT: structure.FORMULA_AS_TEXT,
    outcome.FORMULA_RESULT: staging.FORMULA_RESULT,
    outcome.PLAIN_NUMBER: structure.THOUSANDS,
    outcome.ROUNDED: structure.ROUNDED,
    outcome.AS_DAY: staging.SPELLED_OTHERWISE,
    outcome.SERIAL: staging.SPELLED_OTHERWISE,
    outcome.SPELLED_OTHERWISE: staging.SPELLED_OTHERWISE,
}
_ERRORS: dict[str, Rule] = {
    outcome.NUMBER_STORED: structure.ID_AS_NUMBER,
    outcome.SCIENTIFIC: structure.ID_AS_NUMBER,
    outcome.NOT_A_NUMBER: structure.NOT_A_NUMBER,
    outcome.NO_RESULT: structure.FORMULA,
    outcome.TOO_LARGE: structure.OUT_OF_RANGE,
    outcome.NOT_WHOLE: structure.OUT_OF_RANGE,
    outcome.NOT_A_DAY: structure.NOT_A_DATE,
    outcome.NO_SUCH_DAY: structure.NOT_A_DATE,
}


def quoted(cell: Cell) -> str:
    """A cell's text fit for a message: short, and numbers that may be personal masked."""
    short = " ".join(shown(cell).split())
    short = _PERSONAL.sub(lambda match: mask(match[0], "id_number"), short)
    return short if len(short) <= _LINE else f"{short[: _LINE - 1]}…"


def reader_of(fact: Fact) -> Reader:
    """Return the reader of a fact's column."""
    return _Reader(fact, _primitive(fact))


Primitive = Callable[[Cell], Outcome[Any]]


def _primitive(fact: Fact) -> Primitive:
    """The reading of a fact's kind of cell."""
    if fact.slug in _DIGITS:
        return _phone if fact.slug in _PHONES else text.identifier
    match fact.kind:
        case Kind.FLAG:
            return choices.flag
        case Kind.CHOICE | Kind.MULTI:
            options = choices.Options(table_of(fact).titles, table_of(fact).aliases)
            return _of_list(fact, options)
        case Kind.MONEY:
            return numbers.money
        case Kind.DECIMAL:
            return _hundredths
        case Kind.COUNT:
            return lambda cell: numbers.integer(cell, _MONTHS)
        case Kind.DATE:
            return _day
    return text.name if fact.slug == "name" else text.text


def table_of(fact: Fact) -> CodeTable:
    """The list a choice is made from."""
    if fact.codes is None:
        raise TypeError(f"{fact.slug} has no code table")
    return fact.codes


def _phone(cell: Cell) -> Outcome[str]:
    read = text.identifier(cell)
    if read.value is None or "-" not in read.value:
        return read
    return Outcome(read.value.replace("-", ""), outcome.SPACES)


def _of_list(fact: Fact, options: choices.Options) -> Primitive:
    if fact.kind is Kind.CHOICE:
        return lambda cell: choices.choice(cell, options)

    def several(cell: Cell) -> Outcome[str]:
        read = choices.choices(cell, options)
        if read.value is None:
            return Outcome(None, read.note, read.error)
        return Outcome(f",{','.join(sorted(read.value))},", read.note)

    return several


def _hundredths(cell: Cell) -> Outcome[int]:
    read = numbers.decimal(cell, 2, _MU)
    if read.value is None:
        return Outcome(None, read.note, read.error)
    return Outcome(int(read.value * 100), read.note)


def _day(cell: Cell) -> Outcome[str]:
    read = dates.day(cell)
    return Outcome(read.value.isoformat() if read.value else None, read.note, read.error)


def _is_plain_number(text: str) -> bool:
    digits = text.removesuffix("X")
    return 0 < len(text) <= _MOST_DIGITS and digits.isascii() and digits.isdigit()


def _is_plain_name(text: str) -> bool:
    return 1 < len(text) <= _LINE and min(text) >= "\u3400" and max(text) <= "\u9fff"


class _Reader:
    """Reads a text once and remembers; numbers and formulas are read each time."""

    __slots__ = ("_is_plain", "_known", "_read", "fact")
    _MOST_KEPT = 20_000

    def __init__(self, fact: Fact, read: Primitive) -> None:
        self.fact, self._read = fact, read
        self._is_plain: Callable[[str], bool] | None = None
        if fact.slug in _DIGITS:
            self._is_plain = _is_plain_number
        elif fact.slug == "name":
            self._is_plain = _is_plain_name
        self._known: dict[str, Read] = {}

    def __call__(self, cell: Cell) -> Read:
        if type(cell) is not str:
            return NOTHING if cell is None else self._said(cell)
        if self._is_plain is not None and self._is_plain(cell):
            # A hundred thousand names and numbers, each read once: nothing to remember of them.
            return Read(cell)
        found = self._known.get(cell)
        if found is None:
            found = self._said(cell)
            if len(self._known) < self._MOST_KEPT:
                self._known[cell] = found
        return found

    def _said(self, cell: Cell) -> Read:
        fact = self.fact
        if fact.slug == "id_number" and isinstance(cell, float | int):
            return Read(None, Issue(structure.ID_AS_NUMBER, {"title": fact.title}))
        read = self._read(cell)
        if read.error is not None:
            return self._wrong(read.error, cell)
        value = read.value
        if isinstance(value, str):
            if fact.kind is Kind.TEXT and value in _NOTHING_SAID:
                return NOTHING
            most = _MOST_DIGITS if fact.slug in _DIGITS else _LONGEST.get(fact.slug, _MOST)
            if len(value) > most:
                words = {"title": fact.title, "most": str(most)}
                return Read(None, Issue(structure.TOO_LONG, words))
        rule = _NOTES.get(read.note or "")
        if rule is None or value is None:
            return Read(value)
        return Read(value, Issue(rule, self._words(cell, self._shown(value))))

    def _wrong(self, error: str, cell: Cell) -> Read:
        fact = self.fact
        if isinstance(cell, ErrorValue):
            return Read(None, Issue(staging.BROKEN_CELL, self._words(cell)))
        if _plain(cell) in _NOTHING_SAID:
            return NOTHING
        rule = _ERRORS.get(error)
        if rule is not None:
            return Read(None, Issue(rule, self._words(cell)))
        words = self._words(cell)
        words["choices"] = "是、否" if fact.kind is Kind.FLAG else named(fact, shown(cell))
        return Read(None, Issue(structure.UNKNOWN_CODE, words))

    def _words(self, cell: Cell, said: str = "") -> dict[str, str]:
        written: Cell = f"={cell.text}" if isinstance(cell, Formula) else cell
        return {"title": self.fact.title, "value": quoted(written), "shown": said}

    def _shown(self, value: Any) -> str:
        fact = self.fact
        if fact.protection is Protection.SEALED:
            return mask(str(value), fact.slug)
        match fact.kind:
            case Kind.FLAG:
                return "是" if value else "否"
            case Kind.CHOICE | Kind.MULTI:
                codes = [code for code in str(value).split(",") if code]
                return "、".join(table_of(fact).title(code) for code in codes)
            case Kind.MONEY | Kind.DECIMAL:
                return f"{Decimal(value) / 100:f}"
        return quoted(str(value))


def _plain(cell: Cell) -> str:
    return shown(cell).strip() if isinstance(cell, str) else "?"


def named(fact: Fact, written: str) -> str:
    """The options that may have been meant, or the first of a long list."""
    titles = list(table_of(fact).titles.values())
    if len(titles) <= _CHOICES_NAMED:
        return "、".join(titles)
    near = difflib.get_close_matches(written[:40], titles, n=3, cutoff=0.3)
    return "、".join(near or titles[:_CHOICES_NAMED]) + "等"
