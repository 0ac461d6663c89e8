"""Two spellings of one hamlet become one: the tree and the households in one transaction."""

from typing import Annotated

from fastapi import APIRouter, Path, Response

from jingzhun.households.schemas.changes import HamletMerge
from jingzhun.households.service import hamlet
from jingzhun.places.repository import PlaceRepository
from jingzhun.policy.roles import Permission
from jingzhun.web.guard import Caller, needs

router = APIRouter(prefix="/places", tags=["地点"])

Keeper = Annotated[Caller, needs(Permission.PLACES_MANAGE)]


@router.post("/{place_id}/merge", status_code=204, summary="合并自然村")
def merge_hamlet(
    caller: Keeper,
    place_id: Annotated[str, Path(max_length=36, description="要并入另一处的自然村")],
    body: HamletMerge,
) -> Response:
    """Let one hamlet be another spelling of a second; its households move along."""
    with caller.write() as u:
        caller.expect(PlaceRepository(u, Permission.PLACES_MANAGE).get(place_id).rev)
        hamlet.merge(u, place_id, body.into_id)
    return Response(status_code=204)
