"""Place tree, single places, hamlets and marks over HTTP."""

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Response

from jingzhun.kit.unit import Unit
from jingzhun.places import service
from jingzhun.places.repository import PlaceRepository
from jingzhun.places.schemas import (
    PlaceDetail,
    PlaceMarkCreate,
    PlaceMarkEnd,
    PlaceTree,
    PlaceTreeQuery,
    PlaceUpdate,
)
from jingzhun.policy.roles import Permission
from jingzhun.web.answers import answer, single
from jingzhun.web.guard import Caller, needs

router = APIRouter(prefix="/places", tags=["地点"])

Reader = Annotated[Caller, needs(Permission.PLACES_READ)]
Keeper = Annotated[Caller, needs(Permission.PLACES_MANAGE)]
PlaceId = Annotated[str, Path(max_length=36, description="地点标识")]
_COLUMNS = ("id", "parent_id", "kind", "name", "code", "path", "is_confirmed", "rev")
_NAMES = ("name", "kind", "valid_from", "valid_to")
_CODES = ("system", "code", "valid_from", "valid_to")
_MARKS = ("id", "mark", "valid_from", "valid_to", "document")


@router.get("", response_model=PlaceTree, summary="地点树")
def list_places(caller: Reader, query: Annotated[PlaceTreeQuery, Query()]) -> Response:
    """Every place in scope with the marks in force, parents before children."""
    with caller.read() as u:
        at = query.at or u.today
        rows = PlaceRepository(u, Permission.PLACES_READ).tree(at)
    items: list[dict[str, Any]] = []
    for row in rows:
        if not items or items[-1]["id"] != row.id:
            items.append({**dict(zip(_COLUMNS, row, strict=False)), "marks": []})
        if row.mark is not None:
            items[-1]["marks"].append(row.mark)
    return answer({"at": at, "items": items})


@router.get("/{place_id}", response_model=PlaceDetail, summary="一个地点")
def get_place(caller: Reader, place_id: PlaceId) -> Response:
    """One place with its dated names, codes and marks."""
    with caller.read() as u:
        return _detail(u, place_id)


@router.patch("/{place_id}", response_model=PlaceDetail, summary="确认或更名")
def update_place(caller: Keeper, place_id: PlaceId, body: PlaceUpdate) -> Response:
    """Confirm a hamlet, correct its name, or rename a town or village from a day on."""
    with caller.write() as u:
        caller.expect(PlaceRepository(u, Permission.PLACES_MANAGE).get(place_id).rev)
        service.settle(
            u, place_id, name=body.name, is_confirmed=body.is_confirmed, on=body.valid_from
        )
        return _detail(u, place_id)


@router.post(
    "/{place_id}/marks", response_model=PlaceDetail, status_code=201, summary="给村庄加标记"
)
def mark_place(caller: Keeper, place_id: PlaceId, body: PlaceMarkCreate) -> Response:
    """Mark a village as provincial poor or key helped, with the document that says so."""
    with caller.write() as u:
        service.mark(u, place_id, body.mark, body.valid_from, body.valid_to, body.document)
        return _detail(u, place_id, status=201)


@router.patch("/{place_id}/marks/{mark_id}", response_model=PlaceDetail, summary="结束标记")
def end_place_mark(
    caller: Keeper,
    place_id: PlaceId,
    mark_id: Annotated[str, Path(max_length=36)],
    body: PlaceMarkEnd,
) -> Response:
    """Let a mark end on a day."""
    with caller.write() as u:
        caller.expect(PlaceRepository(u, Permission.PLACES_MANAGE).get(place_id).rev)
        service.end_mark(u, place_id, mark_id, body.valid_to)
        return _detail(u, place_id)


def _detail(u: Unit, place_id: str, status: int = 200) -> Response:
    repository = PlaceRepository(u, Permission.PLACES_READ)
    one = repository.get(place_id)
    marks = repository.marks(place_id)
    content = {
        **dict(zip(_COLUMNS, one, strict=True)),
        "marks": [mark.mark for mark in marks if _holds(mark, u.today)],
        "names": [dict(zip(_NAMES, row, strict=True)) for row in repository.names(place_id)],
        "codes": [dict(zip(_CODES, row, strict=True)) for row in repository.codes(place_id)],
        "mark_history": [dict(zip(_MARKS, row, strict=True)) for row in marks],
    }
    return single(content, one.rev, status)


def _holds(mark: Any, at: date) -> bool:
    return bool(mark.valid_from <= at and (mark.valid_to is None or mark.valid_to > at))
