"""Shapes of places at the interface."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Kind = Literal["county", "town", "village", "hamlet"]
Mark = Literal["provincial-poor", "key-helped", "load-closed"]
PlaceId = Annotated[str, Field(max_length=36, examples=["019a9d2e-7c3b-7a51-8000-2f6c1d9e4b70"])]
Name = Annotated[str, Field(min_length=1, max_length=60, description="名称", examples=["北山村"])]
Document = Annotated[
    str, Field(min_length=1, max_length=120, description="依据文号", examples=["粤扶组〔2016〕8号"])
]
Day = Annotated[date, Field(description="日期", examples=["2018-06-12"])]


class PlaceOut(BaseModel):
    """A place of the tree."""

    id: PlaceId
    parent_id: PlaceId | None = Field(description="上级地点")
    kind: Kind = Field(description="区、街道（镇）、行政村或自然村", examples=["village"])
    name: Name
    code: str = Field(max_length=20, description="现行代码；自然村为空", examples=["440811070207"])
    path: str = Field(
        max_length=120, description="树中的位置", examples=["/440840/440811070/440811070207/"]
    )
    is_confirmed: bool = Field(description="自然村是否已确认", examples=[True])
    rev: int = Field(ge=1, le=2_147_483_647, description="版本号", examples=[1])
    marks: list[Mark] = Field(max_length=3, description="当日有效的标记")


class PlaceTree(BaseModel):
    """All places in the caller's scope, parents before children."""

    at: Day
    items: list[PlaceOut] = Field(max_length=100_000)


class PlaceNameOut(BaseModel):
    """A name with the days it was official."""

    name: Name
    kind: Literal["official", "short", "variant"] = Field(examples=["official"])
    valid_from: date | None = Field(examples=["2018-01-01"])
    valid_to: date | None = Field(examples=[None])


class PlaceCodeOut(BaseModel):
    """A code in one coding system."""

    system: str = Field(max_length=20, description="编码体系", examples=["nbs"])
    code: str = Field(max_length=20, examples=["440811070207"])
    valid_from: date | None = Field(examples=["2018-01-01"])
    valid_to: date | None = Field(examples=[None])


class PlaceMarkOut(BaseModel):
    """A mark with its document."""

    id: PlaceId
    mark: Mark = Field(examples=["provincial-poor"])
    valid_from: Day
    valid_to: date | None = Field(examples=[None])
    document: Document


class PlaceDetail(PlaceOut):
    """A place with its dated names, codes and marks."""

    names: list[PlaceNameOut] = Field(max_length=200)
    codes: list[PlaceCodeOut] = Field(max_length=50)
    mark_history: list[PlaceMarkOut] = Field(max_length=200)


class PlaceTreeQuery(BaseModel):
    """The day whose marks are shown."""

    model_config = ConfigDict(extra="forbid")
    at: date | None = Field(None, description="截止日，默认今天", examples=["2018-06-12"])


class PlaceUpdate(BaseModel):
    """Confirms a hamlet, corrects its name, or renames a town or village from a day on."""

    model_config = ConfigDict(extra="forbid")
    name: Name | None = None
    is_confirmed: Literal[True] | None = Field(None, description="确认自然村", examples=[True])
    valid_from: date | None = Field(
        None, description="新名称生效日；街道（镇）、行政村必填", examples=["2018-01-01"]
    )


class PlaceMarkCreate(BaseModel):
    """A dated mark of a village."""

    model_config = ConfigDict(extra="forbid")
    mark: Mark = Field(examples=["provincial-poor"])
    valid_from: Day
    valid_to: date | None = Field(None, examples=[None])
    document: Document


class PlaceMarkEnd(BaseModel):
    """The day a mark ends."""

    model_config = ConfigDict(extra="forbid")
    valid_to: Day
