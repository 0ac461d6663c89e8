"""Facts: what policy may speak of. A fact knows its words, never its column.

Stored facts are also the fields of the registry: the roster's columns, the forms, the history
and the version tables are made from them, so a fact is described once.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jingzhun.grammar.codes import CodeTable
    from jingzhun.grammar.predicates import Predicate

Value = bool | int | str | None


class Subject(StrEnum):
    """What a fact is said of."""

    MEMBER = "member"
    HOUSEHOLD = "household"
    VILLAGE = "village"


class Kind(StrEnum):
    """How a value is kept, shown and filtered. The SPA has one cell per kind.

    TEXT str · COUNT int · FLAG bool · CHOICE code · MULTI codes as ``,01,04,`` · MONEY fen ·
    DECIMAL exact hundredths of the unit · DATE ISO day · PERCENT basis points.
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

    def __ge__(self, bound: int) -> Predicate:
        return _compare(self, "≥", bound)

    def __le__(self, bound: int) -> Predicate:
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
        from jingzhun.grammar.predicates import Known

        return Known(self)


def _compare(fact: Fact, operator: str, value: Value | tuple[str, ...]) -> Predicate:
    from jingzhun.grammar.predicates import Comparison

    return Comparison(fact, operator, value)
