"""Where a fact of policy meets a column. The only translation from predicate to SQL."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, FromClause, SQLColumnExpression, and_, literal, not_, null, or_

from jingzhun.grammar.facts import Fact, Subject
from jingzhun.grammar.parameters import Figures, Parameter
from jingzhun.grammar.predicates import AllOf, AnyOf, Comparison, Known, Not, Predicate


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

    def column(self, fact: Fact, as_of: AsOf) -> SQLColumnExpression[Any]:
        """The fact as SQL, NULL where its package is not built."""
        binding = self.bindings.get(fact)
        return null() if binding is None else binding(as_of)

    def sql(self, predicate: Predicate, as_of: AsOf, figures: Figures) -> ColumnElement[bool]:
        """The predicate as SQL with three values."""
        match predicate:
            case Comparison():
                return self._comparison(predicate, as_of, figures)
            case Known(fact):
                return self.column(fact, as_of).is_not(None)
            case AllOf(parts):
                return and_(*(self.sql(part, as_of, figures) for part in parts))
            case AnyOf(parts):
                return or_(*(self.sql(part, as_of, figures) for part in parts))
            case Not(part):
                return not_(self.sql(part, as_of, figures))
        raise TypeError(f"no SQL for {type(predicate).__name__}")

    def _comparison(
        self, comparison: Comparison, as_of: AsOf, figures: Figures
    ) -> ColumnElement[bool]:
        column, value = self.column(comparison.fact, as_of), comparison.value
        if isinstance(value, Parameter):
            value = figures(value)
        match comparison.operator:
            case "≥":
                return column >= literal(value)
            case "≤":
                return column <= literal(value)
            case "∈":
                assert isinstance(value, tuple)
                return column.in_(value)
            case "∋":
                return column.like(f"%,{value},%")
        return column.is_(value) if isinstance(value, bool) else column == literal(value)
