"""A wrong declaration names itself, every fault at once."""

from dataclasses import replace

from jingzhun.grammar.clauses import Clause
from jingzhun.grammar.indicators import is_met, rate_bp, shortfall
from jingzhun.policy import CATALOGUE
from jingzhun.policy.indicators import pension_coverage
from jingzhun.policy.registers import elderly
from jingzhun.policy.vocabulary import derived
from jingzhun.policy.workflows import fund_plan


def test_a_state_nobody_can_reach_is_named() -> None:
    broken = replace(fund_plan, states={**fund_plan.states, "limbo": "悬置"})
    assert list(replace(CATALOGUE, workflows=(broken,)).problems()) == [
        "workflow fund-plan: limbo cannot be reached",
        "workflow fund-plan: limbo has no way out and is not final",
    ]


def test_a_role_that_may_not_is_named() -> None:
    roles = {role: frozenset[str]() for role in CATALOGUE.roles}
    problems = list(replace(CATALOGUE, roles=roles).problems())
    assert "fund-plan: finance takes check without fund-plans:check" in problems


def test_faults_come_together() -> None:
    stray = Clause("Z-9", "九", "无", "无此条款无此条款")
    broken = replace(elderly, clause=stray, columns=(derived.able_count, derived.able_count))
    problems = list(replace(CATALOGUE, registers=(broken, broken), indicators=()).problems())
    assert "slug elderly is declared twice" in problems
    assert "elderly: clause Z-9 is not declared" in problems
    assert "register elderly: able_count is not about a member" in problems
    assert "register elderly: a column stands twice" in problems


def test_a_mixed_indicator_is_named() -> None:
    household = replace(pension_coverage, columns=(derived.able_count,))
    assert list(household.problems()) == [
        "indicator pension-coverage: column able_count is not about a member"
    ]


def test_rates_never_round_up_to_the_floor() -> None:
    assert rate_bp(99_999, 100_000) == 9_999
    assert rate_bp(0, 0) is None
    assert is_met(99_999, 100_000, 10_000) is False
    assert is_met(93, 100, 9_300) is True
    assert is_met(929_999, 1_000_000, 9_300) is False
    assert is_met(5, 0, 9_300) is None
    assert is_met(5, 9, None) is None
    assert shortfall(1, 2, 10_000) > shortfall(2, 3, 10_000) > shortfall(1, 1, 10_000) == 0
