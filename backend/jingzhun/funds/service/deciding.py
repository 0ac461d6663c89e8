"""Takes a plan from computed to decided and beyond: maker, checker and decider are three people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Row

from jingzhun.attachments import service as attachments
from jingzhun.funds import proof
from jingzhun.funds.counting import Rounding
from jingzhun.funds.errors import PlanNotFound
from jingzhun.funds.repository.plans import PlanRepository
from jingzhun.funds.service.planning import KIND, tiers_of
from jingzhun.grammar.workflows import Step
from jingzhun.kit.errors import FieldError
from jingzhun.kit.unit import Unit
from jingzhun.policy.roles import Permission
from jingzhun.policy.workflows import fund_plan as workflow
from jingzhun.workflows import service as workflows
from jingzhun.workflows.service import Papers, Record

# Steps after which somebody relies on the figures: the stored plan is proved again before each.
_PROVED = frozenset({"check", "decide", "announce"})
_REPLACING = frozenset({"decided", "noticed"})


def take_step(
    unit: Unit, plan_id: str, action: str, papers: Papers, superseded_by: str | None = None
) -> None:
    """Take a declared step on a plan; everything that stands in the way is told at once."""
    repository = PlanRepository(unit, Permission.FUND_PLANS_READ)
    plan = repository.get(plan_id, lock=True)
    unmet = []
    if action in _PROVED:
        unmet += [FieldError("", "does-not-add-up", fault) for fault in faults(unit, plan)]
    if action == "supersede":
        unmet += _replacement_faults(repository, plan, superseded_by)
    facts = {"superseded_by": superseded_by} if superseded_by else None
    record = record_of(plan)
    step = workflows.take_step(unit, workflow, record, action, papers, unmet, facts)
    if papers.attachment_id is not None:
        attachments.give(
            unit, papers.attachment_id, KIND, plan_id,
            needs=Permission.FUND_PLANS_READ, place_path=plan.place_path,
        )  # fmt: skip
    repository.change(plan_id, state=step.target, **_decided(unit, step, papers, superseded_by))


def _decided(unit: Unit, step: Step, papers: Papers, superseded_by: str | None) -> dict[str, Any]:
    """What a step writes besides the state."""
    if step.action == "decide":
        return {
            "document_number": papers.document_number,
            "decided_on": papers.document_on,
            "attachment_id": papers.attachment_id,
            "decided_at": unit.now,
        }
    return {"superseded_by": superseded_by} if step.action == "supersede" else {}


def _replacement_faults(
    repository: PlanRepository, plan: Row[Any], superseded_by: str | None
) -> Iterator[FieldError]:
    pointer, code = "/superseded_by", "replacement"
    if superseded_by is None:
        yield FieldError(pointer, f"{code}-missing", "须选择替代它的方案")
        return
    try:
        other = repository.get(superseded_by)
    except PlanNotFound as refusal:
        yield FieldError(pointer, f"{code}-not-found", refusal.detail)
        return
    if other.id == plan.id or other.state not in _REPLACING:
        yield FieldError(pointer, f"{code}-not-decided", "替代它的须是另一个已批准的方案")
    elif other.end_year < plan.start_year or plan.end_year < other.start_year:
        yield FieldError(pointer, f"{code}-of-other-years", "两个方案的年度没有重叠")


def record_of(plan: Row[Any]) -> Record:
    """A plan as the workflow sees it."""
    return Record(KIND, plan.id, plan.place_path, plan.title, plan.state)


def possible_steps(unit: Unit, plan: Row[Any]) -> list[Step]:
    """What the actor may do with a plan now."""
    return workflows.possible_steps(unit, workflow, record_of(plan))


def faults(unit: Unit, plan: Row[Any]) -> list[str]:
    """What of the stored plan does not add up, asked by somebody who sees the whole county."""
    repository = PlanRepository(unit, Permission.FUND_PLANS_READ)
    cells = repository.cells(plan.id)
    split = {tier["slug"]: tier["weight"] for tier in tiers_of(plan)}
    rows = [
        proof.Row(
            village.heads,
            village.amount_fen,
            {tier: cells[village.village_id, tier].amount_fen for tier in split},
        )
        for village in repository.villages(plan.id)
    ]
    matrix = proof.Matrix(
        plan.total_fen, plan.heads, repository.head_count(plan.id),
        Rounding(plan.rounding).unit_fen, split, rows,
    )  # fmt: skip
    return list(proof.faults(matrix))


def verify(unit: Unit) -> list[str]:
    """Prove every plan in sight; return what does not add up, each with the plan's title."""
    repository = PlanRepository(unit, Permission.FUND_PLANS_READ)
    return [
        f"{plan.title}（{plan.id}）：{fault}"
        for plan in map(repository.get, repository.all_ids())
        for fault in faults(unit, plan)
    ]
