"""Imports as the interface shows them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

State = Literal[
    "uploaded", "reading", "needs-columns", "needs-date", "checked", "partly-merged", "merged",
    "discarded", "failed",
]  # fmt: skip
Severity = Literal["error", "warning", "normalised"]
Action = Literal["new", "changed", "same", "held", "out-of-scope", "missing", "merged"]
_ID = "0198f0a4-c1d2-7000-8000-000000000001"
_MOST = 1 << 31
Number = Annotated[int, Field(ge=0, le=_MOST)]
Rule = Annotated[str, Field(max_length=20, description="规则编号", examples=["DQ-002"])]
Message = Annotated[
    str, Field(max_length=1000, description="问题和办法", examples=["证件号码校验不通过"])
]


class ImportOut(BaseModel):
    """One batch; `counts` are figures by word, empty until it was checked."""

    id: str = Field(max_length=36, description="标识", examples=[_ID])
    target: str = Field(max_length=40, description="导入种类", examples=["roster"])
    target_title: str = Field(max_length=60, description="种类名称", examples=["建档立卡花名册"])
    file_name: str = Field(max_length=200, description="文件名", examples=["北山村花名册.xlsx"])
    sha256: str = Field(max_length=64, description="文件摘要", examples=["9f86d081884c7d65"])
    size: Number = Field(description="字节数", examples=[20480])
    state: State = Field(description="状态", examples=["checked"])
    rev: Number = Field(description="版本号", examples=[3])
    actor_name: str = Field(max_length=60, description="上传人", examples=["陈明"])
    asked_on: date | None = Field(description="指定的填报日期", examples=[None])
    options: dict[str, Annotated[str, Field(max_length=120)]] = Field(
        description="存量导入的依据、状态和年度",
        examples=[{"poverty_state": "exited", "year": "2017"}],
    )
    done: Number = Field(description="已读取行数", examples=[400])
    total: Number = Field(description="总行数", examples=[400])
    job_id: str | None = Field(max_length=36, description="检查任务", examples=[_ID])
    error_code: str | None = Field(max_length=80, description="失败代码", examples=[None])
    error: str | None = Field(max_length=500, description="失败原因和办法", examples=[None])
    made_at: datetime = Field(description="上传时刻", examples=["2018-07-02T03:00:00.000Z"])
    checked_at: datetime | None = Field(description="检查完成时刻", examples=[None])
    merged_at: datetime | None = Field(description="入库时刻", examples=[None])
    file_until: datetime | None = Field(description="文件保存到", examples=[None])
    counts: dict[str, Annotated[int, Field(ge=0, le=_MOST)]] = Field(
        description="户数：households new changed same held out_of_scope missing merged；"
        "人数：members；问题：errors warnings normalised",
        examples=[{"households": 8, "new": 8, "held": 0}],
    )


class ImportList(BaseModel):
    """A page of batches, newest first."""

    items: list[ImportOut] = Field(max_length=200)
    total: Number = Field(examples=[1])


class SheetColumn(BaseModel):
    """A column of a sheet and what it was taken for."""

    index: Number = Field(description="列号，从 0 起", examples=[12])
    heading: str = Field(max_length=500, description="表头原文", examples=["姓名"])
    group: str = Field(max_length=500, description="上级表头", examples=["家庭成员信息"])
    key: str | None = Field(max_length=60, description="字段", examples=["name"])
    title: str = Field(max_length=60, description="字段名称", examples=["姓名"])
    status: Literal["recognised", "unknown", "ignored"] = Field(
        description="是否认识", examples=["recognised"]
    )
    suggested: list[Annotated[str, Field(max_length=60)]] = Field(
        max_length=10, description="可能的字段", examples=[["contact_phone"]]
    )


class ImportSheet(BaseModel):
    """A sheet: a table of ours, notes, or a table without headings."""

    position: Number = Field(description="序号，从 0 起", examples=[0])
    name: str = Field(max_length=100, description="工作表名", examples=["北山村委会"])
    kind: Literal["table", "notes", "unread"] = Field(description="种类", examples=["table"])
    heading_row: Number = Field(description="表头所在行", examples=[4])
    filled_on: date | None = Field(description="填报日期", examples=["2018-06-12"])
    income_year: int | None = Field(ge=1990, le=2100, description="收入年度", examples=[2017])
    groups: Number = Field(description="户数", examples=[8])
    rows: Number = Field(description="人数", examples=[21])
    columns: list[SheetColumn] = Field(max_length=600)


class FindingKind(BaseModel):
    """How often a rule was found."""

    rule: Rule
    title: str = Field(max_length=200, description="问题种类", examples=["证件号码校验不通过"])
    severity: Severity = Field(description="轻重", examples=["error"])
    count: Number = Field(description="处数", examples=[3])


class ImportField(BaseModel):
    """A field a column may be mapped to."""

    key: str = Field(max_length=60, description="字段", examples=["contact_phone"])
    title: str = Field(max_length=60, description="名称", examples=["联系电话"])
    is_required: bool = Field(description="是否必需", examples=[False])


class ImportDetail(ImportOut):
    """A batch with its sheets, columns and kinds of findings."""

    sheets: list[ImportSheet] = Field(max_length=500)
    kinds: list[FindingKind] = Field(max_length=300)
    fields: list[ImportField] = Field(max_length=300)


class FindingOut(BaseModel):
    """A finding at its cell."""

    rule: Rule
    severity: Severity = Field(description="轻重", examples=["error"])
    sheet: str = Field(max_length=100, description="工作表", examples=["北山村委会"])
    sheet_position: Number = Field(description="工作表序号", examples=[0])
    row: Number = Field(description="行号", examples=[5])
    household_no: str = Field(max_length=40, description="户编号", examples=["4408110702070001"])
    member: str = Field(max_length=120, description="成员姓名", examples=["洪敏佳"])
    column: str = Field(max_length=120, description="表头", examples=["证件号码"])
    column_index: int = Field(ge=-1, le=1000, description="列号，从 0 起", examples=[13])
    group: int = Field(ge=-1, le=_MOST, description="户序号，-1 为整张表", examples=[0])
    message: Message


class FindingList(BaseModel):
    """A page of findings in the order of the workbook."""

    items: list[FindingOut] = Field(max_length=200)
    total: Number = Field(examples=[3])


class CellFinding(BaseModel):
    """A finding at a cell of the row it stands in."""

    column_index: int = Field(ge=-1, le=1000, description="列号，从 0 起", examples=[13])
    rule: Rule
    severity: Severity = Field(description="轻重", examples=["error"])
    message: Message


class RowOut(BaseModel):
    """A row as in the sheet, protected cells masked."""

    row: Number = Field(description="行号", examples=[5])
    group: int = Field(ge=-1, le=_MOST, description="户序号", examples=[0])
    cells: list[Annotated[str, Field(max_length=32_767)]] = Field(max_length=600)
    findings: list[CellFinding] = Field(max_length=1000)


class RowList(BaseModel):
    """A page of rows."""

    items: list[RowOut] = Field(max_length=200)
    total: Number = Field(examples=[21])


class ImportChangeOut(BaseModel):
    """One fact that changes, masked."""

    member: str = Field(max_length=120, description="成员，空为户", examples=["洪敏佳"])
    title: str = Field(max_length=60, description="字段", examples=["务工状况"])
    before: str = Field(max_length=600, description="现登记", examples=["省外务工"])
    after: str = Field(max_length=600, description="导入后", examples=["县外省内务工"])


class RecordOut(BaseModel):
    """A household of the batch, or one that is registered and not in the file."""

    key: str = Field(max_length=40, description="户编号", examples=["4408110702070001"])
    title: str = Field(max_length=120, description="户主", examples=["洪敏佳"])
    members: Number = Field(description="人数", examples=[5])
    place: str = Field(max_length=60, description="行政村", examples=["北山村委会"])
    sheet: int | None = Field(ge=0, le=1000, description="工作表序号", examples=[0])
    row: int | None = Field(ge=0, le=_MOST, description="首行行号", examples=[5])
    group: int | None = Field(ge=-1, le=_MOST, description="户序号", examples=[0])
    action: Action = Field(description="处理", examples=["changed"])
    is_held: bool = Field(description="暂缓入库", examples=[False])
    changes: list[ImportChangeOut] = Field(max_length=300)


class RecordList(BaseModel):
    """A page of households."""

    items: list[RecordOut] = Field(max_length=200)
    total: Number = Field(examples=[8])


class MergeOut(BaseModel):
    """What a merge wrote, and the batch after it."""

    merged: dict[str, Annotated[int, Field(ge=0, le=_MOST)]] = Field(
        description="户：new changed；人：members_new members_changed", examples=[{"new": 8}]
    )
    batch: ImportOut


class _Query(BaseModel):
    model_config = ConfigDict(extra="forbid")

    page: int = Field(1, ge=1, le=1_000_000, description="页码", examples=[1])
    page_size: int = Field(50, ge=1, le=200, description="每页条数", examples=[50])

    @property
    def offset(self) -> int:
        """Rows before this page."""
        return (self.page - 1) * self.page_size


class ImportQuery(_Query):
    """Filters of the list."""

    state: State | None = Field(None, description="状态", examples=["checked"])


class FindingQuery(_Query):
    """Filters of findings."""

    severity: Severity | None = Field(None, description="轻重", examples=["error"])
    rule: str | None = Field(None, max_length=20, description="规则", examples=["DQ-002"])
    village: str | None = Field(
        None, max_length=120, pattern=r"^/[\w/-]*/$", description="行政村路径", examples=[None]
    )
    sheet: int | None = Field(None, ge=0, le=1000, description="工作表序号", examples=[0])
    household_no: str | None = Field(None, max_length=40, description="户编号", examples=[None])


class RowQuery(_Query):
    """Which rows of which sheet."""

    sheet: int = Field(0, ge=0, le=1000, description="工作表序号", examples=[0])
    severity: Severity | None = Field(None, description="只看有此类问题的户", examples=["error"])
    rule: str | None = Field(None, max_length=20, description="只看此规则", examples=[None])


class RecordQuery(_Query):
    """Which households."""

    action: Action = Field("new", description="处理", examples=["changed"])


class ColumnMapping(BaseModel):
    """What headings mean: a field's key, or null to leave the column out."""

    model_config = ConfigDict(extra="forbid")

    mapping: dict[
        Annotated[str, Field(min_length=1, max_length=500)],
        Annotated[str, Field(max_length=60)] | None,
    ] = Field(min_length=1, max_length=600, examples=[{"农户属性（旧）": "household_kind"}])


class RosterDay(BaseModel):
    """The day of which sheets speak that do not say it."""

    model_config = ConfigDict(extra="forbid")

    filled_on: date = Field(
        ge=date(1990, 1, 1), le=date(2100, 1, 1), description="填报日期", examples=["2018-06-12"]
    )


class CellUpdate(BaseModel):
    """Another text for a cell of the grid."""

    model_config = ConfigDict(extra="forbid")

    sheet: int = Field(ge=0, le=1000, description="工作表序号", examples=[0])
    column_index: int = Field(ge=0, le=1000, description="列号，从 0 起", examples=[14])
    value: str = Field(max_length=500, description="新的内容", examples=["之子"])


class MergeOptions(BaseModel):
    """What the initial load says of households that are not registered yet."""

    model_config = ConfigDict(extra="forbid")

    document: str | None = Field(
        None, min_length=1, max_length=120, description="存量导入的依据文件",
        examples=["2016年精准识别台账"],
    )  # fmt: skip
