"""The matrix of a plan, who was counted, and amounts spread as a preview."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from jingzhun.funds.counting import Rounding
from jingzhun.funds.schemas.plan import BasisOut, Count, Exact, Fen, FundPlanOut, Id, TierOut

Odd = Annotated[int, Field(ge=0, le=10**6, description="尾差单位数", examples=[1])]
Number = Annotated[int, Field(ge=0, le=10**12, examples=[60])]


class CellOut(BaseModel):
    """What a tier pays to a village."""

    tier: str = Field(max_length=40, examples=["province"])
    amount_fen: Fen
    exact: Exact
    odd: Annotated[int, Field(ge=0, le=1, description="1 表示尾差落在此格", examples=[0])]


class VillageRowOut(BaseModel):
    """One village of the matrix."""

    village_id: Id
    code: str = Field(max_length=20, examples=["440811070207"])
    village: str = Field(max_length=60, examples=["北山村"])
    town: str = Field(max_length=60, examples=["东山街道"])
    members: Count = Field(description="有劳动力户的全部成员")
    members_weak: Count = Field(description="同上，弱（半）劳动力计入")
    able: Count = Field(description="有劳动能力的个人")
    able_weak: Count = Field(description="同上，弱（半）劳动力计入")
    unsure: Count = Field(description="劳动能力未知而未计入")
    heads: Count = Field(description="按所用口径计入")
    amount_fen: Fen
    exact: Exact
    cells: list[CellOut] = Field(max_length=10)


class TierTotalOut(TierOut):
    """A column of the matrix."""

    amount_fen: Fen
    exact: Exact
    odd: Odd


class AllocationOut(FundPlanOut):
    """The matrix with its row and column totals; cells sum to the total exactly."""

    tiers: list[TierTotalOut] = Field(max_length=10)
    villages: list[VillageRowOut] = Field(max_length=10_000)
    bases: list[BasisOut] = Field(max_length=8)
    odd_units: Count = Field(description="尾差单位总数", examples=[7])


class PeopleQuery(BaseModel):
    """A page of who was counted."""

    model_config = ConfigDict(extra="forbid")

    village: str | None = Field(None, max_length=36, description="行政村 id")
    page: int = Field(1, ge=1, le=100_000, examples=[1])
    page_size: int = Field(50, ge=1, le=200, examples=[50])


class CountedPersonOut(BaseModel):
    """One person counted, as the registry knew them."""

    member_id: Id
    household_id: Id
    household_no: str = Field(max_length=40, examples=["440811070207001"])
    village: str = Field(max_length=60, examples=["北山村"])
    name: str = Field(max_length=120, description="无登记查看权限的只见姓", examples=["陈*"])
    id_number_masked: str | None = Field(max_length=40, examples=["4408**********1234"])
    is_able: bool = Field(description="有劳动能力", examples=[True])
    is_weak: bool = Field(description="弱（半）劳动力", examples=[False])


class PeoplePage(BaseModel):
    """A page of who was counted."""

    items: list[CountedPersonOut] = Field(max_length=200)
    page: int = Field(ge=1, examples=[1])
    page_size: int = Field(ge=1, le=200, examples=[50])
    total: Count


class WeightIn(BaseModel):
    """A row or column to spread over."""

    model_config = ConfigDict(extra="forbid")

    title: str = Field(min_length=1, max_length=80, examples=["东山街道"])
    weight: Number


class SpreadRequest(BaseModel):
    """An amount received, spread by a plan or by weights."""

    model_config = ConfigDict(extra="forbid")

    amount_fen: Fen = Field(description="到账金额", examples=[6_710_000_00])
    rounding: Rounding = Field(Rounding.FEN, examples=["fen"])
    plan_id: str | None = Field(None, max_length=36, description="按此方案的人数和比例")
    over: Literal["villages", "towns"] = Field("villages", description="分到村或街道（镇）")
    rows: list[WeightIn] | None = Field(None, min_length=1, max_length=2000)
    columns: list[WeightIn] | None = Field(None, min_length=1, max_length=20)


class SpreadCellOut(BaseModel):
    """One cell."""

    amount_fen: Fen
    exact: Exact
    odd: Odd


class SpreadRowOut(BaseModel):
    """One row with its cells."""

    title: str = Field(max_length=130, examples=["东山街道 北山村"])
    weight: Number
    amount_fen: Fen
    exact: Exact
    cells: list[SpreadCellOut] = Field(max_length=20)


class SpreadColumnOut(BaseModel):
    """One column's total."""

    title: str = Field(max_length=80, examples=["省"])
    weight: Number
    amount_fen: Fen
    exact: Exact
    odd: Odd


class SpreadOut(BaseModel):
    """The amount spread exactly; nothing is kept."""

    amount_fen: Fen
    rounding: Rounding = Field(examples=["fen"])
    columns: list[SpreadColumnOut] = Field(max_length=20)
    rows: list[SpreadRowOut] = Field(max_length=2000)
    odd_units: Count
