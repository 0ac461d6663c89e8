"""Search and duplicates: what is asked never stands in an address."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from jingzhun.households.schemas.household import Code, HouseholdNo, RecordId, Title

Name = Annotated[str, Field(max_length=120, examples=["陈明"])]


class SearchRequest(BaseModel):
    """A name, pinyin initials, last digits or whole ID, a phone, or a household number."""

    model_config = ConfigDict(extra="forbid")
    text: str = Field(min_length=1, max_length=40, description="查找内容", examples=["陈明"])
    place: RecordId | None = Field(None, description="限于此地点及下级")
    limit: int = Field(20, ge=1, le=50, examples=[20])


class SearchHit(BaseModel):
    """Somebody who may be meant."""

    household_id: RecordId
    household_no: HouseholdNo
    head_name: Name | None
    village_id: RecordId
    village_name: Title = Field(examples=["北山村委会"])
    registration: Code = Field(examples=["registered"])
    poverty_state: Code | None = Field(examples=["poor"])
    member_id: RecordId | None
    name: Name | None
    relation: Code | None = Field(examples=["01"])
    id_number: str | None = Field(max_length=40, description="遮盖", examples=["4408****1234"])
    matched: Literal["name", "pinyin", "id_digits", "id_number", "phone", "household_no"] = Field(
        description="按什么找到", examples=["name"]
    )


class SearchAnswer(BaseModel):
    """Hits, the likeliest place order first."""

    items: list[SearchHit] = Field(max_length=50)


class Newcomer(BaseModel):
    """Somebody about to be entered."""

    model_config = ConfigDict(extra="forbid")
    name: Name | None = None
    id_number: str | None = Field(None, max_length=40, examples=["440899196803121234"])


class DuplicatesRequest(BaseModel):
    """People about to be entered in a village."""

    model_config = ConfigDict(extra="forbid")
    village_id: RecordId
    members: list[Newcomer] = Field(min_length=1, max_length=40)


class Likeness(BaseModel):
    """A record that may be the same person. Out of scope nothing but the fact is told."""

    why: Literal["id_number", "name"] = Field(examples=["id_number"])
    what: str = Field(max_length=120, description="遮盖的证件号码或姓名", examples=["陈明"])
    in_scope: bool = Field(examples=[True])
    household_id: RecordId | None
    member_id: RecordId | None
    household_no: HouseholdNo | None
    head_name: Name | None


class DuplicatesAnswer(BaseModel):
    """Likely duplicates."""

    items: list[Likeness] = Field(max_length=1000)


class FieldOut(BaseModel):
    """A stored fact as forms and cells need it."""

    slug: str = Field(max_length=60, examples=["labour"])
    title: str = Field(max_length=60, examples=["劳动技能"])
    section: Literal["household", "member", "living", "income"] = Field(examples=["member"])
    kind: Literal["text", "count", "flag", "choice", "multi", "money", "decimal", "date"] = Field(
        examples=["choice"]
    )
    unit: str = Field(max_length=20, examples=[""])
    protection: Literal["open", "personal", "sealed"] = Field(examples=["open"])
    is_required: bool = Field(examples=[False])
    official: str = Field(max_length=20, description="国家系统字段码", examples=["AAB010"])
    help: str = Field(max_length=300, examples=[""])
    table: str | None = Field(max_length=60, description="代码表", examples=["cpad_labour"])


class CodeOut(BaseModel):
    """A code with its words."""

    code: Code = Field(examples=["01"])
    title: str = Field(max_length=100, examples=["普通劳动力"])
    title_en: str = Field(max_length=200, examples=["Ordinary labour"])


class CodeTableOut(BaseModel):
    """A closed list of codes; `district` marks one this district decides."""

    slug: str = Field(max_length=60, examples=["cpad_labour"])
    district: bool = Field(examples=[False])
    is_large: bool = Field(description="过大的表须单独读取", examples=[False])
    codes: list[CodeOut] = Field(max_length=10_000)


class FieldsOut(BaseModel):
    """All stored facts and the code tables they use, once each."""

    fields: list[FieldOut] = Field(max_length=500)
    tables: list[CodeTableOut] = Field(max_length=100)


class PlaceCountOut(BaseModel):
    """Households of one village counted by kind, cause, state and labour."""

    village_id: RecordId
    registration: Code = Field(examples=["registered"])
    household_kind: Code | None = Field(examples=["general"])
    main_cause: Code | None = Field(examples=["1"])
    poverty_state: Code | None = Field(examples=["poor"])
    households: int = Field(ge=0, le=10_000_000, examples=[12])
    members: int = Field(ge=0, le=100_000_000, examples=[41])
    able: int = Field(ge=0, le=100_000_000, description="劳动力人数", examples=[19])
    no_labour: int = Field(ge=0, le=10_000_000, description="无劳动力户", examples=[2])
    net_income_fen: int = Field(
        ge=-(10**15), le=10**15, description="已登记收入的户纯收入合计（分）", examples=[3200000]
    )
    income_members: int = Field(
        ge=0, le=100_000_000, description="已登记收入的户的人数", examples=[38]
    )
    income_unknown: int = Field(ge=0, le=10_000_000, description="未登记收入的户", examples=[1])


class PlaceCounts(BaseModel):
    """Counts in groups, so that any chart adds up the ones it shows."""

    at: str = Field(max_length=10, examples=["2018-06-12"])
    items: list[PlaceCountOut] = Field(max_length=100_000)
