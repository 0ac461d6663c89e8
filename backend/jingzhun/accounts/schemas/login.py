"""Login, own account, password."""

from datetime import date

from pydantic import BaseModel, ConfigDict, Field

from jingzhun.policy.roles import Role


class Login(BaseModel):
    """Name and password as typed."""

    model_config = ConfigDict(extra="forbid")

    username: str = Field(min_length=1, max_length=64, description="用户名", examples=["dongshan"])
    password: str = Field(
        min_length=1, max_length=128, description="密码", examples=["Chunfeng-2018"]
    )


class AccessToken(BaseModel):
    """An access token; the refresh token travels in a cookie that scripts cannot read."""

    access_token: str = Field(max_length=8192, description="访问令牌", examples=["eyJhbGciOi..."])
    token_type: str = Field(max_length=10, description="固定为 Bearer", examples=["Bearer"])
    expires_in: int = Field(ge=1, le=86400, description="有效秒数", examples=[600])
    must_change_password: bool = Field(description="须先修改密码才能办理业务", examples=[False])


class PasswordChange(BaseModel):
    """The present password and the new one."""

    model_config = ConfigDict(extra="forbid")

    current: str = Field(
        min_length=1, max_length=128, description="现密码", examples=["Chunfeng-2018"]
    )
    new: str = Field(min_length=1, max_length=128, description="新密码", examples=["Qiushou-2018!"])


class DemoAccount(BaseModel):
    """An account of a demonstration, offered on the login page; never its password."""

    username: str = Field(max_length=32, description="用户名", examples=["demo-town"])
    role_title: str = Field(max_length=40, description="角色", examples=["街道（镇）"])
    place_name: str = Field(max_length=60, description="所属地点", examples=["东山街道"])


class Hints(BaseModel):
    """What the login page may offer."""

    demo: bool = Field(description="是否演示环境", examples=[True])
    accounts: list[DemoAccount] = Field(max_length=100, description="演示账号；正式环境为空")


class PostPlace(BaseModel):
    """The place of a post."""

    id: str = Field(max_length=36, description="地点标识", examples=["0198f0a4-0000-7000-8000-0"])
    name: str = Field(max_length=60, description="地点名称", examples=["东山街道"])
    path: str = Field(max_length=120, description="地点路径", examples=["/440840/440811070/"])


class PostOut(BaseModel):
    """A role held at a place."""

    role: Role = Field(description="角色", examples=["town"])
    title: str = Field(max_length=40, description="角色名称", examples=["街道（镇）"])
    place: PostPlace = Field(description="任职地点")


class MePlace(PostPlace):
    """The widest place of an account."""

    kind: str = Field(max_length=10, description="地点类别", examples=["town"])


class MeOut(BaseModel):
    """The signed-in person."""

    id: str = Field(max_length=36, description="账号标识", examples=["0198f0a4-0000-7000-8000-0"])
    username: str = Field(max_length=32, description="用户名", examples=["demo-town"])
    name: str = Field(max_length=40, description="姓名", examples=["林小明"])
    roles: list[PostOut] = Field(max_length=20, description="角色及任职地点")
    permissions: list[str] = Field(
        max_length=100, description="全部权限", examples=[["households:read"]]
    )
    place: MePlace = Field(description="最大的任职地点")
    today: date = Field(description="系统当日（北京时间）", examples=["2018-07-02"])
    must_change_password: bool = Field(description="须先修改密码", examples=[False])
