"""Accounts as the system administrator sees and changes them."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from jingzhun.accounts.schemas.login import PostOut
from jingzhun.policy.roles import Level, Permission, Role

State = Literal["active", "locked", "disabled"]
Sort = Literal["username", "-username", "name", "-name", "made_at", "-made_at", "last_login_at",
               "-last_login_at"]  # fmt: skip
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=40)]
Username = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9._-]{2,31}$", max_length=32)]
PlaceId = Annotated[str, StringConstraints(max_length=36)]


class UserQuery(BaseModel):
    """Filters of the list; names are searched by POST, so that they stay out of addresses."""

    model_config = ConfigDict(extra="forbid")

    role: Role | None = Field(default=None, description="持有此角色", examples=["town"])
    place_id: PlaceId | None = Field(default=None, description="任职地点在此地点之内")
    state: State | None = Field(default=None, description="状态", examples=["active"])
    must_change_password: bool | None = Field(
        default=None, description="是否尚未修改一次性密码", examples=[True]
    )
    sort: Sort = Field(default="username", description="排序，前加 - 为倒序")
    page: int = Field(default=1, ge=1, le=100_000, description="页码", examples=[1])
    page_size: int = Field(default=50, ge=1, le=200, description="每页条数", examples=[50])


class UserSearch(UserQuery):
    """The same filters with a text."""

    text: str = Field(
        min_length=1, max_length=40, description="姓名的一部分或用户名的开头", examples=["林"]
    )


class PostIn(BaseModel):
    """A role at a place."""

    model_config = ConfigDict(extra="forbid")

    role: Role = Field(description="角色", examples=["town"])
    place_id: PlaceId = Field(description="任职地点标识，级别须与角色相符")


class UserCreate(BaseModel):
    """A new account; its one-time password is in the answer."""

    model_config = ConfigDict(extra="forbid")

    username: Username = Field(
        description="用户名：小写字母开头，3–32位字母、数字、点、横线", examples=["lin.dongshan"]
    )
    name: Name = Field(description="姓名", examples=["林小明"])
    roles: list[PostIn] = Field(min_length=1, max_length=20, description="角色及任职地点")


class UserUpdate(BaseModel):
    """What may be changed; a field left out stays as it is."""

    model_config = ConfigDict(extra="forbid")

    name: Name | None = Field(default=None, description="姓名", examples=["林小明"])
    roles: list[PostIn] | None = Field(
        default=None, min_length=1, max_length=20, description="全部角色及任职地点"
    )


class Reason(BaseModel):
    """Why, for the journal."""

    model_config = ConfigDict(extra="forbid")

    reason: str = Field(default="", max_length=200, description="事由", examples=["调离岗位"])


class UserOut(BaseModel):
    """An account; never its password."""

    id: str = Field(max_length=36, description="账号标识", examples=["0198f0a4-0000-7000-8000-0"])
    username: str = Field(max_length=32, description="用户名", examples=["lin.dongshan"])
    name: str = Field(max_length=40, description="姓名", examples=["林小明"])
    roles: list[PostOut] = Field(max_length=20, description="角色及任职地点")
    state: State = Field(description="状态：正常、锁定、停用", examples=["active"])
    locked_until: datetime | None = Field(description="锁定至此时刻", examples=[None])
    must_change_password: bool = Field(description="尚未修改一次性密码", examples=[True])
    is_demo: bool = Field(description="演示账号", examples=[False])
    last_login_at: datetime | None = Field(description="最近登录时刻", examples=[None])
    made_at: datetime = Field(description="建立时刻", examples=["2018-07-02T03:00:00.000Z"])
    changed_at: datetime = Field(description="修改时刻", examples=["2018-07-02T03:00:00.000Z"])
    rev: int = Field(ge=1, le=1_000_000_000, description="版本号", examples=[1])


class UserPage(BaseModel):
    """A page of accounts."""

    items: list[UserOut] = Field(max_length=200, description="本页账号")
    total: int = Field(ge=0, le=1_000_000_000, description="总数", examples=[15])
    page: int = Field(ge=1, le=100_000, description="页码", examples=[1])
    page_size: int = Field(ge=1, le=200, description="每页条数", examples=[50])


class UserWithPassword(UserOut):
    """The one answer that carries the one-time password; it cannot be read again."""

    one_time_password: str = Field(
        max_length=40, description="一次性密码，只显示这一次", examples=["k7Pm-x2Qd-9hRt-Wc4n"]
    )


class RoleOut(BaseModel):
    """A role as the policy declares it."""

    role: Role = Field(description="角色", examples=["town"])
    title: str = Field(max_length=40, description="名称", examples=["街道（镇）"])
    title_en: str = Field(max_length=60, description="英文名称", examples=["Town office"])
    levels: list[Level] = Field(max_length=3, description="可任职的级别", examples=[["town"]])
    permissions: list[Permission] = Field(max_length=100, description="权限")
    is_administrator: bool = Field(description="三员之一，不能兼任其他角色", examples=[False])


class RoleList(BaseModel):
    """Every declared role, and what machine clients may be given."""

    items: list[RoleOut] = Field(max_length=50, description="全部角色")
    client_scopes: list[Permission] = Field(max_length=100, description="可授予对接客户端的权限")
