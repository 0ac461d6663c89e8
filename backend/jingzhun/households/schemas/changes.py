"""What may be sent to change a household."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from jingzhun.households.schemas.facts import (
    Coded,
    HouseholdFactsIn,
    IncomeFactsIn,
    MemberFactsIn,
)
from jingzhun.households.schemas.household import (
    HouseholdDetail,
    HouseholdNo,
    RecordId,
    Title,
    Year,
)
from jingzhun.policy import codes
from jingzhun.web import days

Since = Annotated[
    days.Day | None,
    Field(description="自哪天起如此，默认今天，不晚于今天", examples=["2018-06-12"]),
]
Document = Annotated[str, Field(max_length=120, description="依据文件或材料", examples=["户口簿"])]
Reason = Annotated[
    str, Field(min_length=2, max_length=300, description="事由", examples=["核对养老金发放"])
]
Number = Annotated[HouseholdNo, Field(pattern=r"^[0-9A-Za-z-]+$")]


class _Change(BaseModel):
    model_config = ConfigDict(extra="forbid")


class InitialLoad(_Change):
    """A household registered before this system was used, with the paper that says so."""

    document: Annotated[str, Field(min_length=1, max_length=120, examples=["2016年精准识别台账"])]
    year: Year
    poverty_state: Annotated[str, Coded(codes.POVERTY_STATE)] = Field(examples=["poor"])


class IncomeCreate(_Change):
    """Income of one year."""

    year: Year
    amounts: IncomeFactsIn


class HouseholdCreate(_Change):
    """A household entered by hand: a candidate or somebody surveyed, or an initial load."""

    household_no: Number
    village_id: RecordId
    hamlet_id: RecordId | None = None
    valid_from: Since = None
    facts: HouseholdFactsIn
    members: list[MemberFactsIn] = Field(min_length=1, max_length=40)
    incomes: list[IncomeCreate] = Field(default=[], max_length=20)
    initial_load: InitialLoad | None = None


class HouseholdUpdate(_Change):
    """A merge patch: what is left out stays, null empties. A new village is a move."""

    valid_from: Since = None
    facts: HouseholdFactsIn = HouseholdFactsIn()
    village_id: RecordId | None = None
    hamlet_id: RecordId | None = None
    document: Document = ""


class MemberCreate(_Change):
    """Somebody who comes into the household."""

    valid_from: Since = None
    facts: MemberFactsIn
    document: Document = ""


class MemberUpdate(_Change):
    """A merge patch of a member's facts."""

    valid_from: Since = None
    facts: MemberFactsIn
    document: Document = ""


class MemberLeave(_Change):
    """Why and when somebody leaves: 2 died, 3 moved out, 5 other decrease, 11 removed."""

    valid_from: Since = None
    reason: Literal["2", "3", "5", "11"] = Field(description="减少原因代码", examples=["2"])
    document: Document = ""


class HeadChange(_Change):
    """A new head, and how the others are related to the new one."""

    valid_from: Since = None
    member_id: RecordId
    relations: dict[RecordId, Annotated[str, Coded(codes.RELATION)]] = Field(
        max_length=40, description="其他成员与新户主的关系；原户主必填"
    )
    document: Document = ""


class IncomeUpdate(_Change):
    """Amounts of a year; what is left out stays."""

    amounts: IncomeFactsIn


class HamletMerge(_Change):
    """The hamlet that stays."""

    into_id: RecordId


class FaultOut(BaseModel):
    """A data rule that warns."""

    rule: str = Field(max_length=20, examples=["DQ-009"])
    slug: str = Field(max_length=60, description="有关项目", examples=["labour"])
    member_id: RecordId | None
    message: str = Field(max_length=500, examples=["劳动技能没有填写；请补填"])


class HouseholdSaved(HouseholdDetail):
    """The record as it stands now, with the warnings it still carries."""

    warnings: list[FaultOut] = Field(max_length=1000)


class RevealRequest(_Change):
    """Which protected fields are needed in clear, and for what."""

    fields: list[
        Literal["contact_phone", "bank_account", "id_number", "phone", "disability_certificate"]
    ] = Field(min_length=1, max_length=5, examples=[["id_number"]])
    reason: Reason


class RevealOut(BaseModel):
    """Values in clear; the access log has the entry."""

    values: dict[str, str | None] = Field(max_length=5, examples=[{"contact_phone": "13800000000"}])


class EventOut(BaseModel):
    """Something that happened to a household or a member of it."""

    id: RecordId
    kind: str = Field(max_length=30, examples=["member-out"])
    happened_on: date = Field(examples=["2018-06-12"])
    member_id: RecordId | None
    document: str = Field(max_length=120, examples=["死亡证明"])
    note: str = Field(max_length=500, examples=[""])
    content: dict[str, Any] = Field(description="事件内容，不含受保护的值")
    actor_name: Title = Field(examples=["东山街道办"])
    recorded_at: str = Field(max_length=30, examples=["2018-06-12T03:20:11.000Z"])


class EventList(BaseModel):
    """Events of a household, latest first."""

    items: list[EventOut] = Field(max_length=10_000)


class ChangeOut(BaseModel):
    """One field before and after; protected values as their mask."""

    slug: str = Field(max_length=60, examples=["labour"])
    before: Any = Field(examples=["01"])
    after: Any = Field(examples=["03"])


class HistoryEntry(BaseModel):
    """What one writing changed about the household, one of its members or a year's income."""

    recorded_at: str = Field(max_length=30, examples=["2018-06-12T03:20:11.000Z"])
    actor_name: Title = Field(examples=["东山街道办"])
    source: str = Field(max_length=120, examples=["hand"])
    valid_from: date | None = Field(description="自哪天起如此", examples=["2018-06-12"])
    subject: Literal["household", "member", "income"] = Field(examples=["member"])
    member_id: RecordId | None
    member_name: str | None = Field(max_length=120, examples=["陈明"])
    year: Year | None
    changes: list[ChangeOut] = Field(max_length=200)


class HistoryList(BaseModel):
    """Every change of a household, latest first."""

    items: list[HistoryEntry] = Field(max_length=100_000)
