"""The policy as one JSON document: what `jingzhun policy --json` prints."""

from collections.abc import Iterable
from typing import Any

from jingzhun.grammar.catalogue import Catalogue
from jingzhun.grammar.clauses import Clause
from jingzhun.grammar.facts import Fact
from jingzhun.grammar.indicators import Indicator
from jingzhun.grammar.parameters import Parameter
from jingzhun.grammar.quotas import Quota
from jingzhun.grammar.registers import Register
from jingzhun.grammar.rules import Rule
from jingzhun.grammar.workflows import Workflow
from jingzhun.policy.promises import PROMISES
from jingzhun.policy.roles import POSTS

Json = dict[str, Any]


def as_document(catalogue: Catalogue) -> Json:
    """Return the whole policy as plain JSON values; every declaration names its clauses."""
    return {
        "document": "湛开办〔2018〕84号",
        "clauses": [_clause(clause) for clause in catalogue.clauses],
        "parameters": [_parameter(one) for one in catalogue.parameters],
        "registers": [_register(one) for one in catalogue.registers],
        "indicators": [_indicator(one) for one in catalogue.indicators],
        "quotas": [_quota(one) for one in catalogue.quotas],
        "workflows": [_workflow(one) for one in catalogue.workflows],
        "rules": [_rule(rule) for rule in catalogue.rules],
        "roles": [
            {
                "role": role.value,
                "title": post.title,
                "levels": [level.value for level in post.levels],
                "permissions": sorted(permission.value for permission in post.permissions),
            }
            for role, post in POSTS.items()
        ],
    }


def _clause(clause: Clause) -> Json:
    promise = PROMISES[clause.ref]
    return {
        "ref": clause.ref,
        "number": clause.number,
        "title": clause.title,
        "quote": clause.quote,
        "kind": promise.kind,
        "owner": promise.owner,
        "indicator": promise.indicator,
        "target": promise.target,
        "frequency": promise.frequency,
    }


def _parameter(parameter: Parameter) -> Json:
    return {
        "slug": parameter.slug,
        "title": parameter.title,
        "kind": parameter.kind.value,
        "unit": parameter.unit,
        "parts": [{"slug": part.slug, "title": part.title} for part in parameter.parts],
        "choices": dict(parameter.codes.titles) if parameter.codes else {},
        "figures": [
            {
                "year": figure.year,
                "value": list(figure.value) if isinstance(figure.value, tuple) else figure.value,
                "basis": figure.basis,
                "verified": figure.verified,
            }
            for figure in parameter.figures
        ],
        "help": parameter.help,
        "clause_refs": [parameter.clause.ref],
    }


def _columns(facts: Iterable[Fact]) -> list[Json]:
    return [{"slug": fact.slug, "title": fact.title, "kind": fact.kind.value} for fact in facts]


def _register(register: Register) -> Json:
    return {
        "slug": register.slug,
        "title": register.title,
        "of": register.of.value,
        "scope": register.scope.slug,
        "definition": register.sentence(),
        "columns": _columns(register.columns),
        "kept_by": [str(role) for role in register.kept_by],
        "help": register.help,
        "clause_refs": [register.clause.ref],
    }


def _indicator(indicator: Indicator) -> Json:
    floor = indicator.at_least_percent
    return {
        "slug": indicator.slug,
        "title": indicator.title,
        "of": indicator.of.value,
        "definition": indicator.sentence(),
        "numerator": indicator.numerator.sentence(),
        "denominator": indicator.denominator.sentence(),
        "at_least_percent": floor if isinstance(floor, int) else None,
        "floor_parameter": floor.slug if isinstance(floor, Parameter) else None,
        "two_sources": indicator.two_sources,
        "beside": [
            {"slug": aside.slug, "title": aside.title, "definition": aside.tally.sentence()}
            for aside in indicator.beside
        ],
        "owner": indicator.owner,
        "target": PROMISES[indicator.clause.ref].target,
        "help": indicator.help,
        "clause_refs": [indicator.clause.ref],
    }


def _quota(quota: Quota) -> Json:
    return {
        "slug": quota.slug,
        "title": quota.title,
        "at_least": quota.at_least,
        "unit": quota.unit,
        "period": quota.period.value,
        "each": quota.each,
        "definition": quota.sentence(),
        "owner": quota.owner,
        "clause_refs": [quota.clause.ref],
    }


def _workflow(workflow: Workflow) -> Json:
    return {
        "slug": workflow.slug,
        "title": workflow.title,
        "states": dict(workflow.states),
        "initial": workflow.opening.target,
        "final": sorted(workflow.final),
        "steps": [
            {
                "action": step.action,
                "title": step.title,
                "source": step.source or None,
                "target": step.target,
                "roles": [str(role) for role in step.roles],
                "needs": str(step.needs),
                "note_required": step.note_required,
                "document_number_required": step.document_number_required,
                "scan_required": step.scan_required,
                "not_same_as": list(step.not_same_as),
                "paper": step.paper or None,
            }
            for step in workflow.steps
        ],
        "clause_refs": [clause.ref for clause in workflow.clauses],
    }


def _rule(rule: Rule) -> Json:
    return {
        "id": rule.id,
        "of": rule.of.value,
        "severity": rule.severity.value,
        "title": rule.title,
        "column": rule.column.title if rule.column else None,
        "source": rule.source,
    }
