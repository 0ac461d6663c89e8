"""Which figure holds in a year, and how an order changes it: proposed, then a second person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson
from sqlalchemy import Row

from jingzhun.figures import effects
from jingzhun.figures.errors import ParameterNotFound, RevisionOpen
from jingzhun.figures.repository import FigureRepository
from jingzhun.grammar import parameters as grammar
from jingzhun.grammar.parameters import Figure, Figures, FigureValue, Parameter, Revision
from jingzhun.grammar.workflows import Step
from jingzhun.kit.errors import FieldError, Invalid
from jingzhun.kit.ids import new_id
from jingzhun.kit.unit import Unit
from jingzhun.places.repository import county_path
from jingzhun.policy import CATALOGUE
from jingzhun.policy.roles import Permission
from jingzhun.policy.workflows import figure_revision as WORKFLOW  # noqa: N812 - a declaration
from jingzhun.workflows import service as workflows
from jingzhun.workflows.service import Papers, Record

KIND = "figure-revision"
_KEPT = "figures.confirmed"


@dataclass(frozen=True)
class Proposal:
    """What an order says: the value of a year, by which document."""

    parameter: str
    year: int
    value: FigureValue
    basis: str
    document_number: str
    note: str = ""
    attachment_id: str | None = None


def in_force(unit: Unit, year: int, known_at: datetime | None = None) -> Figures:
    """Return the resolver of a year: parameter to value, declared or by confirmed order."""
    return grammar.figures_of(year, revisions(unit, known_at))


def figure_in_force(unit: Unit, parameter: Parameter, year: int) -> Figure | None:
    """Return the figure of a year with its legal basis, or None before the first."""
    return grammar.in_force(parameter, year, revisions(unit))


def revisions(unit: Unit, known_at: datetime | None = None) -> tuple[Revision, ...]:
    """Confirmed orders, the latest last; read once per unit."""
    key = (_KEPT, str(known_at))
    held: tuple[Revision, ...] | None = unit.kept.get(str(key))
    if held is None:
        rows = FigureRepository(unit).confirmed(known_at)
        held = tuple(Revision(row.parameter, _figure(row)) for row in rows)
        unit.kept[str(key)] = held
    return held


def find(slug: str) -> Parameter:
    """Return the declared parameter; raises ParameterNotFound."""
    found = CATALOGUE.find_parameter(slug)
    if found is None:
        raise ParameterNotFound
    return found


def propose(unit: Unit, proposal: Proposal) -> str:
    """Enter an order for its second person; returns its id."""
    unit.actor.require(Permission.PARAMETERS_PROPOSE)
    parameter = find(proposal.parameter)
    _check(parameter, proposal)
    repository = FigureRepository(unit)
    if repository.has_open(parameter.slug, proposal.year):
        raise RevisionOpen(title=parameter.title, year=proposal.year)
    revision_id = new_id()
    title = f"{parameter.title}（{proposal.year}年）"
    record = Record(KIND, revision_id, county_path(unit), title, "")
    papers = Papers(proposal.note, proposal.document_number, attachment_id=proposal.attachment_id)
    workflows.take_step(unit, WORKFLOW, record, WORKFLOW.opening.action, papers)
    repository.add(
        {
            "id": revision_id, "parameter": parameter.slug, "year": proposal.year,
            "value": orjson.dumps(proposal.value).decode(), "basis": proposal.basis,
            "document_number": proposal.document_number, "note": proposal.note,
            "attachment_id": proposal.attachment_id, "state": WORKFLOW.opening.target, "rev": 1,
            "proposed_by": unit.actor.id, "proposed_name": unit.actor.name,
            "proposed_at": unit.now,
        }
    )  # fmt: skip
    return revision_id


def take_step(unit: Unit, revision_id: str, action: str, papers: Papers) -> None:
    """Confirm, decline or withdraw an order."""
    repository = FigureRepository(unit)
    row = repository.get(revision_id, lock=True)
    step = workflows.take_step(unit, WORKFLOW, record_of(unit, row), action, papers)
    repository.settle(revision_id, step.target, unit.actor.name)
    unit.kept.clear()


def record_of(unit: Unit, row: Row[Any]) -> Record:
    """An order as the workflow sees it; it holds for the whole county."""
    title = f"{find(row.parameter).title}（{row.year}年）"
    return Record(KIND, row.id, county_path(unit), title, row.state)


def possible_steps(unit: Unit, row: Row[Any]) -> list[Step]:
    """What the actor may do with an order."""
    return workflows.possible_steps(unit, WORKFLOW, record_of(unit, row))


def preview(unit: Unit, slug: str, year: int) -> list[effects.Effect]:
    """What would read a new figure of this year."""
    return effects.of(unit, find(slug), year)


def value_of(row: Row[Any]) -> FigureValue:
    """The value an order fixes; a split comes back as weights."""
    value = orjson.loads(row.value)
    return tuple(value) if isinstance(value, list) else value


def _figure(row: Row[Any]) -> Figure:
    return Figure(row.year, value_of(row), f"{row.basis} {row.document_number}".strip())


def _check(parameter: Parameter, proposal: Proposal) -> None:
    faults = []
    if not parameter.accepts(proposal.value):
        words = f"“{parameter.title}”不能取这个值，请按“{parameter.kind}”的格式填写"
        faults.append(FieldError("/value", "value-of-other-kind", words))
    if not proposal.basis.strip():
        faults.append(FieldError("/basis", "basis-missing", "须写明依据的文件名称"))
    if faults:
        raise Invalid(faults)
