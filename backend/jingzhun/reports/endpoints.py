"""The caller's desk."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Response

from jingzhun.reports import service
from jingzhun.reports.schemas import DeskOut, TaskOut
from jingzhun.web.answers import answer
from jingzhun.web.guard import Caller, signed_in

router = APIRouter(prefix="/desk", tags=["工作台"])


@router.get("", response_model=DeskOut, summary="等我办理的事项")
def read_desk(caller: Annotated[Caller, signed_in()]) -> Response:
    """等候本人办理的事项，先到的在前；只列本人有权办理的。"""
    with caller.read() as unit:
        tasks, running = service.desk(unit)
    items = [TaskOut.model_validate(vars(task)) for task in tasks]
    return answer({"tasks": items, "running_jobs": running})
