"""A register (册) is a standing list: every subject for whom a predicate holds. Never typed in."""

from collections.abc import Iterator
from dataclasses import dataclass

from jingzhun.grammar.clauses import Clause
from jingzhun.grammar.facts import Fact, Subject
from jingzhun.grammar.predicates import Predicate


@dataclass(frozen=True)
class Scope:
    """Among whom a register looks; `where` is None for everybody on record."""

    slug: str
    title: str
    where: Predicate | None = None


@dataclass(frozen=True, eq=False)
class Register:
    """`having` is what singles people out within the scope; `kept_by` are roles."""

    slug: str
    title: str
    of: Subject
    having: Predicate
    columns: tuple[Fact, ...]
    clause: Clause
    kept_by: tuple[str, ...]
    scope: Scope
    help: str = ""

    @property
    def where(self) -> Predicate:
        """The whole condition, scope included: what every list and count of it asks."""
        return self.having if self.scope.where is None else self.scope.where & self.having

    def sentence(self) -> str:
        """Return the definition in Chinese, as shown above the list."""
        return f"{self.scope.title}中，{self.having.sentence()}"

    def problems(self) -> Iterator[str]:
        """Yield what is wrong with the declaration."""
        for fact in {*self.where.facts(), *self.columns}:
            if fact.subject is not self.of:
                yield f"register {self.slug}: {fact.slug} is not about a {self.of}"
        if len(set(self.columns)) != len(self.columns):
            yield f"register {self.slug}: a column stands twice"
