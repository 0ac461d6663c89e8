"""Asks the data rules of a household as it would stand. Decides only what counts as new."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from jingzhun.grammar.facts import Subject, Value
from jingzhun.grammar.parameters import Figures, figures_of
from jingzhun.grammar.rules import Breach, Context, Judge, Severity
from jingzhun.households.errors import RulesBroken
from jingzhun.kit.errors import FieldError
from jingzhun.policy import derivation, rules, vocabulary


@dataclass(frozen=True)
class Fault:
    """A broken rule at one fact of the household or of a member."""

    rule: str
    severity: Severity
    slug: str
    member_id: str | None
    message: str


@cache
def _judge(subject: Subject) -> Judge:
    return rules.judge_of(subject, [fact.slug for fact in vocabulary.STORED])


def faults_of(
    household: Mapping[str, Value],
    members: Mapping[str, Mapping[str, Value]],
    at: date,
    figures: Figures | None = None,
) -> list[Fault]:
    """Judge a whole household on a day; values in clear, as `values.to_values` gives them.

    Without `figures` the declared ones hold.
    """
    record = dict(household)
    people = {member_id: dict(values) for member_id, values in members.items()}
    context = Context(at, figures or figures_of(at.year))
    derivation.complete(record, list(people.values()), context)
    found = [_fault(breach, None) for breach in _judge(Subject.HOUSEHOLD).judge(record, context)]
    for member_id, person in people.items():
        broken = _judge(Subject.MEMBER).judge(person, context)
        found += [_fault(breach, member_id) for breach in broken]
    return found


def _fault(breach: Breach, member_id: str | None) -> Fault:
    rule = breach.rule
    slug = rule.column.slug if rule.column else ""
    return Fault(rule.id, rule.severity, slug, member_id, breach.message)


def refuse_new_errors(
    before: Iterable[Fault], after: Iterable[Fault], pointer: Callable[[Fault], str]
) -> list[Fault]:
    """Refuse errors that were not there before; return the warnings that stand now.

    An old fault elsewhere in the record never hinders the correction of another.
    """
    old = {(fault.rule, fault.slug, fault.member_id) for fault in before}
    after = list(after)
    errors = [
        FieldError(pointer(fault), fault.rule, fault.message)
        for fault in after
        if fault.severity is Severity.ERROR and (fault.rule, fault.slug, fault.member_id) not in old
    ]
    if errors:
        raise RulesBroken(errors, count=len(errors))
    return [fault for fault in after if fault.severity is Severity.WARNING]
