"""Gathers what waits for the actor, each part only where its permission is held."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from jingzhun.figures import service as figures
from jingzhun.figures.repository import FigureRepository
from jingzhun.funds.repository.plans import PlanRepository
from jingzhun.funds.service import deciding
from jingzhun.imports.repository.batches import BatchRepository
from jingzhun.jobs.repository import JobRepository
from jingzhun.kit.unit import Unit
from jingzhun.places.repository import PlaceRepository
from jingzhun.policy import CATALOGUE
from jingzhun.policy.roles import Permission
from jingzhun.reports.schemas import TaskKind

_MOST = 100
_OPEN_PLANS = ("computed", "checked", "decided", "returned")
_IMPORT_STATES = {
    "needs-columns": (TaskKind.IMPORT_QUESTIONS, "认定表头", Permission.IMPORTS_STAGE),
    "needs-date": (TaskKind.IMPORT_QUESTIONS, "填写花名册日期", Permission.IMPORTS_STAGE),
    "checked": (TaskKind.IMPORT_MERGE, "确认入库", Permission.IMPORTS_MERGE),
    "partly-merged": (TaskKind.IMPORT_FAULTS, "改正暂缓入库的户", Permission.IMPORTS_STAGE),
}


@dataclass(frozen=True)
class Task:
    """One thing that waits."""

    kind: TaskKind
    title: str
    steps: list[str]
    subject_id: str = ""
    count: int = 1
    since: datetime | None = None


def desk(unit: Unit) -> tuple[list[Task], int]:
    """Return what waits for the actor, oldest first, and how many of their jobs run."""
    tasks = [*_imports(unit), *_plans(unit), *_revisions(unit), *_hamlets(unit)]
    tasks.sort(key=lambda task: (task.since is None, task.since))
    return tasks, JobRepository(unit).unfinished()


def _imports(unit: Unit) -> Iterator[Task]:
    if not unit.actor.may(Permission.IMPORTS_READ):
        return
    for state, (kind, step, needed) in _IMPORT_STATES.items():
        if not unit.actor.may(needed):
            continue
        for row in BatchRepository(unit, needed).page(state, 0, _MOST)[0]:
            yield Task(kind, row.file_name, [step], row.id, since=row.made_at)


def _plans(unit: Unit) -> Iterator[Task]:
    if not unit.actor.may(Permission.FUND_PLANS_READ):
        return
    plans = PlanRepository(unit, Permission.FUND_PLANS_READ)
    for plan in plans.in_states(_OPEN_PLANS)[:_MOST]:
        steps = [step.title for step in deciding.possible_steps(unit, plan)]
        if steps:
            yield Task(TaskKind.FUND_PLAN, plan.title, steps, plan.id, since=plan.updated_at)


def _revisions(unit: Unit) -> Iterator[Task]:
    if not unit.actor.may(Permission.PARAMETERS_CONFIRM):
        return
    repository = FigureRepository(unit)
    titles = {parameter.slug: parameter.title for parameter in CATALOGUE.parameters}
    for slug in repository.waiting():
        for row in repository.of(slug):
            steps = [step.title for step in figures.possible_steps(unit, row)]
            if row.state == "proposed" and steps:
                title = f"{titles.get(slug, slug)}（{row.year}年）"
                yield Task(TaskKind.FIGURE_REVISION, title, steps, slug, since=row.proposed_at)


def _hamlets(unit: Unit) -> Iterator[Task]:
    if not unit.actor.may(Permission.PLACES_MANAGE):
        return
    count = PlaceRepository(unit, Permission.PLACES_MANAGE).count_unconfirmed()
    if count:
        yield Task(TaskKind.HAMLETS, "花名册中新出现的自然村", ["确认、改名或合并"], count=count)
