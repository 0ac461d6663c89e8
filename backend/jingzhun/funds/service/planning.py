"""Computes a plan: counts heads as of its day, spreads the amount, freezes what it stood on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import orjson
from sqlalchemy import Row

from jingzhun.figures import effects
from jingzhun.figures.effects import Effect
from jingzhun.funds.apportionment import Matrix, apportion, odd_units
from jingzhun.funds.counting import Heads
from jingzhun.funds.errors import NobodyCounted, NotWholeUnits
from jingzhun.funds.repository.plans import PlanRepository
from jingzhun.funds.repository.registry import RegistryRepository
from jingzhun.funds.service.figures import Frozen, Request, freeze
from jingzhun.grammar.parameters import Parameter
from jingzhun.kit.ids import new_id
from jingzhun.kit.money import yuan_text
from jingzhun.kit.unit import Unit
from jingzhun.places.repository import county_path
from jingzhun.policy import parameters
from jingzhun.policy.roles import Permission
from jingzhun.policy.workflows import fund_plan as workflow
from jingzhun.workflows import service as workflows
from jingzhun.workflows.service import Papers, Record

KIND = "fund-plan"
_FIGURES = (
    parameters.fund_per_head, parameters.fund_split, parameters.fund_counting_basis,
    parameters.weak_labour_counts,
)  # fmt: skip
_OPEN = ("computed", "checked", "returned")


def make(unit: Unit, request: Request) -> str:
    """Compute a new plan over the whole county; returns its id."""
    plan_id, path = new_id(), county_path(unit)
    figures = freeze(unit, request)
    content = {
        "id": plan_id, "place_path": path, "state": workflow.opening.target, "rev": 1,
        "made_by": unit.actor.id, "made_name": unit.actor.name, "made_at": unit.now,
        "updated_at": unit.now,
    }  # fmt: skip
    record = Record(KIND, plan_id, path, _title(request), "")
    computed = _Computing(unit, plan_id, path, request, figures)
    workflows.take_step(
        unit, workflow, record, workflow.opening.action, Papers(request.note),
        facts=computed.facts(),
    )  # fmt: skip
    PlanRepository(unit, Permission.FUND_PLANS_MAKE).add(content | computed.row())
    computed.keep()
    return plan_id


def revise(unit: Unit, plan_id: str, request: Request, note: str) -> None:
    """Compute a returned plan anew, from figures and registry as they are now."""
    repository = PlanRepository(unit, Permission.FUND_PLANS_MAKE)
    plan = repository.get(plan_id, lock=True)
    figures = freeze(unit, request)
    computed = _Computing(unit, plan_id, plan.place_path, request, figures)
    record = Record(KIND, plan_id, plan.place_path, plan.title, plan.state)
    step = workflows.take_step(
        unit, workflow, record, "revise", Papers(note), facts=computed.facts()
    )
    repository.clear(plan_id)
    repository.change(plan_id, state=step.target, **computed.row())
    computed.keep()


def _title(request: Request) -> str:
    years = f"{request.start_year}—{request.end_year}"
    if request.start_year == request.end_year:
        years = str(request.start_year)
    return request.title.strip() or f"{years}年专项扶贫资金分配方案"


class _Computing:
    """One computation, from figures and registry to rows."""

    def __init__(
        self, unit: Unit, plan_id: str, path: str, request: Request, figures: Frozen
    ) -> None:
        self._unit, self._plan_id, self._request, self._figures = unit, plan_id, request, figures
        self._registry = RegistryRepository(unit, request.snapshot_on, path)
        self._plans = PlanRepository(unit, Permission.FUND_PLANS_MAKE)
        counted = self._registry.count(figures.basis)
        self._villages = self._plans.village_places(path)
        self._heads = [counted.pop(one.id, Heads()) for one in self._villages]
        if counted:
            raise AssertionError("a household stands in a place that is no village")
        self._weights = [heads.by(figures.basis) for heads in self._heads]
        self.heads = sum(self._weights)
        if not self.heads:
            words = parameters.COUNTING_BASIS.title(figures.basis.counting)
            raise NobodyCounted(on=request.snapshot_on.isoformat(), basis=words)
        self.total_fen = self.heads * figures.standard_fen

    def facts(self) -> dict[str, Any]:
        """What the journal is told."""
        return {
            "heads": self.heads,
            "total_fen": self.total_fen,
            "counting_basis": self._figures.basis.counting,
            "snapshot_on": self._request.snapshot_on.isoformat(),
        }

    def row(self) -> dict[str, Any]:
        """The plan's own columns."""
        figures, request = self._figures, self._request
        return {
            "title": _title(request), "start_year": request.start_year,
            "end_year": request.end_year, "snapshot_on": request.snapshot_on,
            "computed_at": self._unit.now, "standard_fen": figures.standard_fen,
            "standard_basis": figures.standard_basis,
            "split": orjson.dumps([vars(tier) for tier in figures.tiers]).decode(),
            "split_basis": figures.split_basis, "counting_basis": figures.basis.counting,
            "counting_source": figures.counting_source, "counts_weak": figures.basis.counts_weak,
            "weak_source": figures.weak_source, "rounding": str(request.rounding),
            "heads": self.heads, "total_fen": self.total_fen, "note": request.note,
        }  # fmt: skip

    def keep(self) -> None:
        """Write villages, cells and people."""
        cells, odd = spread_whole_units(
            self.total_fen, self._request.rounding.unit_fen, self._request.rounding.words,
            self._weights, [tier.weight for tier in self._figures.tiers],
        )  # fmt: skip
        self._plans.fill(self._village_rows(cells), self._cell_rows(cells, odd))
        self._registry.freeze(self._plan_id, self._figures.basis)
        if self._plans.head_count(self._plan_id) != self.heads:
            raise AssertionError("more or fewer people were frozen than counted")

    def _village_rows(self, cells: Matrix) -> Iterator[dict[str, Any]]:
        rows = zip(self._villages, self._heads, self._weights, cells, strict=True)
        for position, (village, heads, weight, amounts) in enumerate(rows, 1):
            yield {
                "plan_id": self._plan_id, "village_id": village.id, "position": position,
                "code": village.code, "village": village.village, "town": village.town,
                "place_path": village.path, **vars(heads), "heads": weight,
                "amount_fen": sum(amounts),
            }  # fmt: skip

    def _cell_rows(self, cells: Matrix, odd: Matrix) -> Iterator[dict[str, Any]]:
        for village, amounts, marks in zip(self._villages, cells, odd, strict=True):
            for tier, amount, mark in zip(self._figures.tiers, amounts, marks, strict=True):
                yield {
                    "plan_id": self._plan_id, "village_id": village.id, "tier": tier.slug,
                    "amount_fen": amount, "odd": mark,
                }  # fmt: skip


def spread_whole_units(
    total_fen: int, unit_fen: int, words: str, rows: Sequence[int], columns: Sequence[int]
) -> tuple[Matrix, Matrix]:
    """Spread an amount in whole units: cells in fen, and where each odd unit went."""
    units, rest = divmod(total_fen, unit_fen)
    if rest:
        raise NotWholeUnits(amount=yuan_text(total_fen), unit=words)
    cells = apportion(units, rows, columns)
    odd = odd_units(units, rows, columns, cells)
    return [[cell * unit_fen for cell in row] for row in cells], odd


def tiers_of(plan: Row[Any]) -> list[dict[str, Any]]:
    """The tiers of a stored plan: slug, title, weight."""
    tiers: list[dict[str, Any]] = orjson.loads(plan.split)
    return tiers


def _open_plans(unit: Unit, parameter: Parameter, year: int) -> list[Effect]:
    """Plans not yet decided that would come out differently; decided ones never change."""
    if parameter not in _FIGURES or not unit.actor.may(Permission.FUND_PLANS_READ):
        return []
    plans = PlanRepository(unit, Permission.FUND_PLANS_READ).in_states(_OPEN)
    return [Effect(KIND, plan.id, plan.title) for plan in plans if plan.snapshot_on.year >= year]


effects.register(_open_plans)
