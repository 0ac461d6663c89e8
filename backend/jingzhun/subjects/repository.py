"""Every statement over a declared register starts scoped to the actor's places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Label,
    RowMapping,
    Select,
    SQLColumnExpression,
    case,
    column,
    func,
    literal,
    or_,
    select,
)
from sqlalchemy.types import TypeEngine

from jingzhun.factbook import AsOf, FactBook, Root
from jingzhun.grammar.facts import Fact, Subject
from jingzhun.grammar.parameters import Figures, FigureValue, Parameter
from jingzhun.grammar.predicates import Predicate
from jingzhun.households.models import household
from jingzhun.kit.columns import narrowed, within
from jingzhun.kit.paging import Page
from jingzhun.kit.unit import Unit
from jingzhun.places.models import place
from jingzhun.policy.roles import Permission

Row = RowMapping
Condition = Predicate | ColumnElement[bool]


class SubjectRepository:
    """Rows of members or households for whom a predicate holds, as of a day."""

    def __init__(
        self, unit: Unit, book: FactBook, permission: Permission, as_of: AsOf, figures: Figures
    ) -> None:
        self._unit, self._book, self._as_of, self._figures = unit, book, as_of, figures
        self._paths = unit.actor.paths(permission)

    def _scoped(self, of: Subject, path: str | None) -> tuple[Root, list[ColumnElement[bool]]]:
        root = self._book.roots[of]
        scope = within(root.place_path, narrowed(self._paths, path))
        return root, [root.holds(self._as_of), scope]

    def _statement(
        self,
        of: Subject,
        where: Condition,
        columns: Sequence[Fact],
        path: str | None,
    ) -> Select[Any]:
        root, scoped = self._scoped(of, path)
        shown: list[Label[Any]] = [
            self._book.column(fact, self._as_of).label(fact.slug) for fact in columns
        ]
        opens = root.key if root.opens is None else root.opens
        return (
            select(root.key.label("id"), opens.label("household_id"), *shown)
            .select_from(root.rows)
            .where(*scoped, self.condition(where))
        )

    def condition(self, where: Condition) -> ColumnElement[bool]:
        """The predicate as SQL; a condition already in SQL stays as it is."""
        if isinstance(where, Predicate):
            return self._book.sql(where, self._as_of, self._figures)
        return where

    def figure(self, parameter: Parameter) -> FigureValue | None:
        """The figure in force in the year asked about."""
        return self._figures(parameter)

    def last_change(self) -> datetime | None:
        """The instant of the registry's last change."""
        statement = select(func.max(household.c.updated_at))
        last: datetime | None = self._unit.execute(statement).scalar_one()
        return last

    def page(
        self,
        of: Subject,
        where: Condition,
        columns: Sequence[Fact],
        path: str | None,
        page: Page,
        sort: Sequence[tuple[Fact, bool]],
    ) -> Sequence[Row]:
        """Return one page of rows, sorted by facts, then by place and key."""
        root = self._book.roots[of]
        order = []
        for fact, descending in sort:
            by = self._book.column(fact, self._as_of)
            order.append((by.desc() if descending else by.asc()).nulls_last())
        statement = self._statement(of, where, columns, path)
        statement = statement.order_by(*order, root.place_path, root.key)
        rows = self._unit.execute(statement.limit(page.size).offset(page.offset))
        return rows.mappings().all()

    def stream(
        self,
        of: Subject,
        where: Condition,
        columns: Sequence[Fact],
        path: str | None,
    ) -> Iterator[Row]:
        """Yield every row in order of place, a thousand at a time in memory."""
        root = self._book.roots[of]
        statement = self._statement(of, where, columns, path)
        statement = statement.order_by(root.place_path, root.key)
        result = self._unit.execute(statement.execution_options(yield_per=1000))
        yield from result.mappings()

    def count(self, of: Subject, where: Condition, path: str | None) -> int:
        """Return how many rows hold."""
        root, scoped = self._scoped(of, path)
        statement = select(func.count()).select_from(root.rows)
        statement = statement.where(*scoped, self.condition(where))
        return int(self._unit.execute(statement).scalar_one())

    def counting(self) -> Counting:
        """Open a count over every row, in which each fact is worked out once a row."""
        return Counting(self._book, self._as_of, self._figures)

    def tallies(
        self,
        of: Subject,
        counting: Counting,
        sums: Sequence[tuple[str, ColumnElement[int]]],
        path: str | None,
        *,
        by_village: bool = False,
    ) -> Sequence[Row]:
        """Sum the named expressions over every row in scope, in one pass, per village if asked.

        The facts stand in a materialised part of the statement: predicates repeat them freely,
        and a planner that copied them into each place would work them out as often.
        """
        root, scoped = self._scoped(of, path)
        facts: list[Label[Any]] = [
            self._book.column(one, self._as_of).label(one.slug) for one in counting.facts
        ]
        if by_village and root.village_id is None:
            raise TypeError(f"{of} is not counted by village")
        village = root.key if root.village_id is None else root.village_id
        rows = select(village.label("village_of_row"), *facts).select_from(root.rows)
        said = rows.where(*scoped).cte("said").prefix_with("MATERIALIZED")
        shown: list[Label[Any]] = [
            func.coalesce(func.sum(sum_), 0).label(name) for name, sum_ in sums
        ]
        if not by_village:
            return self._unit.execute(select(*shown).select_from(said)).mappings().all()
        grouped = (
            select(said.c.village_of_row.label("village_id"), *shown)
            .group_by(said.c.village_of_row)
            .subquery()
        )
        town = place.alias("town")
        statement = (
            select(grouped, place.c.name.label("village"), place.c.path, town.c.name.label("town"))
            .join_from(grouped, place, place.c.id == grouped.c.village_id)
            .join(town, town.c.id == place.c.parent_id)
            .order_by(place.c.path)
        )
        return self._unit.execute(statement).mappings().all()

    def is_unsaid(self, *wheres: Predicate) -> ColumnElement[bool]:
        """Where any of the predicates cannot be told."""
        return or_(*(self._book.sql(one, self._as_of, self._figures).is_(None) for one in wheres))


class Counting:
    """Expressions over facts by their names; remembers which facts are spoken of."""

    def __init__(self, book: FactBook, as_of: AsOf, figures: Figures) -> None:
        self._named = _NamedBook(book)
        self._as_of, self._figures = as_of, figures

    @property
    def facts(self) -> Sequence[Fact]:
        """The facts spoken of so far, each once."""
        return list(self._named.spoken)

    def holds(self, where: Predicate) -> ColumnElement[int]:
        """One where the predicate holds, else zero."""
        return case((self._named.sql(where, self._as_of, self._figures), 1), else_=0)

    def is_unsaid(self, *wheres: Predicate) -> ColumnElement[int]:
        """One where any of the predicates cannot be told, else zero."""
        told = [self._named.sql(one, self._as_of, self._figures).is_(None) for one in wheres]
        return case(*((condition, 1) for condition in told), else_=0)

    def amount(self, fact: Fact, where: Predicate) -> ColumnElement[int]:
        """The fact where the predicate holds, else zero."""
        condition = self._named.sql(where, self._as_of, self._figures)
        return case((condition, self._named.column(fact, self._as_of)), else_=literal(0))


class _NamedBook(FactBook):
    """Gives a fact as a column named after it, of the type its binding has."""

    def __init__(self, book: FactBook) -> None:
        super().__init__()
        self._book = book
        self.spoken: dict[Fact, SQLColumnExpression[Any]] = {}

    def column(self, fact: Fact, as_of: AsOf) -> SQLColumnExpression[Any]:
        """The column of that name."""
        if fact not in self.spoken:
            of: TypeEngine[Any] = self._book.column(fact, as_of).label(fact.slug).type
            self.spoken[fact] = column(fact.slug, of)
        return self.spoken[fact]
