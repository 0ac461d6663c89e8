"""What a figure reaches: declarations that name it, and records other packages tell of. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jingzhun.grammar.indicators import Indicator
from jingzhun.grammar.parameters import Parameter
from jingzhun.policy import CATALOGUE

if TYPE_CHECKING:
    from jingzhun.kit.unit import Unit


@dataclass(frozen=True)
class Effect:
    """One thing that reads the figure: `kind` is indicator, register, rule or a record's kind."""

    kind: str
    slug: str
    title: str


Telling = Callable[["Unit", "Parameter", int], list[Effect]]
_TELLINGS: list[Telling] = []


def register(telling: Telling) -> None:
    """Let a package above say which of its records a new figure of a year would change."""
    if telling not in _TELLINGS:
        _TELLINGS.append(telling)


def of(unit: Unit, parameter: Parameter, year: int) -> list[Effect]:
    """Everything that would read a new figure of this year."""
    told = [effect for telling in _TELLINGS for effect in telling(unit, parameter, year)]
    return [*declared(parameter), *told]


def declared(parameter: Parameter) -> list[Effect]:
    """Registers and indicators that are bounded by the parameter."""
    indicators = [
        Effect("indicator", one.slug, one.title)
        for one in CATALOGUE.indicators
        if parameter in _bounds(one)
    ]
    registers = [
        Effect("register", one.slug, one.title)
        for one in CATALOGUE.registers
        if parameter in one.where.parameters()
    ]
    return indicators + registers


def _bounds(indicator: Indicator) -> frozenset[Parameter]:
    bounds = indicator.numerator.where.parameters() | indicator.denominator.where.parameters()
    floor = indicator.at_least_percent
    return bounds | {floor} if isinstance(floor, Parameter) else bounds
