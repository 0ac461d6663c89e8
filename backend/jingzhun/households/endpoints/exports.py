"""Exports: asked for here, made as jobs, fetched from the job."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Response
from pydantic import BaseModel, ConfigDict, Field, model_validator

from jingzhun.households import jobs
from jingzhun.households.errors import DayInFuture
from jingzhun.kit.unit import Unit
from jingzhun.policy.roles import Permission
from jingzhun.web.answers import answer
from jingzhun.web.days import Day
from jingzhun.web.guard import Caller, needs

router = APIRouter(prefix="/households", tags=["扶贫对象"])


class HouseholdExport(BaseModel):
    """What to export; values in clear need a reason and a permission of their own."""

    model_config = ConfigDict(extra="forbid")

    subject: Literal["household", "member"] = Field(description="按户或按人", examples=["member"])
    place: str | None = Field(None, max_length=36, description="地方 id；缺省为您的全部管辖范围")
    at: Day | None = Field(None, description="截止日；缺省为今天", examples=["2018-06-30"])
    clear: bool = Field(False, description="证件、电话、账号不遮盖", examples=[False])
    reason: str = Field("", max_length=200, description="不遮盖时必填", examples=["与民政比对"])

    @model_validator(mode="after")
    def _has_reason(self) -> HouseholdExport:
        if self.clear and len(self.reason.strip()) < 2:
            raise ValueError("reason")
        return self


class ExportAsked(BaseModel):
    """The job that makes the export."""

    job_id: str = Field(max_length=36, examples=["0198f0a4-c1d2-7000-8000-3b1f6f0c9a11"])


@router.post("/export", response_model=ExportAsked, status_code=202, summary="导出扶贫对象")
def export_households(
    caller: Annotated[Caller, needs(Permission.HOUSEHOLDS_EXPORT)], body: HouseholdExport
) -> Response:
    """生成 Excel 的后台任务；遮盖的可直接导出，不遮盖的须有权限并说明事由，记入查阅日志。"""

    def work(unit: Unit) -> Response:
        at = body.at or unit.today
        if at > unit.today:
            raise DayInFuture(day=at)
        content = body.model_dump() | {"at": at.isoformat()}
        return answer({"job_id": jobs.ask(unit, caller.context, content)}, 202)

    return caller.once(work)
