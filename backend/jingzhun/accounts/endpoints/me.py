"""The signed-in person, and the posts the policy declares."""

from typing import Annotated

from fastapi import APIRouter, Response

from jingzhun.accounts.schemas.login import MeOut
from jingzhun.accounts.service import own
from jingzhun.web.answers import answer
from jingzhun.web.guard import Caller, signed_in

router = APIRouter(prefix="/me", tags=["登录"])


@router.get("", response_model=MeOut, summary="本人")
def read_me(caller: Annotated[Caller, signed_in(with_one_time_password=True)]) -> Response:
    """Name, roles, permissions and place of the signed-in person."""
    with caller.read() as u:
        return answer(own.of(u))
