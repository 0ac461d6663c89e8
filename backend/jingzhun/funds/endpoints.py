"""Fund plans over HTTP: compute, read, take steps, export, print."""

from __future__ import annotations

from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Path, Query, Response

from jingzhun.funds import notice, sheets
from jingzhun.funds.errors import NoticeNotYet
from jingzhun.funds.models import DECIDED
from jingzhun.funds.schemas.allocation import (
    AllocationOut,
    PeoplePage,
    PeopleQuery,
    SpreadOut,
    SpreadRequest,
)
from jingzhun.funds.schemas.plan import (
    FundPlanCreate,
    FundPlanDetail,
    FundPlanPage,
    FundPlanQuery,
    FundPlanRevise,
    FundPlanStep,
    FundPlanStepsOut,
)
from jingzhun.funds.service import deciding, planning, reading, spreading
from jingzhun.funds.service.figures import Request
from jingzhun.funds.service.spreading import Weight
from jingzhun.kit import pdf, xlsx
from jingzhun.kit.errors import FieldError, Invalid
from jingzhun.kit.paging import Page
from jingzhun.kit.unit import Unit
from jingzhun.policy.roles import POSTS, Permission, Role
from jingzhun.policy.workflows import fund_plan as workflow
from jingzhun.web.answers import answer, single
from jingzhun.web.guard import Caller, needs
from jingzhun.workflows.service import Papers

router = APIRouter(prefix="/fund-plans", tags=["资金分配方案"])

Reader = Annotated[Caller, needs(Permission.FUND_PLANS_READ)]
Maker = Annotated[Caller, needs(Permission.FUND_PLANS_MAKE)]
PlanId = Annotated[str, Path(max_length=36, description="方案 id")]


@router.get("", response_model=FundPlanPage, summary="方案列表")
def list_fund_plans(caller: Reader, query: Annotated[FundPlanQuery, Query()]) -> Response:
    """最新的在前；人数和金额只含您管辖范围内的村，镇村只见已批准的方案。"""
    page = Page(query.page, query.page_size)
    with caller.read() as unit:
        items, total = reading.page(unit, page, query.state)
    return answer({"items": items, "page": page.number, "page_size": page.size, "total": total})


@router.post("", response_model=FundPlanDetail, status_code=201, summary="测算方案")
def make_fund_plan(caller: Maker, body: FundPlanCreate) -> Response:
    """按截止日的登记情况计算各村人数，精确分到各村各级，并随方案冻结口径、依据和名单。"""
    return caller.once(lambda unit: _detail(unit, planning.make(unit, _request(body)), 201))


@router.post("/spread", response_model=SpreadOut, summary="到账金额试分")
def spread_amount(caller: Reader, body: SpreadRequest) -> Response:
    """把一笔金额精确分到各村（镇）各级，只作试算，不保存。"""
    if body.plan_id is not None:
        with caller.read() as unit:
            spread = spreading.by_plan(
                unit, body.amount_fen, body.plan_id,
                over_towns=body.over == "towns", rounding=body.rounding,
            )  # fmt: skip
        return answer(spread)
    if body.rows is None or body.columns is None:
        missing = [("/rows", body.rows), ("/columns", body.columns)]
        words = "请选择方案，或填写各行和各列的权重"
        raise Invalid([FieldError(at, "missing", words) for at, held in missing if held is None])
    rows = [Weight(one.title, one.weight) for one in body.rows]
    columns = [Weight(one.title, one.weight) for one in body.columns]
    return answer(spreading.by_weights(body.amount_fen, rows, columns, body.rounding))


@router.get("/{plan_id}", response_model=FundPlanDetail, summary="一个方案")
def get_fund_plan(caller: Reader, plan_id: PlanId) -> Response:
    """方案的口径和依据、各种口径的合计、可办理的步骤和办理过程。"""
    with caller.read() as unit:
        return _detail(unit, plan_id)


@router.get("/{plan_id}/allocation", response_model=AllocationOut, summary="分配表")
def get_fund_plan_allocation(caller: Reader, plan_id: PlanId) -> Response:
    """各村各级金额、应得份额和尾差去向；各项合计与总额相等。"""
    with caller.read() as unit:
        content = reading.allocation(unit, plan_id)
    return single(content, content["rev"])


@router.get("/{plan_id}/allocation.xlsx", summary="导出分配表（Excel）", response_class=Response)
def export_fund_plan_allocation(caller: Reader, plan_id: PlanId) -> Response:
    """以元和以分各一张表，均为数字，合计行与各行之和相等。"""
    with caller.read() as unit:
        content = reading.allocation(unit, plan_id)
    return _file(sheets.allocation(content), f"{content['title']}.xlsx", xlsx.MEDIA_TYPE)


@router.get("/{plan_id}/notice.pdf", summary="打印公告", response_class=Response)
def print_fund_plan_notice(caller: Reader, plan_id: PlanId) -> Response:
    """批准后可打印：标题、文号、各村各级金额、大写合计和盖章处。"""
    with caller.read() as unit:
        content = reading.allocation(unit, plan_id)
        county = reading.county_name(unit)
    if content["state"] not in DECIDED:
        raise NoticeNotYet
    paper = notice.content(content, county, POSTS[Role.POVERTY_OFFICE].title)
    press = pdf.press(caller.context.settings.font_dir)
    body = press.print(notice.TEMPLATE, paper, at=content["decided_at"])
    return _file(body, f"{content['title']}公告.pdf", pdf.MEDIA_TYPE)


@router.get("/{plan_id}/people", response_model=PeoplePage, summary="计入人员名单")
def list_fund_plan_people(
    caller: Reader, plan_id: PlanId, query: Annotated[PeopleQuery, Query()]
) -> Response:
    """方案冻结时计入的人；无登记查看权限的只见姓，证件号码一律脱敏。"""
    page = Page(query.page, query.page_size)
    with caller.read() as unit:
        items, total = reading.people(unit, plan_id, query.village, page)
    return answer({"items": items, "page": page.number, "page_size": page.size, "total": total})


@router.get("/{plan_id}/steps", response_model=FundPlanStepsOut, summary="办理过程")
def list_fund_plan_steps(caller: Reader, plan_id: PlanId) -> Response:
    """您现在可办理的步骤（页面按钮即为这些）和已办理的步骤。"""
    with caller.read() as unit:
        content = reading.detail(unit, plan_id)
    shown = {name: content[name] for name in ("rev", "possible_steps", "steps")}
    return single(shown, content["rev"])


@router.post("/{plan_id}/steps/revise", response_model=FundPlanDetail, summary="重新测算")
def revise_fund_plan(caller: Maker, plan_id: PlanId, body: FundPlanRevise) -> Response:
    """对退回的方案按现在的参数和登记情况重新测算，说明写明改了什么。"""

    def work(unit: Unit) -> Response:
        caller.expect(reading.rev(unit, plan_id))
        planning.revise(unit, plan_id, _request(body), body.note)
        return _detail(unit, plan_id)

    return caller.once(work)


def _add_step(action: str, title: str, permission: Permission) -> None:
    def take(caller: Caller, plan_id: PlanId, body: FundPlanStep) -> Response:
        def work(unit: Unit) -> Response:
            caller.expect(reading.rev(unit, plan_id))
            papers = Papers(**body.model_dump(exclude={"superseded_by"}))
            deciding.take_step(unit, plan_id, action, papers, body.superseded_by)
            return _detail(unit, plan_id)

        return caller.once(work)

    take.__annotations__["caller"] = Annotated[Caller, needs(permission)]
    add: Any = router.add_api_route
    add(
        f"/{{plan_id}}/steps/{action}", take, methods=["POST"], name=f"{action}_fund_plan",
        response_model=FundPlanDetail, summary=title,
        description="须带 If-Match 和 Idempotency-Key；不满足的条件一次全部说明。",
    )  # fmt: skip


def _add_steps() -> None:
    """One route an action; where its states need different permissions the workflow decides."""
    titles = {step.action: step.title for step in workflow.steps if step.source}
    for action, title in titles.items():
        asked = {step.needs for step in workflow.steps if step.action == action}
        if action != "revise":
            own = Permission(asked.pop()) if len(asked) == 1 else Permission.FUND_PLANS_READ
            _add_step(action, title, own)


_add_steps()


def _request(body: FundPlanCreate) -> Request:
    content = body.model_dump()
    split = content.pop("split")
    return Request(**content, split=None if split is None else tuple(split))


def _detail(unit: Unit, plan_id: str, status: int = 200) -> Response:
    content = reading.detail(unit, plan_id)
    return single(content, content["rev"], status)


def _file(body: bytes, name: str, media_type: str) -> Response:
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
    return Response(body, media_type=media_type, headers=headers)
