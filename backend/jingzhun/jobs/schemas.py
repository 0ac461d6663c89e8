"""Jobs as the interface shows them."""

from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

State = Literal["queued", "running", "done", "failed", "cancelled"]


class JobOut(BaseModel):
    """One job; `progress` counts units of its own kind, rows for instance."""

    id: str = Field(max_length=36, examples=["0198f0a4-c1d2-7000-8000-000000000001"])
    kind: str = Field(max_length=40, description="任务种类", examples=["import-check"])
    title: str = Field(max_length=120, description="任务名称", examples=["检查花名册"])
    state: State = Field(description="状态", examples=["running"])
    done: int = Field(ge=0, le=1 << 31, description="已完成数", examples=[1200])
    total: int = Field(ge=0, le=1 << 31, description="总数，0 为未知", examples=[4000])
    result_url: str | None = Field(max_length=200, description="结果下载地址", examples=[None])
    result_name: str | None = Field(max_length=120, description="结果文件名", examples=[None])
    error_code: str | None = Field(max_length=80, description="失败代码", examples=[None])
    error: str | None = Field(max_length=500, description="失败原因和办法", examples=[None])
    made_at: datetime = Field(description="提交时刻", examples=["2018-07-02T03:00:00.000Z"])
    started_at: datetime | None = Field(description="开始时刻", examples=[None])
    ended_at: datetime | None = Field(description="结束时刻", examples=[None])


class JobList(BaseModel):
    """A page of one's own jobs, newest first."""

    items: list[JobOut] = Field(max_length=200)
    total: int = Field(ge=0, le=1 << 31, examples=[3])


class JobQuery(BaseModel):
    """Filters of the list."""

    model_config = ConfigDict(extra="forbid")

    state: State | None = Field(None, description="状态", examples=["running"])
    page: int = Field(1, ge=1, le=100_000, description="页码", examples=[1])
    page_size: int = Field(20, ge=1, le=200, description="每页条数", examples=[20])
