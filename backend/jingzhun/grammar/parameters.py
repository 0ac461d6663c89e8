"""Figures the policy fixes for a year. A figure holds until a later one replaces it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jingzhun.grammar.clauses import Clause
    from jingzhun.grammar.facts import Kind


@dataclass(frozen=True)
class Figure:
    """One year's value: an integer (fen, basis points, count) or a split of weights."""

    year: int
    value: int | tuple[int, ...]
    basis: str


@dataclass(frozen=True)
class Parameter:
    """`figures` are the declared ones; orders entered in the system come after them."""

    slug: str
    title: str
    kind: Kind
    clause: Clause
    figures: tuple[Figure, ...]
    unit: str = ""
    parts: tuple[str, ...] = ()
    help: str = ""

    def in_force(self, year: int) -> Figure | None:
        """Return the latest declared figure not after `year`, or None before the first."""
        held = [figure for figure in self.figures if figure.year <= year]
        return max(held, key=lambda figure: figure.year) if held else None
