"""Facts: what policy may speak of. A fact knows its words, never its column.

Stored facts are also the fields of the registry: the roster's columns, the forms, the history
and the version tables are made from them, so a fact is described once.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from jingzhun.kit.masks import mask

if TYPE_CHECKING:
    from jingzhun.grammar.codes import CodeTable
    from jingzhun.grammar.parameters import Parameter
    from jingzhun.grammar.predicates import Bound, Predicate

Value = bool | int | str | None


class Subject(StrEnum):
    """What a fact is said of."""

    MEMBER = "member"
    HOUSEHOLD = "household"
    VILLAGE = "village"


class Kind(StrEnum):
    """How a value is kept, shown and filtered. The SPA has one cell per kind.

    TEXT str · COUNT int · FLAG bool · CHOICE code · MULTI codes as ``,01,04,`` · MONEY fen ·
    DECIMAL exact hundredths of the unit · DATE ISO day · PERCENT basis points · SPLIT weights by
    part (parameters only).
    """

    TEXT = "text"
    COUNT = "count"
    FLAG = "flag"
    CHOICE = "choice"
    MULTI = "multi"
    MONEY = "money"
    DECIMAL = "decimal"
    DATE = "date"
    PERCENT = "percent"
    SPLIT = "split"


class Protection(StrEnum):
    """OPEN: anyone in scope. PERSONAL: shown in scope, never logged. SEALED: encrypted, masked."""

    OPEN = "open"
    PERSONAL = "personal"
    SEALED = "sealed"


class Section(StrEnum):
    """Where a stored fact is kept and under which heading a form shows it."""

    HOUSEHOLD = "household"
    MEMBER = "member"
    LIVING = "living"
    INCOME = "income"
    DERIVED = "derived"


@dataclass(frozen=True, eq=False)
class Fact:
    """`official` is the national system's field code (AAB…), `aliases` other column headings."""

    slug: str
    title: str
    subject: Subject
    kind: Kind
    section: Section = Section.DERIVED
    unit: str = ""
    codes: CodeTable | None = None
    protection: Protection = Protection.OPEN
    official: str = ""
    aliases: tuple[str, ...] = ()
    required: bool = False
    help: str = ""

    @property
    def is_stored(self) -> bool:
        """Whether the registry keeps this fact as entered rather than deriving it."""
        return self.section is not Section.DERIVED

    def __ge__(self, bound: int | Parameter) -> Predicate:
        return _compare(self, "≥", bound)

    def __le__(self, bound: int | Parameter) -> Predicate:
        return _compare(self, "≤", bound)

    def equals(self, value: Value) -> Predicate:
        """Hold where the value is exactly `value`; unknown stays unknown."""
        return _compare(self, "=", value)

    def is_one_of(self, *values: str) -> Predicate:
        """Hold where the code is one of `values`."""
        return _compare(self, "∈", values)

    def includes(self, code: str) -> Predicate:
        """Hold where a MULTI fact contains `code`."""
        if self.kind is not Kind.MULTI:
            raise TypeError(f"{self.slug} is not a multiple choice")
        return _compare(self, "∋", code)

    @property
    def holds(self) -> Predicate:
        """The flag read as a statement."""
        if self.kind is not Kind.FLAG:
            raise TypeError(f"{self.slug} is not a flag")
        return _compare(self, "=", value=True)

    @property
    def is_known(self) -> Predicate:
        """Hold where the record says anything at all; never itself unknown."""
        from jingzhun.grammar.predicates import Known  # noqa: PLC0415

        return Known(self)


def _compare(fact: Fact, operator: str, value: Bound) -> Predicate:
    # Predicates are made of facts, so they can only be reached once both modules are loaded.
    from jingzhun.grammar.predicates import Comparison  # noqa: PLC0415

    return Comparison(fact, operator, value)


def shown(fact: Fact, value: Value) -> str:
    """Return a value as a person reads it: titles for codes, yuan for fen, sealed ones masked."""
    if value is None:
        return "空"
    if fact.protection is Protection.SEALED:
        return mask(str(value), fact.slug)
    return _plain(fact, value)


def _plain(fact: Fact, value: bool | int | str) -> str:
    match fact.kind:
        case Kind.FLAG:
            return "是" if value else "否"
        case Kind.CHOICE if fact.codes:
            return fact.codes.title(str(value))
        case Kind.MULTI if fact.codes:
            return "、".join(fact.codes.title(code) for code in str(value).strip(",").split(","))
        case Kind.MONEY | Kind.DECIMAL | Kind.PERCENT:
            return hundredths(int(value))
    return str(value)


def hundredths(value: int) -> str:
    """Return fen as yuan, basis points as percent: a whole with at most two decimals."""
    whole, rest = divmod(abs(value), 100)
    tail = f".{rest:02d}".rstrip("0").rstrip(".")
    return f"{'-' if value < 0 else ''}{whole}{tail}"
