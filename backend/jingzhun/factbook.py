"""Where a fact of policy meets a column. The only translation from predicate to SQL.

Each package writes its bindings into the book; whoever asks a predicate by its policy name need
not know which. Holds no scope: who may see which rows is the asking repository's business.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    ColumnElement,
    Date,
    FromClause,
    Integer,
    SQLColumnExpression,
    String,
    and_,
    cast,
    literal,
    not_,
    null,
    or_,
    true,
)
from sqlalchemy.types import TypeEngine

from jingzhun.grammar.facts import Fact, Kind, Subject
from jingzhun.grammar.parameters import Figures
from jingzhun.grammar.predicates import AllOf, AnyOf, Comparison, Known, Not, Predicate

_TYPES: dict[Kind, TypeEngine[Any]] = {
    Kind.COUNT: Integer(),
    Kind.FLAG: Boolean(),
    Kind.MONEY: BigInteger(),
    Kind.DECIMAL: Integer(),
    Kind.PERCENT: Integer(),
    Kind.DATE: Date(),
}


@dataclass(frozen=True)
class AsOf:
    """The valid day asked about, and the instant of knowledge; None means now."""

    at: date
    known_at: datetime | None = None


Binding = Callable[[AsOf], SQLColumnExpression[Any]]


@dataclass(frozen=True)
class Root:
    """The rows a subject is read from, which of them hold as of a day, and where they belong.

    `opens` is the id of the household a row leads to; `village_id` the village it is counted in.
    """

    rows: FromClause
    holds: Callable[[AsOf], ColumnElement[bool]]
    key: SQLColumnExpression[str]
    place_path: SQLColumnExpression[str]
    opens: SQLColumnExpression[str] | None = None
    village_id: SQLColumnExpression[str] | None = None


@dataclass
class FactBook:
    """Bindings of facts; a word nobody bound is unknown, never no."""

    roots: dict[Subject, Root] = field(default_factory=dict)
    bindings: dict[Fact, Binding] = field(default_factory=dict)

    def root(self, subject: Subject, root: Root) -> None:
        """Say where a subject's rows are read; once per subject."""
        if subject in self.roots:
            raise ValueError(f"{subject} already has a root")
        self.roots[subject] = root

    def bind(self, fact: Fact, binding: Binding) -> None:
        """Say which expression gives a fact; once per fact."""
        if fact in self.bindings:
            raise ValueError(f"{fact.slug} is already bound")
        self.bindings[fact] = binding

    def unbound(self, facts: Iterable[Fact]) -> tuple[Fact, ...]:
        """Return the facts no package has bound; they read as unknown."""
        return tuple(fact for fact in facts if fact not in self.bindings)

    def column(self, fact: Fact, as_of: AsOf) -> SQLColumnExpression[Any]:
        """Return the fact as SQL, NULL of its own type where its package is not built."""
        binding = self.bindings.get(fact)
        if binding is None:
            return cast(null(), _TYPES.get(fact.kind, String()))
        return binding(as_of)

    def sql(self, predicate: Predicate, as_of: AsOf, figures: Figures) -> ColumnElement[bool]:
        """Return the predicate as SQL with three values; parameters by the figures in force."""
        return self._sql(predicate.resolved(figures), as_of)

    def _sql(self, predicate: Predicate, as_of: AsOf) -> ColumnElement[bool]:
        match predicate:
            case Comparison():
                return self._comparison(predicate, as_of)
            case Known(fact):
                return self.column(fact, as_of).is_not(None)
            case AllOf(parts):
                return and_(*(self._sql(part, as_of) for part in parts))
            case AnyOf(parts):
                return or_(*(self._sql(part, as_of) for part in parts))
            case Not(part):
                return not_(self._sql(part, as_of))
        raise TypeError(f"no SQL for {type(predicate).__name__}")

    def _comparison(self, comparison: Comparison, as_of: AsOf) -> ColumnElement[bool]:
        column, value = self.column(comparison.fact, as_of), comparison.value
        if value is None:
            return cast(null(), Boolean())
        match comparison.operator:
            case "≥":
                return column >= literal(value)
            case "≤":
                return column <= literal(value)
            case "∈" if isinstance(value, tuple):
                return column.in_(value)
            case "∋":
                return column.contains(f",{value},", autoescape=True)
        if isinstance(value, bool):
            # Not `IS TRUE`, which would turn the unknown into a no.
            return column == true() if value else not_(column == true())
        return column == literal(value)
