"""Search, duplicates, history, values in clear, and what the fields are."""

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Response

from jingzhun.households.schemas.changes import EventList, HistoryList, RevealOut, RevealRequest
from jingzhun.households.schemas.household import PlaceQuery
from jingzhun.households.schemas.search import (
    CodeTableOut,
    DuplicatesAnswer,
    DuplicatesRequest,
    FieldsOut,
    PlaceCounts,
    SearchAnswer,
    SearchRequest,
)
from jingzhun.households.service import describing, history, reveal, searching
from jingzhun.policy.roles import Permission
from jingzhun.web.answers import answer
from jingzhun.web.guard import Caller, needs

router = APIRouter(prefix="/households", tags=["扶贫对象"])

Reader = Annotated[Caller, needs(Permission.HOUSEHOLDS_READ)]
MemberReader = Annotated[Caller, needs(Permission.MEMBERS_READ)]
Writer = Annotated[Caller, needs(Permission.HOUSEHOLDS_WRITE)]
Revealer = Annotated[Caller, needs(Permission.HOUSEHOLDS_REVEAL)]
HouseholdId = Annotated[str, Path(max_length=36, description="户标识")]
MemberId = Annotated[str, Path(max_length=36, description="成员标识")]


@router.get("/fields", response_model=FieldsOut, summary="登记项目和代码表")
def list_household_fields(caller: Reader) -> Response:
    """Every stored fact with its words and codes; forms and cells are drawn from this."""
    del caller
    return answer(describing.fields(), Cache_Control="private, max-age=300")


@router.get("/code-tables/{slug}", response_model=CodeTableOut, summary="一个代码表")
def get_code_table(
    caller: Reader, slug: Annotated[str, Path(max_length=60, examples=["gbt2260_divisions_2023"])]
) -> Response:
    """One code table whole, such as the divisions, which /fields leaves empty."""
    del caller
    return answer(describing.table(slug), Cache_Control="private, max-age=300")


@router.get("/summary", response_model=PlaceCounts, summary="户数分组统计")
def count_households(caller: Reader, query: Annotated[PlaceQuery, Query()]) -> Response:
    """Households in groups by village, kind, cause, state and registration, as of today."""
    with caller.read() as u:
        items = describing.counts(u, query.place)
        return answer({"at": u.today, "items": items})


@router.post("/search", response_model=SearchAnswer, summary="查找人或户")
def search_households(caller: MemberReader, body: SearchRequest) -> Response:
    """By name, pinyin initials, last four or six digits or the whole ID, phone, household no."""
    with caller.read() as u:
        found = searching.search(u, caller.context.keys, body.text, body.place, body.limit)
    return answer({"items": found})


@router.post("/duplicates-check", response_model=DuplicatesAnswer, summary="查重")
def check_duplicates(caller: Writer, body: DuplicatesRequest) -> Response:
    """Who may be the same as people about to be entered."""
    with caller.read() as u:
        found = searching.duplicates(u, caller.context.keys, body)
    return answer({"items": found})


@router.get("/{household_id}/events", response_model=EventList, summary="户事件")
def list_household_events(caller: Reader, household_id: HouseholdId) -> Response:
    """What happened to the household, latest first."""
    with caller.read() as u:
        return answer({"items": history.events(u, household_id)})


@router.get("/{household_id}/history", response_model=HistoryList, summary="变动记录")
def list_household_history(caller: Reader, household_id: HouseholdId) -> Response:
    """Who changed what and when, field by field; protected values as their mask."""
    with caller.read() as u:
        return answer({"items": history.history(u, household_id)})


@router.post("/{household_id}/reveal", response_model=RevealOut, summary="查看户受保护信息")
def reveal_household(caller: Revealer, household_id: HouseholdId, body: RevealRequest) -> Response:
    """Phone and bank account in clear, with a reason; written to the access log."""
    return _revealed(caller, household_id, None, body)


@router.post(
    "/{household_id}/members/{member_id}/reveal",
    response_model=RevealOut,
    summary="查看成员受保护信息",
)
def reveal_member(
    caller: Revealer, household_id: HouseholdId, member_id: MemberId, body: RevealRequest
) -> Response:
    """ID, phone and disability certificate in clear, with a reason; logged."""
    return _revealed(caller, household_id, member_id, body)


def _revealed(
    caller: Caller, household_id: str, member_id: str | None, body: RevealRequest
) -> Response:
    keys = caller.context.keys
    values: dict[str, Any]
    with caller.write() as u:
        if member_id is None:
            values = reveal.reveal_household(u, keys, household_id, body.fields, body.reason)
        else:
            values = reveal.reveal_member(
                u, keys, household_id, member_id, body.fields, body.reason
            )
    # Only after the commit: no value leaves without its entry in the log.
    return answer({"values": values})
