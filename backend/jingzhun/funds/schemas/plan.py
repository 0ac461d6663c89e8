"""What a plan is asked with, and how it is shown."""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from jingzhun.funds.counting import Rounding
from jingzhun.web.days import Day
from jingzhun.workflows.schemas import PossibleStepOut, StepPapers, TakenStepOut

EXAMPLE_ID = "019a9d2e-7c3b-7a51-8000-2f6c1d9e4b70"
Id = Annotated[str, Field(max_length=36, examples=[EXAMPLE_ID])]
Fen = Annotated[int, Field(ge=0, le=10**17, examples=[2_000_000])]
Count = Annotated[int, Field(ge=0, le=10**9, examples=[1352])]
Year = Annotated[int, Field(ge=2000, le=2100, examples=[2016])]
Weight = Annotated[int, Field(ge=0, le=1_000_000, examples=[60])]
State = Literal["computed", "checked", "returned", "decided", "noticed", "superseded", "withdrawn"]
Counting = Literal["household-members", "able-persons"]
BasisText = Annotated[str, Field(max_length=400, examples=["湛开办〔2018〕84号"])]
Exact = Annotated[
    str, Field(max_length=120, description="应得份额，分，精确到分数", examples=["333333 1/3"])
]


class FundPlanCreate(BaseModel):
    """A plan to compute; what is left out is taken from the parameters in force."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)

    title: str = Field("", max_length=100, description="名称；缺省按年度生成", examples=[""])
    start_year: Year = Field(description="起始年度")
    end_year: Year = Field(description="终止年度", examples=[2018])
    snapshot_on: Day = Field(description="人数截止日", examples=["2018-06-30"])
    standard_fen: Fen | None = Field(None, description="人均标准；缺省取现行参数")
    split: list[Weight] | None = Field(
        None, min_length=4, max_length=4, description="各级权重", examples=[[60, 30, 5, 5]]
    )
    counting_basis: Counting | None = Field(None, examples=["household-members"])
    counts_weak: bool | None = Field(None, description="弱（半）劳动力计入", examples=[False])
    rounding: Rounding = Field(Rounding.FEN, description="取整单位", examples=["fen"])
    legal_basis: str = Field("", max_length=200, description="与现行参数不同时的依据")
    note: str = Field("", max_length=500, description="说明", examples=[""])


class FundPlanRevise(FundPlanCreate):
    """A returned plan computed anew; the note says what changed."""


class FundPlanStep(StepPapers):
    """What comes with a step on a plan."""

    superseded_by: str | None = Field(
        None, max_length=36, description="替代它的方案 id，仅“以新方案替代”时填写"
    )


class FundPlanQuery(BaseModel):
    """A page of plans."""

    model_config = ConfigDict(extra="forbid")

    state: State | None = Field(None, description="状态", examples=["decided"])
    page: int = Field(1, ge=1, le=100_000, examples=[1])
    page_size: int = Field(50, ge=1, le=200, examples=[50])


class TierOut(BaseModel):
    """A tier and its weight."""

    slug: str = Field(max_length=40, examples=["province"])
    title: str = Field(max_length=40, examples=["省"])
    weight: Weight


class BasisOut(BaseModel):
    """Heads and amount by one counting basis."""

    counting_basis: Counting = Field(examples=["household-members"])
    counting_basis_title: str = Field(max_length=60, examples=["有劳动力户的全部成员"])
    counts_weak: bool = Field(description="弱（半）劳动力计入", examples=[False])
    heads: Count
    total_fen: Fen
    is_chosen: bool = Field(description="本方案采用的口径", examples=[True])


class FundPlanOut(BaseModel):
    """A plan; heads and amounts are those of the caller's places."""

    id: Id
    title: str = Field(max_length=120, examples=["2016—2018年专项扶贫资金分配方案"])
    state: State = Field(examples=["computed"])
    state_title: str = Field(max_length=40, examples=["已测算"])
    rev: int = Field(ge=1, le=100_000, examples=[1])
    start_year: Year
    end_year: Year
    snapshot_on: date = Field(description="人数截止日", examples=["2018-06-30"])
    computed_at: datetime = Field(description="按此时掌握的情况", examples=["2018-07-02T03:00:00Z"])
    standard_fen: Fen = Field(description="人均标准")
    standard_basis: BasisText
    split: list[TierOut] = Field(max_length=10)
    split_basis: BasisText
    counting_basis: Counting = Field(examples=["household-members"])
    counting_basis_title: str = Field(max_length=60, examples=["有劳动力户的全部成员"])
    counting_source: BasisText
    counts_weak: bool = Field(examples=[False])
    weak_source: BasisText
    rounding: Rounding = Field(examples=["fen"])
    rounding_title: str = Field(max_length=10, examples=["分"])
    note: str = Field(max_length=500, examples=[""])
    made_name: str = Field(max_length=60, examples=["张经办"])
    made_at: datetime = Field(examples=["2018-07-02T03:00:00Z"])
    document_number: str | None = Field(max_length=120, examples=["湛开办〔2018〕91号"])
    decided_on: date | None = Field(examples=["2018-07-01"])
    attachment_id: str | None = Field(max_length=36, description="批准文件扫描件 id")
    decided_at: datetime | None = Field(examples=[None])
    superseded_by: str | None = Field(max_length=36, description="替代它的方案 id")
    is_whole: bool = Field(description="是否看到全部村", examples=[True])
    village_count: Count = Field(description="村数", examples=[50])
    heads: Count = Field(description="计入人数")
    unsure: Count = Field(description="劳动能力未知而未计入的人数", examples=[3])
    total_fen: Fen = Field(description="总额")


class FundPlanPage(BaseModel):
    """A page of plans, the newest first."""

    items: list[FundPlanOut] = Field(max_length=200)
    page: int = Field(ge=1, examples=[1])
    page_size: int = Field(ge=1, le=200, examples=[50])
    total: Count


class FundPlanDetail(FundPlanOut):
    """A plan with every counting basis, what may be done and what was done."""

    bases: list[BasisOut] = Field(max_length=8, description="各种口径的合计，批准前都要看")
    possible_steps: list[PossibleStepOut] = Field(max_length=20)
    steps: list[TakenStepOut] = Field(max_length=500)


class FundPlanStepsOut(BaseModel):
    """What the caller may do with a plan now, and what was done."""

    rev: int = Field(ge=1, le=100_000, examples=[1])
    possible_steps: list[PossibleStepOut] = Field(max_length=20)
    steps: list[TakenStepOut] = Field(max_length=500)
