"""Predicates over facts.

A predicate has three readings, kept equal by a test: a sentence for people (`sentence`), a
verdict for one subject (`verdict`), and SQL (see `factbook`). A verdict may be None: the record
does not say. An unknown is never a yes.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass

from jingzhun.grammar.facts import Fact, Kind, Value
from jingzhun.grammar.parameters import Parameter

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
        """Judge one subject by its values; parameters are resolved beforehand (`factbook`)."""

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
            case "∈":
                assert isinstance(self.value, tuple)
                return known in self.value
            case "∋":
                return f",{self.value}," in str(known)
        assert isinstance(known, int)
        assert isinstance(self.value, int)
        return known >= self.value if self.operator == "≥" else known <= self.value

    def sentence(self) -> str:
        """Read the comparison aloud, with titles for codes."""
        if self.fact.kind is Kind.FLAG:
            return self.fact.title if self.value else f"未{self.fact.title}"
        if isinstance(self.value, Parameter):
            return f"{self.fact.title}{self.operator}{self.value.title}"
        if isinstance(self.value, tuple):
            return f"{self.fact.title}为" + "或".join(self._shown(one) for one in self.value)
        words = {"=": "为", "∋": "含"}
        verb = words.get(self.operator, self.operator)
        return f"{self.fact.title}{verb}{self._shown(self.value)}{self.fact.unit}"

    def _shown(self, value: Value) -> str:
        return self.fact.codes.title(str(value)) if self.fact.codes else str(value)


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

    def sentence(self) -> str:
        """Deny the part."""
        return f"不满足“{self.part.sentence()}”"
