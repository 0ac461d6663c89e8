"""Plans as they are read: both counting bases, exact shares, where each odd unit went."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from sqlalchemy import Row

from jingzhun.funds.counting import ABLE_PERSONS, HOUSEHOLD_MEMBERS, Basis, Heads, Rounding
from jingzhun.funds.repository.plans import PlanRepository
from jingzhun.funds.service import deciding
from jingzhun.funds.service.planning import tiers_of
from jingzhun.funds.service.spreading import exact
from jingzhun.kit.paging import Page
from jingzhun.kit.unit import Unit
from jingzhun.places import service as places
from jingzhun.policy import parameters
from jingzhun.policy.roles import Permission
from jingzhun.policy.workflows import fund_plan as workflow
from jingzhun.workflows import service as workflows

_PLAN = (
    "id", "title", "state", "rev", "start_year", "end_year", "snapshot_on", "computed_at",
    "standard_fen", "standard_basis", "split_basis", "counting_basis", "counting_source",
    "counts_weak", "weak_source", "rounding", "note", "made_name", "made_at", "document_number",
    "decided_on", "attachment_id", "decided_at", "superseded_by",
)  # fmt: skip
_HEADS = ("members", "members_weak", "able", "able_weak", "unsure")


def page(unit: Unit, page: Page, state: str | None) -> tuple[list[dict[str, Any]], int]:
    """A page of plans with what the actor sees of each."""
    repository = PlanRepository(unit, Permission.FUND_PLANS_READ)
    rows, total = repository.page(page, state)
    sums = repository.sums([row.id for row in rows])
    return [_summary(repository, row, sums.get(row.id)) for row in rows], total


def detail(unit: Unit, plan_id: str) -> dict[str, Any]:
    """One plan with its bases, possible steps and history."""
    repository = PlanRepository(unit, Permission.FUND_PLANS_READ)
    plan = repository.get(plan_id)
    seen = repository.sums([plan_id]).get(plan_id)
    content = _summary(repository, plan, seen)
    content["bases"] = _bases(plan, seen)
    content["possible_steps"] = [
        workflows.describe(step) for step in deciding.possible_steps(unit, plan)
    ]
    content["steps"] = workflows.history(unit, workflow, plan_id)
    return content


def allocation(unit: Unit, plan_id: str) -> dict[str, Any]:
    """The matrix of a plan: villages × tiers, row and column totals, odd units."""
    repository = PlanRepository(unit, Permission.FUND_PLANS_READ)
    plan = repository.get(plan_id)
    seen = repository.sums([plan_id]).get(plan_id)
    content = _summary(repository, plan, seen)
    cells = repository.cells(plan_id)
    tiers = tiers_of(plan)
    whole = sum(tier["weight"] for tier in tiers)
    villages = []
    for row in repository.villages(plan_id):
        due = Fraction(plan.total_fen * row.heads, plan.heads)
        shown = [
            {
                "tier": tier["slug"],
                "amount_fen": cells[row.village_id, tier["slug"]].amount_fen,
                "exact": exact(due * tier["weight"] / whole),
                "odd": cells[row.village_id, tier["slug"]].odd,
            }
            for tier in tiers
        ]
        villages.append(
            {
                **{name: getattr(row, name) for name in ("village_id", "code", "village", "town")},
                **{name: int(getattr(row, name)) for name in (*_HEADS, "heads", "amount_fen")},
                "exact": exact(due),
                "cells": shown,
            }
        )
    content["villages"] = villages
    content["tiers"] = [_tier(plan, tier, whole, villages) for tier in tiers]
    content["bases"] = _bases(plan, seen)
    content["odd_units"] = sum(cell["odd"] for row in villages for cell in row["cells"])
    return content


def people(
    unit: Unit, plan_id: str, village_id: str | None, page: Page
) -> tuple[list[dict[str, Any]], int]:
    """A page of who was counted; names stay masked for who may not read the registry there."""
    repository = PlanRepository(unit, Permission.FUND_PLANS_READ)
    repository.get(plan_id)
    if village_id is not None:
        places.path_in_scope(unit, village_id, Permission.FUND_PLANS_READ)
    rows, total = repository.people(plan_id, village_id, page)
    return [_person(unit, row) for row in rows], total


def rev(unit: Unit, plan_id: str) -> int:
    """The version of a plan the next step is asked for."""
    return int(PlanRepository(unit, Permission.FUND_PLANS_READ).get(plan_id).rev)


def county_name(unit: Unit) -> str:
    """What the county is called on papers."""
    return PlanRepository(unit, Permission.FUND_PLANS_READ).county_name()


def _summary(repository: PlanRepository, plan: Row[Any], seen: Row[Any] | None) -> dict[str, Any]:
    return {
        **{name: getattr(plan, name) for name in _PLAN},
        "state_title": workflow.states[plan.state],
        "counting_basis_title": parameters.COUNTING_BASIS.title(plan.counting_basis),
        "rounding_title": Rounding(plan.rounding).words,
        "split": tiers_of(plan),
        "is_whole": repository.sees_whole(plan),
        "village_count": int(seen.villages) if seen else 0,
        "heads": int(seen.heads) if seen else 0,
        "unsure": int(seen.unsure) if seen else 0,
        "total_fen": int(seen.amount_fen) if seen else 0,
    }


def _bases(plan: Row[Any], seen: Row[Any] | None) -> list[dict[str, Any]]:
    """Heads and amount by every basis, the chosen one marked."""
    heads = Heads(*(int(getattr(seen, name)) for name in _HEADS)) if seen else Heads()
    chosen = Basis(plan.counting_basis, bool(plan.counts_weak))
    bases = [
        Basis(counting, weak)
        for counting in (HOUSEHOLD_MEMBERS, ABLE_PERSONS)
        for weak in (False, True)
    ]
    return [
        {
            "counting_basis": basis.counting,
            "counting_basis_title": parameters.COUNTING_BASIS.title(basis.counting),
            "counts_weak": basis.counts_weak,
            "heads": heads.by(basis),
            "total_fen": heads.by(basis) * plan.standard_fen,
            "is_chosen": basis == chosen,
        }
        for basis in bases
    ]


def _tier(
    plan: Row[Any], tier: Mapping[str, Any], whole: int, villages: Sequence[Mapping[str, Any]]
) -> dict[str, Any]:
    """A column: what the tier pays to the villages in sight, and the exact share of those."""
    mine = [cell for row in villages for cell in row["cells"] if cell["tier"] == tier["slug"]]
    heads = sum(row["heads"] for row in villages)
    due = Fraction(plan.total_fen * heads * tier["weight"], plan.heads * whole)
    return {
        **tier,
        "amount_fen": sum(cell["amount_fen"] for cell in mine),
        "exact": exact(due),
        "odd": sum(cell["odd"] for cell in mine),
    }


def _person(unit: Unit, row: Row[Any]) -> dict[str, Any]:
    may_read = unit.actor.covers(Permission.MEMBERS_READ, row.place_path)
    name = row.name or ""
    return {
        "member_id": row.member_id,
        "household_id": row.household_id,
        "household_no": row.household_no,
        "village": row.village,
        "name": name if may_read else name[:1] + "*" * (len(name) - 1),
        "id_number_masked": row.id_number_masked,
        "is_able": bool(row.is_able),
        "is_weak": bool(row.is_weak),
    }
