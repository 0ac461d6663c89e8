"""Changes of a household by hand. Each needs If-Match and answers with the record as it stands."""

from typing import Annotated, Any

from fastapi import APIRouter, Path, Response

from jingzhun.factbook import AsOf
from jingzhun.households.schemas.changes import (
    HeadChange,
    HouseholdCreate,
    HouseholdSaved,
    HouseholdUpdate,
    IncomeUpdate,
    MemberCreate,
    MemberLeave,
    MemberUpdate,
)
from jingzhun.households.service import household, member, reading
from jingzhun.kit.unit import Unit
from jingzhun.policy.roles import Permission
from jingzhun.web.answers import single
from jingzhun.web.guard import Caller, needs

router = APIRouter(prefix="/households", tags=["扶贫对象"])

Writer = Annotated[Caller, needs(Permission.HOUSEHOLDS_WRITE)]
MemberWriter = Annotated[Caller, needs(Permission.MEMBERS_WRITE)]
HouseholdId = Annotated[str, Path(max_length=36, description="户标识")]
MemberId = Annotated[str, Path(max_length=36, description="成员标识")]
Year = Annotated[int, Path(ge=1990, le=2100, description="收入年度")]


def _saved(u: Unit, household_id: str, warnings: list[Any], status: int = 200) -> Response:
    content = reading.get_household(u, household_id, AsOf(u.today), is_now=True)
    content["warnings"] = [
        {"rule": one.rule, "slug": one.slug, "member_id": one.member_id, "message": one.message}
        for one in warnings
    ]
    return single(content, content["rev"], status)


@router.post("", response_model=HouseholdSaved, status_code=201, summary="登记一户")
def create_household(caller: Writer, body: HouseholdCreate) -> Response:
    """Enter a candidate or surveyed household; a registered one by an initial load only."""

    def work(u: Unit) -> Response:
        household_id, warnings = household.create(u, caller.context.keys, body)
        return _saved(u, household_id, warnings, 201)

    return caller.once(work)


@router.patch("/{household_id}", response_model=HouseholdSaved, summary="修改一户")
def update_household(caller: Writer, household_id: HouseholdId, body: HouseholdUpdate) -> Response:
    """Merge patch of facts and place, from a day on, up to the next known version."""
    with caller.write() as u:
        warnings = household.update(u, caller.context.keys, household_id, body, caller.expect)
        return _saved(u, household_id, warnings)


@router.post(
    "/{household_id}/members", response_model=HouseholdSaved, status_code=201, summary="增加成员"
)
def add_member(caller: MemberWriter, household_id: HouseholdId, body: MemberCreate) -> Response:
    """Take somebody in; who left another household is recognised by ID."""
    with caller.write() as u:
        _, warnings = member.add(u, caller.context.keys, household_id, body, caller.expect)
        return _saved(u, household_id, warnings, 201)


@router.patch(
    "/{household_id}/members/{member_id}", response_model=HouseholdSaved, summary="修改成员"
)
def update_member(
    caller: MemberWriter, household_id: HouseholdId, member_id: MemberId, body: MemberUpdate
) -> Response:
    """Merge patch of a member's facts, from a day on."""
    with caller.write() as u:
        keys = caller.context.keys
        warnings = member.update(u, keys, household_id, member_id, body, caller.expect)
        return _saved(u, household_id, warnings)


@router.post(
    "/{household_id}/members/{member_id}/leave", response_model=HouseholdSaved, summary="减少成员"
)
def leave_household(
    caller: MemberWriter, household_id: HouseholdId, member_id: MemberId, body: MemberLeave
) -> Response:
    """Let somebody leave with a reason; undone by taking the same person in again."""
    with caller.write() as u:
        keys = caller.context.keys
        warnings = member.leave(u, keys, household_id, member_id, body, caller.expect)
        return _saved(u, household_id, warnings)


@router.post("/{household_id}/head", response_model=HouseholdSaved, summary="变更户主")
def change_head(caller: MemberWriter, household_id: HouseholdId, body: HeadChange) -> Response:
    """Name another head, with everybody's relation to the new one."""
    with caller.write() as u:
        warnings = member.change_head(u, caller.context.keys, household_id, body, caller.expect)
        return _saved(u, household_id, warnings)


@router.put("/{household_id}/incomes/{year}", response_model=HouseholdSaved, summary="填写收入")
def set_income(
    caller: Writer, household_id: HouseholdId, year: Year, body: IncomeUpdate
) -> Response:
    """Set amounts of a year; net and per head are computed."""
    with caller.write() as u:
        keys = caller.context.keys
        warnings = member.set_year(u, keys, household_id, year, body, caller.expect)
        return _saved(u, household_id, warnings)
