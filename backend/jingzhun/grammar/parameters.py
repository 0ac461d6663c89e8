"""Figures the policy fixes for a year. A figure holds until a later one replaces it.

Declared figures stand in the policy; orders entered in the system are revisions beside them. The
resolver here is pure: it takes the revisions as they are and reads no store.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jingzhun.grammar.facts import Kind

if TYPE_CHECKING:
    from jingzhun.grammar.clauses import Clause
    from jingzhun.grammar.codes import CodeTable

FigureValue = bool | int | str | tuple[int, ...]


@dataclass(frozen=True)
class Part:
    """One part of a split: a tier, for instance."""

    slug: str
    title: str


@dataclass(frozen=True)
class Figure:
    """One year's value with its legal basis; `verified` is False where no source was found.

    The value is fen, basis points or a count (int), a flag, a code, or weights by part.
    """

    year: int
    value: FigureValue
    basis: str
    verified: bool = True


@dataclass(frozen=True, eq=False)
class Parameter:
    """`figures` are the declared ones; orders entered in the system come after them."""

    slug: str
    title: str
    kind: Kind
    clause: Clause
    figures: tuple[Figure, ...]
    unit: str = ""
    parts: tuple[Part, ...] = ()
    codes: CodeTable | None = None
    help: str = ""

    def in_force(self, year: int) -> Figure | None:
        """Return the latest declared figure not after `year`, or None before the first."""
        return in_force(self, year)

    def accepts(self, value: object) -> bool:
        """Say whether `value` has the shape of this parameter: what an order may enter."""
        match self.kind:
            case Kind.SPLIT:
                return isinstance(value, tuple) and self._is_split(value)
            case Kind.FLAG:
                return isinstance(value, bool)
            case Kind.CHOICE:
                return self.codes is not None and value in self.codes.titles
        return isinstance(value, int) and not isinstance(value, bool) and value >= 0

    def _is_split(self, weights: tuple[object, ...]) -> bool:
        whole = all(isinstance(weight, int) and weight >= 0 for weight in weights)
        return whole and len(weights) == len(self.parts) and any(weights)

    def problems(self) -> Iterator[str]:
        """Yield what is wrong with the declaration."""
        years = [figure.year for figure in self.figures]
        if not years:
            yield f"parameter {self.slug}: has no figure"
        if len(set(years)) != len(years):
            yield f"parameter {self.slug}: a year is stated twice"
        for figure in self.figures:
            if not self.accepts(figure.value):
                yield f"parameter {self.slug}: {figure.year} is not a {self.kind} value"
            if not figure.basis:
                yield f"parameter {self.slug}: {figure.year} has no legal basis"


@dataclass(frozen=True)
class Revision:
    """A confirmed order that fixes a parameter's figure for a year. Later ones stand last."""

    parameter: str
    figure: Figure


Figures = Callable[[Parameter], FigureValue | None]


def in_force(parameter: Parameter, year: int, revisions: Iterable[Revision] = ()) -> Figure | None:
    """Return the figure that holds in `year`, or None before the first one.

    A revision replaces what was declared for its own year; of two for one year the last counts.
    """
    by_year = {figure.year: figure for figure in parameter.figures}
    for revision in revisions:
        if revision.parameter == parameter.slug:
            by_year[revision.figure.year] = revision.figure
    held = [held for held in by_year if held <= year]
    return by_year[max(held)] if held else None


def figures_of(year: int, revisions: Iterable[Revision] = ()) -> Figures:
    """Return the resolver of one year: parameter to value in force, None before the first."""
    orders = tuple(revisions)
    known: dict[Parameter, FigureValue | None] = {}

    def resolve(parameter: Parameter) -> FigureValue | None:
        if parameter not in known:
            figure = in_force(parameter, year, orders)
            known[parameter] = figure.value if figure else None
        return known[parameter]

    return resolve
