"""Shapes of parameters and the orders that revise them."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictBool, StrictInt, StrictStr

from jingzhun.grammar.facts import Kind
from jingzhun.workflows.schemas import DocumentNumber, PossibleStepOut, TakenStepOut

Weights = Annotated[
    list[Annotated[StrictInt, Field(ge=0, le=1_000_000)]], Field(min_length=1, max_length=20)
]
Number = Annotated[StrictInt, Field(ge=0, le=10**15)]
Code = Annotated[StrictStr, Field(min_length=1, max_length=60)]
Value = StrictBool | Number | Code | Weights
Year = Annotated[int, Field(ge=2000, le=2100, description="年度", examples=[2018])]
Slug = Annotated[str, Field(max_length=60, examples=["fund-per-head"])]
Id = Annotated[str, Field(max_length=36, examples=["019a9d2e-7c3b-7a51-8000-2f6c1d9e4b70"])]
Basis = Annotated[
    str, Field(max_length=200, description="依据的文件", examples=["关于调整人均投入标准的通知"])
]
State = Literal["proposed", "confirmed", "declined", "withdrawn"]


class YearQuery(BaseModel):
    """The year asked about."""

    model_config = ConfigDict(extra="forbid")

    year: Year | None = Field(None, description="年度，默认今年")


class FigureOut(BaseModel):
    """A figure with its legal basis."""

    year: Year
    value: Value = Field(description="分、基点、数、是否、代码或各级权重", examples=[2_000_000])
    basis: str = Field(max_length=400, description="依据", examples=["湛开办〔2018〕84号"])
    is_verified: bool = Field(description="依据是否已核实", examples=[True])
    is_declared: bool = Field(description="随系统声明的数；否则由文件修订", examples=[True])


class PartOut(BaseModel):
    """One part of a split."""

    slug: str = Field(max_length=40, examples=["province"])
    title: str = Field(max_length=40, examples=["省"])


class ParameterOut(BaseModel):
    """A parameter with the figure in force."""

    slug: Slug
    title: str = Field(max_length=80, examples=["人均专项扶贫投入标准"])
    kind: Kind = Field(examples=["money"])
    unit: str = Field(max_length=20, examples=["元／人"])
    parts: list[PartOut] = Field(max_length=20)
    choices: dict[str, str] | None = Field(description="代码到名称")
    help: str = Field(max_length=300, examples=["三年合计"])
    clause_ref: str = Field(max_length=20, examples=["P4-1-1b"])
    clause_number: str = Field(max_length=40, examples=["四（一）1"])
    clause_quote: str = Field(max_length=300, examples=["按每人2万元的标准"])
    in_force: FigureOut | None = Field(description="该年度有效的数；此前没有则为空")
    waiting: int = Field(ge=0, le=1000, description="待确认的修订数", examples=[0])


class ParametersOut(BaseModel):
    """All parameters in one year."""

    year: Year
    items: list[ParameterOut] = Field(max_length=500)


class RevisionOut(BaseModel):
    """An order that fixes a figure."""

    id: Id
    parameter: Slug
    year: Year
    value: Value
    basis: Basis
    document_number: DocumentNumber
    note: str = Field(max_length=500, examples=[""])
    attachment_id: str | None = Field(max_length=36, description="扫描件 id")
    state: State = Field(examples=["proposed"])
    state_title: str = Field(max_length=40, examples=["待确认"])
    rev: int = Field(ge=1, le=1000, examples=[1])
    proposed_name: str = Field(max_length=60, examples=["张经办"])
    proposed_at: datetime = Field(examples=["2018-07-02T03:00:00.000Z"])
    settled_name: str | None = Field(max_length=60, examples=["李确认"])
    settled_at: datetime | None = Field(examples=[None])
    possible_steps: list[PossibleStepOut] = Field(max_length=20)


class RevisionDetail(RevisionOut):
    """An order with every step taken on it."""

    steps: list[TakenStepOut] = Field(max_length=100)


class ParameterDetail(ParameterOut):
    """A parameter with its declared figures and every order."""

    figures: list[FigureOut] = Field(max_length=200, description="声明的数")
    revisions: list[RevisionOut] = Field(max_length=1000)


class RevisionCreate(BaseModel):
    """A new figure of a year, by order."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)

    year: Year
    value: Value = Field(description="分、基点、数、是否、代码或各级权重", examples=[2_200_000])
    basis: Basis
    document_number: DocumentNumber
    note: str = Field("", max_length=500, description="说明", examples=[""])
    attachment_id: str | None = Field(None, max_length=36, description="扫描件 id")


class EffectOut(BaseModel):
    """One thing that would read the new figure."""

    kind: str = Field(
        max_length=40, description="indicator、register、fund-plan", examples=["indicator"]
    )
    slug: str = Field(max_length=60, examples=["income-line"])
    title: str = Field(max_length=200, examples=["收入达标率"])


class EffectsOut(BaseModel):
    """What a new figure would change, told before it is proposed."""

    year: Year
    in_force: FigureOut | None
    items: list[EffectOut] = Field(max_length=1000)
