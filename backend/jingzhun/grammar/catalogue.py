"""Everything declared, checked as a whole. A wrong declaration stops the start, not a user."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jingzhun.grammar.clauses import Clause
from jingzhun.grammar.facts import Fact
from jingzhun.grammar.indicators import Indicator
from jingzhun.grammar.parameters import Parameter
from jingzhun.grammar.quotas import Quota
from jingzhun.grammar.registers import Register
from jingzhun.grammar.rules import Rule
from jingzhun.grammar.workflows import Workflow


@dataclass(frozen=True)
class Catalogue:
    """All declarations of one policy; `roles` maps a role to the permissions it holds."""

    facts: tuple[Fact, ...]
    clauses: tuple[Clause, ...]
    parameters: tuple[Parameter, ...]
    rules: tuple[Rule, ...]
    registers: tuple[Register, ...]
    indicators: tuple[Indicator, ...]
    quotas: tuple[Quota, ...]
    workflows: tuple[Workflow, ...]
    roles: dict[str, frozenset[str]]

    def find_register(self, slug: str) -> Register | None:
        """Return the register of that slug, or None."""
        return next((one for one in self.registers if one.slug == slug), None)

    def find_indicator(self, slug: str) -> Indicator | None:
        """Return the indicator of that slug, or None."""
        return next((one for one in self.indicators if one.slug == slug), None)

    def find_parameter(self, slug: str) -> Parameter | None:
        """Return the parameter of that slug, or None."""
        return next((one for one in self.parameters if one.slug == slug), None)

    def find_workflow(self, slug: str) -> Workflow | None:
        """Return the workflow of that slug, or None."""
        return next((one for one in self.workflows if one.slug == slug), None)

    def problems(self) -> Iterator[str]:
        """Yield every fault at once, each naming the declaration to fix."""
        yield from self._repeated()
        for kind in (
            self.parameters, self.rules, self.registers,
            self.indicators, self.quotas, self.workflows,
        ):  # fmt: skip
            for declaration in kind:
                yield from declaration.problems()
        yield from self._unknown_clauses()
        yield from self._unknown_facts()
        yield from self._unknown_parameters()
        yield from self._unknown_roles()

    def _repeated(self) -> Iterator[str]:
        for kind in (
            self.parameters, self.registers, self.indicators, self.quotas, self.workflows
        ):  # fmt: skip
            yield from _twice("slug", (one.slug for one in kind))
        yield from _twice("fact", (f"{fact.subject} {fact.slug}" for fact in self.facts))
        yield from _twice("clause", (clause.ref for clause in self.clauses))
        yield from _twice("rule", (_address(rule) for rule in self.rules))

    def _unknown_clauses(self) -> Iterator[str]:
        declared = set(self.clauses)
        for kind in (self.parameters, self.registers, self.indicators, self.quotas):
            for one in kind:
                if one.clause not in declared:
                    yield f"{one.slug}: clause {one.clause.ref} is not declared"
        for workflow in self.workflows:
            for clause in workflow.clauses:
                if clause not in declared:
                    yield f"{workflow.slug}: clause {clause.ref} is not declared"

    def _unknown_facts(self) -> Iterator[str]:
        declared = set(self.facts)
        for register in self.registers:
            for fact in {*register.where.facts(), *register.columns} - declared:
                yield f"{register.slug}: fact {fact.slug} is not in the vocabulary"
        for indicator in self.indicators:
            for tally in (indicator.numerator, indicator.denominator):
                for fact in tally.where.facts() - declared:
                    yield f"{indicator.slug}: fact {fact.slug} is not in the vocabulary"

    def _unknown_parameters(self) -> Iterator[str]:
        declared = set(self.parameters)
        for slug, predicate in (
            *((one.slug, one.where) for one in self.registers),
            *((one.slug, one.numerator.where) for one in self.indicators),
            *((one.slug, one.denominator.where) for one in self.indicators),
        ):
            for parameter in predicate.parameters() - declared:
                yield f"{slug}: parameter {parameter.slug} is not declared"

    def _unknown_roles(self) -> Iterator[str]:
        for register in self.registers:
            for role in set(register.kept_by) - set(self.roles):
                yield f"{register.slug}: role {role} is not declared"
        for workflow in self.workflows:
            for step in workflow.steps:
                for role in step.roles:
                    if step.needs not in self.roles.get(role, frozenset()):
                        yield f"{workflow.slug}: {role} takes {step.action} without {step.needs}"


def _address(rule: Rule) -> str:
    return f"{rule.id} at {rule.column.slug if rule.column else 'no column'}"


def _twice(noun: str, names: Iterable[str]) -> Iterator[str]:
    for name, times in Counter(names).items():
        if times > 1:
            yield f"{noun} {name} is declared twice"
