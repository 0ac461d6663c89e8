"""Data rules: what may not, or should not, stand in a record together.

A rule is asked of one record (a mapping of fact slugs to values) on one day. It answers only when
something is wrong, with words for its message; what the record does not say breaks no rule. A rule
without a check is one only the reader of a file, or a look across many records, can find; its id,
severity and words stand here all the same, so that they are written once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jingzhun.grammar.facts import Fact, Subject, Value, shown
from jingzhun.grammar.parameters import Figures

Record = Mapping[str, Value]


class Severity(StrEnum):
    """ERROR holds a household back, WARNING does not, NORMALISED says what was read how."""

    ERROR = "error"
    WARNING = "warning"
    NORMALISED = "normalised"


@dataclass(frozen=True)
class Context:
    """The day a record speaks of, and the figures in force in its year."""

    at: date
    figures: Figures


Broken = bool | Mapping[str, str] | None
Check = Callable[[Record, Context], Broken]


@dataclass(frozen=True, eq=False)
class Rule:
    """`column` is the fact a clerk would correct; `says` may name facts and extra words in braces.

    `when` is a fact without which the rule cannot be broken: it spares the call.
    """

    id: str
    of: Subject
    severity: Severity
    title: str
    says: str
    source: str
    column: Fact | None = None
    check: Check | None = None
    when: Fact | None = None

    def message(self, facts: Mapping[str, Fact], record: Record, **words: str) -> str:
        """Say what is wrong and what to do, in Chinese, without any value in clear."""
        return self.says.format_map(_Words(facts, record, words))

    def problems(self) -> Iterator[str]:
        """Yield what is wrong with the declaration."""
        for fact in (self.column, self.when):
            if fact is not None and fact.subject is not self.of:
                yield f"rule {self.id}: {fact.slug} is not about a {self.of}"
        if self.check is not None and self.column is None:
            yield f"rule {self.id}: a checked rule needs a column to stand at"


@dataclass(frozen=True)
class Breach:
    """One rule broken by one record."""

    rule: Rule
    message: str


class Judge:
    """The rules that can be asked of records with the given columns, ready to run in bulk."""

    def __init__(
        self, rules: Iterable[Rule], facts: Iterable[Fact], of: Subject, columns: Iterable[str]
    ) -> None:
        """Keep the rules on `of` that stand at one of `columns`: the stored facts records have.

        Every record must hold the derived facts too.
        """
        self._facts = {fact.slug: fact for fact in facts if fact.subject is of}
        present = frozenset(columns)
        grouped: dict[str, list[tuple[Check, Rule]]] = {}
        self._always: list[tuple[Check, Rule]] = []
        for rule in rules:
            if rule.of is not of or rule.check is None or rule.column is None:
                continue
            asked = [fact for fact in (rule.column, rule.when) if fact and fact.is_stored]
            if not present.issuperset(fact.slug for fact in asked):
                continue
            group = grouped.setdefault(rule.when.slug, []) if rule.when else self._always
            group.append((rule.check, rule))
        self._guarded = tuple(grouped.items())

    def judge(
        self, record: Record, context: Context, unread: frozenset[str] = frozenset()
    ) -> list[Breach]:
        """Return every broken rule; `unread` are the facts whose cell could not be read."""
        broken = [
            (rule, words) for check, rule in self._always if (words := check(record, context))
        ]
        for slug, group in self._guarded:
            if record[slug] is not None:
                broken += [
                    (rule, words) for check, rule in group if (words := check(record, context))
                ]
        return [
            Breach(rule, rule.message(self._facts, record, **({} if words is True else words)))
            for rule, words in broken
            if rule.column is None or rule.column.slug not in unread
        ]


class _Words(dict[str, str]):
    """Extra words first, then the record's own values as a person reads them."""

    def __init__(self, facts: Mapping[str, Fact], record: Record, words: Mapping[str, str]) -> None:
        super().__init__(words)
        self._facts, self._record = facts, record

    def __missing__(self, slug: str) -> str:
        fact = self._facts.get(slug)
        return "" if fact is None else shown(fact, self._record.get(slug))
