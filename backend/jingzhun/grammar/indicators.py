"""An indicator is one tally over another, with a floor where the document gives one.

Numerator and denominator are counted apart; whoever the record is too thin to judge is counted
apart from both. Where two sources must agree, the indicator says so until the second is loaded.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from jingzhun.grammar.clauses import Clause
from jingzhun.grammar.facts import Fact, Subject
from jingzhun.grammar.parameters import Figures, Parameter
from jingzhun.grammar.predicates import AllOf, Predicate
from jingzhun.grammar.registers import Register

_WHOLE_BP = 10_000


@dataclass(frozen=True, eq=False)
class Count:
    """How many subjects the predicate holds for."""

    of: Subject
    where: Predicate

    def sentence(self) -> str:
        """Say what is counted."""
        noun = {Subject.MEMBER: "人数", Subject.HOUSEHOLD: "户数", Subject.VILLAGE: "村数"}
        return f"{self.where.sentence()}的{noun[self.of]}"


@dataclass(frozen=True, eq=False)
class Sum:
    """The sum of a fact over the subjects the predicate holds for."""

    fact: Fact
    where: Predicate

    @property
    def of(self) -> Subject:
        """What the summed fact is said of."""
        return self.fact.subject

    def sentence(self) -> str:
        """Say what is summed."""
        return f"{self.where.sentence()}的户的{self.fact.title}合计"


Tally = Count | Sum


@dataclass(frozen=True, eq=False)
class Aside:
    """A tally shown beside the figure because it belongs in neither of its halves."""

    slug: str
    title: str
    tally: Tally


@dataclass(frozen=True, eq=False)
class Indicator:
    """`columns` are shown in the drill-down to who is missing; the floor may be a parameter (bp).

    `two_sources`: it counts only once a department's list agrees; till then "单一来源".
    """

    slug: str
    title: str
    numerator: Tally
    denominator: Tally
    columns: tuple[Fact, ...]
    clause: Clause
    owner: str
    at_least_percent: int | Parameter | None = None
    two_sources: bool = False
    beside: tuple[Aside, ...] = ()
    help: str = ""

    @property
    def of(self) -> Subject:
        """Whose rows the figure opens to."""
        return self.denominator.of

    @property
    def missing(self) -> Predicate:
        """Who is counted below the line but not above it, the unknown left out."""
        return self.denominator.where & ~self.numerator.where

    def sentence(self) -> str:
        """Return the definition in Chinese, shown beside the number."""
        above, below = self.numerator.where, self.denominator.where
        if isinstance(above, AllOf) and above.parts[0] == below:
            part = replace(self.numerator, where=AllOf(above.parts[1:]))
            return f"其中{part.sentence()} ÷ {self.denominator.sentence()}"
        return f"{self.numerator.sentence()} ÷ {self.denominator.sentence()}"

    def floor_bp(self, figures: Figures) -> int | None:
        """Return the floor in basis points, or None where no target is set."""
        if not isinstance(self.at_least_percent, Parameter):
            return None if self.at_least_percent is None else self.at_least_percent * 100
        figure = figures(self.at_least_percent)
        return figure if isinstance(figure, int) else None

    def problems(self) -> Iterator[str]:
        """Yield what is wrong with the declaration."""
        tallies = (self.numerator, self.denominator, *(aside.tally for aside in self.beside))
        for tally in tallies:
            for fact in tally.where.facts():
                if fact.subject is not self.of:
                    yield f"indicator {self.slug}: {fact.slug} is not about a {self.of}"
        for fact in self.columns:
            if fact.subject is not self.of:
                yield f"indicator {self.slug}: column {fact.slug} is not about a {self.of}"
        if type(self.numerator) is not type(self.denominator):
            yield f"indicator {self.slug}: a count over a sum is no rate"


def everyone(of: Register) -> Count:
    """Count a whole register."""
    return Count(of.of, of.where)


def those(of: Register, having: Predicate) -> Count:
    """Count the part of a register for whom something more holds."""
    return Count(of.of, of.where & having)


def rate_bp(numerator: int, denominator: int) -> int | None:
    """Return the rate in basis points rounded down, so that 99.999 % never reads 100 %."""
    return numerator * _WHOLE_BP // denominator if denominator else None


def is_met(numerator: int, denominator: int, floor_bp: int | None) -> bool | None:
    """Compare exactly; None where no target is set or nobody is concerned."""
    if floor_bp is None or denominator == 0:
        return None
    return numerator * _WHOLE_BP >= floor_bp * denominator


def shortfall(numerator: int, denominator: int, floor_bp: int | None) -> int:
    """Return how far below the floor a figure stands, for lists that show the worst first.

    In hundred-millionths of the whole; 0 where the floor is reached or nothing can be said.
    """
    if floor_bp is None or denominator == 0:
        return 0
    return max(0, floor_bp * _WHOLE_BP - numerator * _WHOLE_BP * _WHOLE_BP // denominator)
