"""Predicates over facts.

A predicate has three readings, kept equal by a test: a sentence for people (`sentence`), a
verdict for one subject (`verdict`), and SQL (see `factbook`). A verdict may be None: the record
does not say. An unknown is never a yes. Where a bound is a parameter, `resolved` puts the year's
figure in its place before a verdict or SQL is asked for.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, replace

from jingzhun.grammar.facts import Fact, Kind, Value, shown
from jingzhun.grammar.parameters import Figures, Parameter

Verdict = bool | None
Bound = Value | tuple[str, ...] | Parameter


class Predicate(ABC):
    """A statement about one subject: holds, does not hold, or is not known."""

    def __and__(self, other: Predicate) -> Predicate:
        return AllOf((self, other))

    def __or__(self, other: Predicate) -> Predicate:
        return AnyOf((self, other))

    def __invert__(self) -> Predicate:
        return Not(self)

    @abstractmethod
    def facts(self) -> frozenset[Fact]:
        """Every fact the predicate reads."""

    @abstractmethod
    def verdict(self, values: Mapping[str, Value]) -> Verdict:
        """Judge one subject by its values; parameters are resolved beforehand."""

    @abstractmethod
    def resolved(self, figures: Figures) -> Predicate:
        """Return the predicate with the figures in force; one not in force is unknown."""

    @abstractmethod
    def parameters(self) -> frozenset[Parameter]:
        """Every parameter the predicate is bounded by."""

    @abstractmethod
    def sentence(self) -> str:
        """The predicate in Chinese, as the definition shown beside a number."""


@dataclass(frozen=True)
class Comparison(Predicate):
    """`fact operator value`; operators: = ≥ ≤ ∈ (one of) ∋ (contains)."""

    fact: Fact
    operator: str
    value: Bound

    def facts(self) -> frozenset[Fact]:
        """The one fact compared."""
        return frozenset({self.fact})

    def verdict(self, values: Mapping[str, Value]) -> Verdict:
        """Compare; None where the value or the year's figure is not known."""
        known = values[self.fact.slug]
        if known is None or self.value is None:
            return None
        match self.operator:
            case "=":
                return known == self.value
            case "∈" if isinstance(self.value, tuple):
                return known in self.value
            case "∋":
                return f",{self.value}," in str(known)
        if not (isinstance(known, int) and isinstance(self.value, int)):
            raise TypeError(f"{self.fact.slug} {self.operator} {self.value!r} is not about numbers")
        return known >= self.value if self.operator == "≥" else known <= self.value

    def resolved(self, figures: Figures) -> Predicate:
        """Put the figure in force where a parameter stands."""
        if not isinstance(self.value, Parameter):
            return self
        figure = figures(self.value)
        if isinstance(figure, tuple):
            raise TypeError(f"{self.value.slug} is a split and bounds nothing")
        return replace(self, value=figure)

    def parameters(self) -> frozenset[Parameter]:
        """The bound, where it is a parameter."""
        return frozenset({self.value} if isinstance(self.value, Parameter) else ())

    def sentence(self) -> str:
        """Read the comparison aloud, with titles for codes."""
        if self.fact.kind is Kind.FLAG:
            return self.fact.title if self.value else f"非“{self.fact.title}”"
        if isinstance(self.value, Parameter):
            return f"{self.fact.title}{self.operator}{self.value.title}"
        if isinstance(self.value, tuple):
            return f"{self.fact.title}为" + "或".join(shown(self.fact, one) for one in self.value)
        words = {"=": "为", "∋": "含"}
        verb = words.get(self.operator, self.operator)
        return f"{self.fact.title}{verb}{shown(self.fact, self.value)}{self.fact.unit}"


@dataclass(frozen=True)
class Known(Predicate):
    """The record says something about the fact."""

    fact: Fact

    def facts(self) -> frozenset[Fact]:
        """The one fact asked after."""
        return frozenset({self.fact})

    def verdict(self, values: Mapping[str, Value]) -> Verdict:
        """Whether the value is there."""
        return values[self.fact.slug] is not None

    def resolved(self, figures: Figures) -> Predicate:
        """Stay as it is: nothing is bounded."""
        return self

    def parameters(self) -> frozenset[Parameter]:
        """None."""
        return frozenset()

    def sentence(self) -> str:
        """Say that the fact is on record."""
        return f"已登记{self.fact.title}"


@dataclass(frozen=True)
class AllOf(Predicate):
    """Every part holds."""

    parts: tuple[Predicate, ...]

    def facts(self) -> frozenset[Fact]:
        """Facts of all parts."""
        return frozenset().union(*(part.facts() for part in self.parts))

    def verdict(self, values: Mapping[str, Value]) -> Verdict:
        """No beats unknown, unknown beats yes."""
        verdicts = [part.verdict(values) for part in self.parts]
        if False in verdicts:
            return False
        return None if None in verdicts else True

    def resolved(self, figures: Figures) -> Predicate:
        """Resolve every part."""
        return AllOf(tuple(part.resolved(figures) for part in self.parts))

    def parameters(self) -> frozenset[Parameter]:
        """Parameters of all parts."""
        return frozenset().union(*(part.parameters() for part in self.parts))

    def sentence(self) -> str:
        """The parts joined by “and”."""
        return "，且".join(part.sentence() for part in self.parts)


@dataclass(frozen=True)
class AnyOf(Predicate):
    """At least one part holds."""

    parts: tuple[Predicate, ...]

    def facts(self) -> frozenset[Fact]:
        """Facts of all parts."""
        return frozenset().union(*(part.facts() for part in self.parts))

    def verdict(self, values: Mapping[str, Value]) -> Verdict:
        """Yes beats unknown, unknown beats no."""
        verdicts = [part.verdict(values) for part in self.parts]
        if True in verdicts:
            return True
        return None if None in verdicts else False

    def resolved(self, figures: Figures) -> Predicate:
        """Resolve every part."""
        return AnyOf(tuple(part.resolved(figures) for part in self.parts))

    def parameters(self) -> frozenset[Parameter]:
        """Parameters of all parts."""
        return frozenset().union(*(part.parameters() for part in self.parts))

    def sentence(self) -> str:
        """The parts joined by “or”."""
        return "（" + "，或".join(part.sentence() for part in self.parts) + "）"


@dataclass(frozen=True)
class Not(Predicate):
    """The part does not hold; unknown stays unknown."""

    part: Predicate

    def facts(self) -> frozenset[Fact]:
        """Facts of the part."""
        return self.part.facts()

    def verdict(self, values: Mapping[str, Value]) -> Verdict:
        """Turn the verdict round."""
        verdict = self.part.verdict(values)
        return None if verdict is None else not verdict

    def resolved(self, figures: Figures) -> Predicate:
        """Resolve the part."""
        return Not(self.part.resolved(figures))

    def parameters(self) -> frozenset[Parameter]:
        """Parameters of the part."""
        return self.part.parameters()

    def sentence(self) -> str:
        """Deny the part."""
        if isinstance(self.part, Known):
            return f"未登记{self.part.fact.title}"
        return f"不满足“{self.part.sentence()}”"
