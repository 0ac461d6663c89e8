"""What a household looks like in the list and as one record."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from jingzhun.households.schemas.facts import (
    MAX_FEN,
    Coded,
    HouseholdFacts,
    IncomeFacts,
    MemberFacts,
)
from jingzhun.policy import codes
from jingzhun.web import days

SORTABLE = (
    "place", "household_no", "household_kind", "main_cause", "poverty_state", "registration",
    "head_name", "member_count", "able_count", "net_income_fen", "net_income_per_head_fen",
    "updated_at",
)  # fmt: skip
_ONE = "-?(" + "|".join(SORTABLE) + ")"
MAX_PAGE = 100_000

RecordId = Annotated[str, Field(max_length=36, examples=["019a9d2e-7c3b-7a51-8000-2f6c1d9e4b70"])]
Code = Annotated[str, Field(max_length=20)]
Count = Annotated[int, Field(ge=0, le=1000)]
Fen = Annotated[int, Field(ge=-MAX_FEN, le=MAX_FEN)]
Year = Annotated[int, Field(ge=1990, le=2100, examples=[2017])]
HouseholdNo = Annotated[str, Field(min_length=1, max_length=40, examples=["4408110702070001"])]
Title = Annotated[str, Field(max_length=60)]
Rev = Annotated[int, Field(ge=1, le=2_147_483_647, description="版本号", examples=[3])]
Day = Annotated[date, Field(examples=["2018-06-12"])]
Instant = Annotated[str, Field(max_length=30, examples=["2018-06-12T03:20:11.000Z"])]


class AsOfQuery(BaseModel):
    """The day asked about and the instant of knowledge."""

    model_config = ConfigDict(extra="forbid")
    at: days.Day | None = Field(None, description="截止日，默认今天", examples=["2018-06-12"])
    known_at: days.Instant | None = Field(
        None, description="按当时掌握的情况，默认现在", examples=["2018-07-01T00:00:00Z"]
    )


class PlaceQuery(BaseModel):
    """A place with everything below it."""

    model_config = ConfigDict(extra="forbid")
    place: RecordId | None = Field(None, description="地点标识，含其下级")


class HouseholdQuery(AsOfQuery):
    """Closed filters; give page and page_size for people, limit and cursor for machines."""

    place: RecordId | None = Field(None, description="地点标识，含其下级")
    kind: list[Annotated[str, Coded(codes.HOUSEHOLD_KIND)]] = Field(
        default=[], max_length=10, description="贫困户属性"
    )
    state: list[Annotated[str, Coded(codes.POVERTY_STATE)]] = Field(
        default=[], max_length=10, description="脱贫状态"
    )
    cause: list[Annotated[str, Coded(codes.POVERTY_CAUSE)]] = Field(
        default=[], max_length=20, description="主要致贫原因"
    )
    registration: list[Annotated[str, Coded(codes.REGISTRATION)]] = Field(
        default=[], max_length=5, description="对象类别"
    )
    has_able: Literal["yes", "no", "unknown"] | None = Field(
        None, description="有无劳动力；unknown 为资料不足", examples=["no"]
    )
    income_from_fen: Fen | None = Field(None, description="人均纯收入不低于（分）", examples=[0])
    income_below_fen: Fen | None = Field(
        None, description="人均纯收入低于（分）", examples=[736500]
    )
    changed_since: days.Instant | None = Field(
        None, description="此刻之后有变动", examples=["2018-06-01T00:00:00Z"]
    )
    household_no: HouseholdNo | None = Field(None, description="户编号，可只填开头几位")
    sort: str | None = Field(
        None, max_length=200, pattern=f"^{_ONE}(,{_ONE})*$", description="排序，负号为降序",
        examples=["-net_income_per_head_fen,household_no"],
    )  # fmt: skip
    page: int | None = Field(None, ge=1, le=MAX_PAGE, examples=[1])
    page_size: int | None = Field(None, ge=1, le=200, examples=[50])
    cursor: str | None = Field(None, max_length=1000, description="上一页返回的 next_cursor")
    limit: int | None = Field(None, ge=1, le=1000, examples=[500])


class HouseholdItem(BaseModel):
    """A household in a list: its summary as of the day."""

    id: RecordId
    household_no: HouseholdNo
    rev: Rev
    village_id: RecordId
    village_name: Title = Field(description="行政村", examples=["北山村委会"])
    hamlet_id: RecordId | None = Field(description="自然村")
    registration: Code = Field(description="对象类别", examples=["registered"])
    poverty_state: Code | None = Field(description="脱贫状态", examples=["poor"])
    household_kind: Code | None = Field(description="贫困户属性", examples=["dibao_poor"])
    main_cause: Code | None = Field(description="主要致贫原因", examples=["1"])
    contact_phone: str | None = Field(
        max_length=40, description="联系电话，遮盖", examples=["138****5678"]
    )
    head_name: str | None = Field(max_length=120, description="户主", examples=["陈明"])
    member_count: Count = Field(description="家庭人口", examples=[4])
    able_count: Count = Field(description="劳动力人数", examples=[2])
    labour_unknown_count: Count = Field(description="劳动能力未知人数", examples=[0])
    income_year: Year | None = Field(description="收入年度")
    net_income_fen: Fen | None = Field(description="年纯收入（分）", examples=[2356000])
    net_income_per_head_fen: Fen | None = Field(
        description="年人均纯收入（分），除以在册人口，四舍五入到分", examples=[589000]
    )
    updated_at: Instant = Field(description="最近变动")


class HouseholdList(BaseModel):
    """A page with its total, or a stretch with the cursor to the next one."""

    at: Day
    known_at: Instant | None
    items: list[HouseholdItem] = Field(max_length=1000)
    page: int | None = Field(ge=1, le=MAX_PAGE, examples=[1])
    page_size: int | None = Field(ge=1, le=200, examples=[50])
    total: int | None = Field(ge=0, le=100_000_000, examples=[827])
    next_cursor: str | None = Field(max_length=1000)


class VersionOut(BaseModel):
    """From where a value comes: since which day, entered when, by whom, from what."""

    valid_from: Day
    recorded_at: Instant
    actor_name: Title = Field(examples=["东山街道办"])
    source: str = Field(max_length=120, examples=["roster"])


class MemberOut(BaseModel):
    """A member with facts and what follows from them. `since` points into `versions`."""

    id: RecordId
    ordinal: int = Field(ge=0, le=10_000, description="户内顺序", examples=[1])
    facts: MemberFacts
    age: int | None = Field(ge=-1, le=200, description="周岁", examples=[50])
    is_in_school: bool | None = Field(description="在校")
    is_able: bool | None = Field(description="有劳动能力")
    is_unable: bool | None = Field(description="丧失劳动能力")
    completeness_gaps: int = Field(ge=0, le=100, description="应填未填项数", examples=[0])
    since: dict[str, int] = Field(description="各项自哪个版本起如此；未列出的为第一个版本")
    versions: list[VersionOut] = Field(max_length=1000)


class MemberList(BaseModel):
    """Members present on a day."""

    at: Day
    known_at: Instant | None
    items: list[MemberOut] = Field(max_length=200)


class IncomeOut(BaseModel):
    """Income of one year with what is computed from it."""

    year: Year
    amounts: IncomeFacts
    net_income_fen: Fen | None = Field(description="年纯收入（分）", examples=[2356000])
    disposable_income_fen: Fen | None = Field(
        description="可支配收入（分）；转移性支出未知时不计算", examples=[None]
    )
    net_income_per_head_fen: Fen | None = Field(
        description="年人均纯收入（分），四舍五入到分", examples=[589000]
    )
    recorded_at: Instant
    actor_name: Title = Field(examples=["东山街道办"])
    source: str = Field(max_length=120, examples=["roster"])


class HouseholdDetail(HouseholdItem):
    """One household as of a day. `members` is empty of content for who may not read members."""

    at: Day
    known_at: Instant | None
    town_id: RecordId | None
    town_name: Title | None = Field(description="街道（镇）", examples=["东山街道"])
    hamlet_name: Title | None = Field(description="自然村", examples=["新村"])
    facts: HouseholdFacts
    since: dict[str, int] = Field(description="各项自哪个版本起如此；未列出的为第一个版本")
    versions: list[VersionOut] = Field(max_length=1000)
    members: list[MemberOut] | None = Field(max_length=200)
    incomes: list[IncomeOut] = Field(max_length=100)
