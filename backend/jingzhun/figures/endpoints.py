"""Parameters by year, and the orders that revise them."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Response

from jingzhun.attachments import service as attachments
from jingzhun.figures import presenting, service
from jingzhun.figures.repository import FigureRepository
from jingzhun.figures.schemas import (
    EffectsOut,
    ParameterDetail,
    ParametersOut,
    RevisionCreate,
    RevisionDetail,
    YearQuery,
)
from jingzhun.figures.service import KIND, Proposal
from jingzhun.kit.unit import Unit
from jingzhun.places.repository import county_path
from jingzhun.policy import CATALOGUE
from jingzhun.policy.roles import Permission
from jingzhun.policy.workflows import figure_revision
from jingzhun.web.answers import answer, single
from jingzhun.web.guard import Caller, needs
from jingzhun.workflows import service as workflows
from jingzhun.workflows.schemas import StepPapers
from jingzhun.workflows.service import Papers

router = APIRouter(prefix="/parameters", tags=["参数"])

Reader = Annotated[Caller, needs(Permission.PARAMETERS_READ)]
Proposer = Annotated[Caller, needs(Permission.PARAMETERS_PROPOSE)]
Confirmer = Annotated[Caller, needs(Permission.PARAMETERS_CONFIRM)]
Slug = Annotated[str, Path(max_length=60, description="参数标识")]
RevisionId = Annotated[str, Path(max_length=36, description="修订 id")]
Year = Annotated[YearQuery, Query()]


@router.get("", response_model=ParametersOut, summary="全部参数和该年度有效的数")
def list_parameters(caller: Reader, query: Year) -> Response:
    """每个参数的依据条款、该年度有效的数和待确认的修订数。"""
    with caller.read() as unit:
        year = query.year or unit.today.year
        waiting = FigureRepository(unit).waiting()
        items = [
            presenting.parameter(
                one, service.figure_in_force(unit, one, year), waiting.get(one.slug, 0)
            )
            for one in CATALOGUE.parameters
        ]
    return answer({"year": year, "items": items})


@router.get("/{slug}", response_model=ParameterDetail, summary="一个参数及其修订")
def get_parameter(caller: Reader, slug: Slug, query: Year) -> Response:
    """随系统声明的数、每次修订和当前可办理的步骤。"""
    with caller.read() as unit:
        parameter = service.find(slug)
        rows = FigureRepository(unit).of(slug)
        year = query.year or unit.today.year
        waiting = sum(row.state == figure_revision.opening.target for row in rows)
        content = presenting.parameter(
            parameter, service.figure_in_force(unit, parameter, year), waiting
        )
        content["figures"] = [presenting.figure(one, parameter) for one in parameter.figures]
        content["revisions"] = [_revision(unit, row) for row in rows]
    return answer(content)


@router.get("/{slug}/effects", response_model=EffectsOut, summary="修订会影响什么")
def preview_parameter_effects(caller: Reader, slug: Slug, query: Year) -> Response:
    """提出修订之前，列出会读取新数的指标、名册和未批准的方案；已批准的方案不受影响。"""
    with caller.read() as unit:
        parameter = service.find(slug)
        year = query.year or unit.today.year
        content = {
            "year": year,
            "in_force": presenting.figure(
                service.figure_in_force(unit, parameter, year), parameter
            ),
            "items": [vars(effect) for effect in service.preview(unit, slug, year)],
        }
    return answer(content)


@router.post(
    "/{slug}/revisions", response_model=RevisionDetail, status_code=201, summary="提出修订"
)
def propose_parameter_revision(caller: Proposer, slug: Slug, body: RevisionCreate) -> Response:
    """按文件提出某年度的新数；由另一人确认后生效。"""
    value = tuple(body.value) if isinstance(body.value, list) else body.value
    content = body.model_dump(exclude={"value"})

    def work(unit: Unit) -> Response:
        revision_id = service.propose(unit, Proposal(parameter=slug, value=value, **content))
        _take_scan(unit, revision_id, body.attachment_id)
        return _detail(unit, revision_id, 201)

    return caller.once(work)


@router.get(
    "/revisions/{revision_id}", response_model=RevisionDetail, summary="一项修订及其办理过程"
)
def get_parameter_revision(caller: Reader, revision_id: RevisionId) -> Response:
    """修订的内容、办理过程和当前可办理的步骤。"""
    with caller.read() as unit:
        return _detail(unit, revision_id)


@router.post("/revisions/{revision_id}/confirm", response_model=RevisionDetail, summary="确认修订")
def confirm_parameter_revision(
    caller: Confirmer, revision_id: RevisionId, body: StepPapers
) -> Response:
    """由提出人以外的另一人确认，随即生效。"""
    return _step(caller, revision_id, "confirm", body)


@router.post("/revisions/{revision_id}/decline", response_model=RevisionDetail, summary="不予通过")
def decline_parameter_revision(
    caller: Confirmer, revision_id: RevisionId, body: StepPapers
) -> Response:
    """由提出人以外的另一人写明理由后不予通过。"""
    return _step(caller, revision_id, "decline", body)


@router.post("/revisions/{revision_id}/withdraw", response_model=RevisionDetail, summary="撤回修订")
def withdraw_parameter_revision(
    caller: Proposer, revision_id: RevisionId, body: StepPapers
) -> Response:
    """确认之前写明理由撤回。"""
    return _step(caller, revision_id, "withdraw", body)


def _step(caller: Caller, revision_id: str, action: str, body: StepPapers) -> Response:
    def work(unit: Unit) -> Response:
        caller.expect(FigureRepository(unit).get(revision_id).rev)
        service.take_step(unit, revision_id, action, Papers(**body.model_dump()))
        _take_scan(unit, revision_id, body.attachment_id)
        return _detail(unit, revision_id)

    return caller.once(work)


def _take_scan(unit: Unit, revision_id: str, attachment_id: str | None) -> None:
    if attachment_id is not None:
        attachments.give(
            unit, attachment_id, KIND, revision_id,
            needs=Permission.PARAMETERS_READ, place_path=county_path(unit),
        )  # fmt: skip


def _revision(unit: Unit, row: Any) -> dict[str, Any]:
    steps = [workflows.describe(one) for one in service.possible_steps(unit, row)]
    return presenting.revision(row, service.value_of(row), steps)


def _detail(unit: Unit, revision_id: str, status: int = 200) -> Response:
    row = FigureRepository(unit).get(revision_id)
    content = _revision(unit, row)
    content["steps"] = workflows.history(unit, figure_revision, revision_id)
    return single(content, row.rev, status)
