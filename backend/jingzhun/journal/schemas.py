"""The journal in the API."""

from datetime import date, datetime
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from jingzhun.web.days import Day

_Id = Annotated[str, StringConstraints(max_length=60)]


class AuditQuery(BaseModel):
    """Filters of the list; unknown ones are refused."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    actor_id: _Id | None = Field(default=None, description="操作人账号标识")
    action: Annotated[str, StringConstraints(pattern=r"^[a-z0-9.-]{1,60}$")] | None = Field(
        default=None,
        max_length=60,
        description="动作，或其前半段：account 即 account.*",
        examples=["account.create"],
    )
    subject: Annotated[str, StringConstraints(pattern=r"^[a-z0-9_-]{1,40}$")] | None = Field(
        default=None, max_length=40, description="对象类别", examples=["account"]
    )
    subject_id: _Id | None = Field(default=None, description="对象标识")
    place_path: (
        Annotated[str, StringConstraints(pattern=r"^/([0-9A-Za-z]+/)+$", max_length=120)] | None
    ) = Field(default=None, description="地点路径之内", examples=["/440840/440811070/"])
    first_on: Day | None = Field(
        default=None, alias="from", description="起始日（含）", examples=["2018-07-01"]
    )
    last_on: date | None = Field(
        default=None, alias="to", description="截止日（含）", examples=["2018-07-31"]
    )
    page: int = Field(default=1, ge=1, le=1_000_000, description="页码", examples=[1])
    page_size: int = Field(default=50, ge=1, le=200, description="每页条数", examples=[50])


class EntryOut(BaseModel):
    """What was done, by whom, when and from where; protected values only masked."""

    id: str = Field(max_length=36, description="日志标识", examples=["0198f0a4-0000-7000-8000-0"])
    seq: int = Field(ge=1, le=10**15, description="链上序号", examples=[1])
    happened_at: datetime = Field(description="时刻", examples=["2018-07-02T03:00:00.000Z"])
    actor_id: str = Field(max_length=36, description="操作人标识", examples=["system"])
    actor_name: str = Field(max_length=60, description="操作人", examples=["林小明"])
    actor_roles: list[str] = Field(max_length=20, description="操作人角色", examples=[["town"]])
    address: str = Field(max_length=45, description="来源地址", examples=["10.8.0.12"])
    request_id: str = Field(max_length=36, description="请求编号", examples=["0198f0a4-0000"])
    action: str = Field(max_length=60, description="动作", examples=["account.create"])
    subject: str = Field(max_length=40, description="对象类别", examples=["account"])
    subject_id: str = Field(max_length=60, description="对象标识", examples=["0198f0a4-0000"])
    place_path: str = Field(max_length=120, description="所属地点路径", examples=["/440840/"])
    summary: str = Field(max_length=300, description="内容", examples=["新建账号：林小明"])
    reason: str = Field(max_length=300, description="事由", examples=["新到任"])
    before: dict[str, Any] | None = Field(description="变更前，受保护内容已遮盖", examples=[None])
    after: dict[str, Any] | None = Field(
        description="变更后，受保护内容已遮盖", examples=[{"name": "林小明"}]
    )
    titles: dict[str, str] = Field(
        max_length=400,
        description="登记项目的名称，以项目标识为键",
        examples=[{"main_cause": "主要致贫原因"}],
    )


class EntryPage(BaseModel):
    """A page of entries, newest first."""

    items: list[EntryOut] = Field(max_length=200, description="本页日志")
    total: int = Field(ge=0, le=10**15, description="总数", examples=[1])
    page: int = Field(ge=1, le=1_000_000, description="页码", examples=[1])
    page_size: int = Field(ge=1, le=200, description="每页条数", examples=[50])


class HeadOut(BaseModel):
    """The last entry; kept outside, it proves everything before it."""

    seq: int = Field(ge=0, le=10**15, description="条数", examples=[4000])
    hash: str = Field(
        min_length=64, max_length=64, description="末条摘要（SHA-256）", examples=["0" * 64]
    )
    happened_at: datetime | None = Field(
        description="末条时刻", examples=["2018-07-02T03:00:00.000Z"]
    )


class ProofRequest(BaseModel):
    """A head kept outside, if there is one."""

    model_config = ConfigDict(extra="forbid")

    seq: int | None = Field(
        default=None, ge=0, le=10**15, description="保存的条数", examples=[4000]
    )
    hash: str | None = Field(
        default=None,
        pattern=r"^[0-9a-f]{64}$",
        max_length=64,
        description="保存的摘要",
        examples=["0" * 64],
    )


class ProofOut(BaseModel):
    """Whether the journal is whole, and where it first is not."""

    is_whole: bool = Field(description="完整，没有被改动", examples=[True])
    checked: int = Field(ge=0, le=10**15, description="核对条数", examples=[4000])
    fault: str | None = Field(
        max_length=300, description="最先发现的问题", examples=["第12条内容被改动"]
    )
    head: HeadOut = Field(description="现在的链头")
