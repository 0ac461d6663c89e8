"""The one service refuses every step that is not declared, and keeps every one it takes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from jingzhun.kit.actor import Actor
from jingzhun.kit.errors import FieldError, NotPermitted
from jingzhun.policy.roles import Role
from jingzhun.policy.workflows import fund_plan
from jingzhun.web.context import Context
from jingzhun.workflows import service
from jingzhun.workflows.errors import ConditionsUnmet, StepNotPossible, StepOfAnotherRole
from jingzhun.workflows.service import Papers, Record
from tests.callers import DISTRICT, client, person

POSTS = (Role.POVERTY_OFFICE, Role.FINANCE, Role.LEADER_OFFICE)
PLAN = Record("fund-plan", "plan-1", DISTRICT, "测试方案", "")


def take(
    context: Context, actor: Actor, state: str, action: str, papers: Papers | None = None
) -> None:
    with context.database.write(actor, now=context.now()) as unit:
        service.take_step(unit, fund_plan, replace(PLAN, state=state), action, papers)


def test_steps_are_kept_in_order(context: Context) -> None:
    maker, checker = person(Role.POVERTY_OFFICE, DISTRICT), person(Role.FINANCE, DISTRICT)
    take(context, maker, "", "make")
    take(context, checker, "computed", "check", Papers("无误"))
    with context.database.read(maker, now=context.now()) as unit:
        steps = service.history(unit, fund_plan, PLAN.id)
    assert [(one["from_state"], one["to_state"], one["role"]) for one in steps] == [
        ("", "computed", "区扶贫办"), ("computed", "checked", "区财政局"),
    ]  # fmt: skip
    assert steps[1]["note"] == "无误"


def test_a_step_of_another_state_says_what_is_possible(context: Context) -> None:
    with pytest.raises(StepNotPossible) as refusal:
        take(context, person(Role.FINANCE, DISTRICT), "checked", "check")
    assert "已复核" in refusal.value.detail
    with pytest.raises(StepNotPossible, match="复核通过、退回"):
        take(context, person(Role.FINANCE, DISTRICT), "computed", "decide")


def test_permission_role_and_place_are_all_needed(context: Context) -> None:
    with pytest.raises(NotPermitted):
        take(context, person(Role.LEADER, DISTRICT), "computed", "check")
    machine = client("fund-plans:check", path=DISTRICT)
    with pytest.raises(StepOfAnotherRole, match="区财政局"):
        take(context, machine, "computed", "check")
    elsewhere = person(Role.FINANCE, "/440840/440811070/")
    with pytest.raises(StepOfAnotherRole):
        take(context, elsewhere, "computed", "check")


def test_conditions_of_the_owner_are_told_with_the_others(context: Context) -> None:
    actor = person(Role.FINANCE, DISTRICT)
    unmet = [FieldError("/total", "does-not-add-up", "合计不符")]
    with (
        pytest.raises(ConditionsUnmet) as refusal,
        context.database.write(actor, now=context.now()) as unit,
    ):
        service.take_step(
            unit, fund_plan, replace(PLAN, state="computed"), "return", Papers(), unmet
        )
    assert [one.code for one in refusal.value.errors] == ["note-missing", "does-not-add-up"]
    assert "2项" in refusal.value.detail


def test_every_bar_between_persons_holds(context: Context) -> None:
    """One person with every post takes the step, then is refused at each that bars it."""
    grants = tuple(person(role, DISTRICT).grants[0] for role in POSTS)
    one = replace(person(Role.LEADER, DISTRICT), grants=grants)
    papers = Papers("理由", "湛开办〔2018〕91号", context.now().date(), "scan-1")
    with context.database.write(one, now=context.now()) as unit:
        for before in fund_plan.steps:
            record = replace(PLAN, id=f"plan-{before.source}-{before.action}", state=before.source)
            service.take_step(unit, fund_plan, record, before.action, papers)
            for step in fund_plan.steps:
                if before.action not in step.not_same_as:
                    continue
                with pytest.raises(ConditionsUnmet, match="须由另一人办理"):
                    service.take_step(
                        unit, fund_plan, replace(record, state=step.source), step.action, papers
                    )
                offered = service.possible_steps(
                    unit, fund_plan, replace(record, state=step.source)
                )
                assert step not in offered


def test_history_cannot_be_changed(context: Context) -> None:
    actor = person(Role.POVERTY_OFFICE, DISTRICT)
    take(context, actor, "", "make")
    for statement in ("UPDATE workflow_step SET actor_id = 'x'", "DELETE FROM workflow_step"):
        with (
            pytest.raises(DBAPIError, match="append-only"),
            context.database.write(actor, now=context.now()) as unit,
        ):
            unit.execute(text(statement))
