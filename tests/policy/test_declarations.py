"""The policy as a whole: well-formed, complete for its issue, printed as it is declared."""

import json
from pathlib import Path

import pytest

from jingzhun.grammar.indicators import Indicator
from jingzhun.grammar.parameters import Parameter, figures_of
from jingzhun.policy import CATALOGUE, clauses, parameters, vocabulary, workflows
from jingzhun.policy.printed import as_document, as_markdown
from jingzhun.policy.roles import Role

ROOT = Path(__file__).parents[2]


def test_policy_is_well_formed() -> None:
    assert list(CATALOGUE.problems()) == []


def test_slugs_are_unique_over_all_facts() -> None:
    slugs = [fact.slug for fact in vocabulary.ALL]
    assert len(slugs) == len(set(slugs))


def test_the_registers_asked_for_are_there() -> None:
    assert {
        "labour", "working-away", "unemployed", "destitute", "disabled",
        "partial-loss-without-certificate", "left-behind-children", "left-behind-women",
        "left-behind-elderly", "elderly", "illness-caused", "students", "loan-intent",
    } <= {register.slug for register in CATALOGUE.registers}  # fmt: skip


@pytest.mark.parametrize(
    ("slug", "floor_bp", "two_sources"),
    [
        ("pension-coverage", 10_000, True),
        ("medical-insurance", 10_000, True),
        ("compulsory-schooling", 9_300, True),
        ("allowance-for-the-unable", 10_000, True),
        ("no-labour-covered", 10_000, True),
        ("income-above-line", 10_000, False),
        ("data-completeness", None, False),
    ],
)
def test_the_indicators_asked_for(slug: str, floor_bp: int | None, two_sources: bool) -> None:
    indicator = CATALOGUE.find_indicator(slug)
    assert isinstance(indicator, Indicator)
    assert indicator.floor_bp(figures_of(2018)) == floor_bp
    assert indicator.two_sources is two_sources


@pytest.mark.parametrize(
    ("parameter", "year", "value"),
    [
        (parameters.fund_per_head, 2016, 2_000_000),
        (parameters.fund_per_head, 2026, 2_000_000),
        (parameters.fund_split, 2018, (60, 30, 5, 5)),
        (parameters.exit_line, 2017, None),
        (parameters.exit_line, 2018, 736_500),
        (parameters.identification_line, 2018, 400_000),
        (parameters.schooling_floor, 2018, 9_300),
        (parameters.residual_aid_floor, 2018, 7_500),
        (parameters.pension_due_age, 2018, 60),
        (parameters.weak_labour_counts, 2018, False),
    ],
)
def test_figures_in_force(parameter: Parameter, year: int, value: object) -> None:
    assert figures_of(year)(parameter) == value


def test_tiers_of_one_persons_standard() -> None:
    assert [part.title for part in parameters.fund_split.parts] == ["省", "帮扶市", "地级市", "区"]
    assert not [
        figure.basis
        for parameter in CATALOGUE.parameters
        for figure in parameter.figures
        if figure.verified and figure.basis == parameters.UNVERIFIED
    ]


def test_three_persons_stand_behind_a_plan() -> None:
    plan = workflows.fund_plan
    check, decide = plan.find_step("computed", "check"), plan.find_step("checked", "decide")
    assert check is not None
    assert decide is not None
    assert set(check.not_same_as) == {"make", "revise"}
    assert set(decide.not_same_as) == {"make", "revise", "check"}
    assert decide.document_number_required
    assert plan.find_step("decided", "make") is None
    assert [step.action for step in plan.steps_from("computed", [Role.FINANCE])] == [
        "check", "return",
    ]  # fmt: skip


def test_the_printed_policy_names_only_declared_clauses() -> None:
    printed = json.loads(json.dumps(as_document(CATALOGUE), ensure_ascii=False))
    refs = {clause["ref"] for clause in printed["clauses"]}
    assert refs == {clause.ref for clause in clauses.ALL}
    for noun in ("parameters", "registers", "indicators", "quotas", "workflows"):
        assert printed[noun], noun
        for one in printed[noun]:
            assert one["clause_refs"]
            assert set(one["clause_refs"]) <= refs


def test_the_table_of_clauses_is_fresh() -> None:
    page = (ROOT / "docs" / "policy.md").read_text(encoding="utf-8")
    assert page == as_markdown(CATALOGUE), "run `make gen`"
