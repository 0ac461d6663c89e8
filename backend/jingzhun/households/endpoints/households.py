"""List and single record."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Response

from jingzhun.factbook import AsOf
from jingzhun.households.errors import DayInFuture
from jingzhun.households.schemas.household import (
    AsOfQuery,
    HouseholdDetail,
    HouseholdList,
    HouseholdQuery,
    MemberList,
)
from jingzhun.households.service import listing, reading
from jingzhun.kit.unit import Unit
from jingzhun.policy.roles import Permission
from jingzhun.web.answers import answer, ready, single
from jingzhun.web.guard import Caller, needs

router = APIRouter(prefix="/households", tags=["扶贫对象"])

Reader = Annotated[Caller, needs(Permission.HOUSEHOLDS_READ)]
MemberReader = Annotated[Caller, needs(Permission.MEMBERS_READ)]
HouseholdId = Annotated[str, Path(max_length=36, description="户标识")]


@router.get("", response_model=HouseholdList, summary="户列表")
def list_households(caller: Reader, query: Annotated[HouseholdQuery, Query()]) -> Response:
    """Households in scope by closed filters: a page with its total, or a stretch by cursor."""
    with caller.read() as u:
        items, rest = listing.list_households(u, query, caller.context.keys.cursor)
    return answer({**rest, "items": ready(items)})


def as_of(u: Unit, query: AsOfQuery) -> tuple[AsOf, bool]:
    """The day and instant asked about, and whether that is now; refuses the future."""
    if query.at is not None and query.at > u.today:
        raise DayInFuture(day=query.at)
    is_now = query.known_at is None and query.at in (None, u.today)
    return AsOf(query.at or u.today, query.known_at), is_now


@router.get("/{household_id}", response_model=HouseholdDetail, summary="一户")
def get_household(
    caller: Reader, household_id: HouseholdId, query: Annotated[AsOfQuery, Query()]
) -> Response:
    """One household with members, income and since when each value stands, as of a day."""
    with caller.read() as u:
        day, is_now = as_of(u, query)
        content = reading.get_household(u, household_id, day, is_now=is_now)
    return single(content, content["rev"])


@router.get("/{household_id}/members", response_model=MemberList, summary="家庭成员")
def list_members(
    caller: MemberReader, household_id: HouseholdId, query: Annotated[AsOfQuery, Query()]
) -> Response:
    """Members present on the day, in the order they were entered."""
    with caller.read() as u:
        day, is_now = as_of(u, query)
        items = reading.get_members(u, household_id, day, is_now=is_now)
    return answer({"at": day.at, "known_at": day.known_at, "items": items})
