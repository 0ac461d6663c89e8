"""Machine clients, and tokens as RFC 6749 words them."""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from jingzhun.accounts.schemas.login import PostPlace
from jingzhun.accounts.schemas.user import PlaceId
from jingzhun.policy.roles import Permission

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=40)]


class ClientQuery(BaseModel):
    """Filters of the list."""

    model_config = ConfigDict(extra="forbid")

    is_disabled: bool | None = Field(default=None, description="是否停用", examples=[False])
    page: int = Field(default=1, ge=1, le=100_000, description="页码", examples=[1])
    page_size: int = Field(default=50, ge=1, le=200, description="每页条数", examples=[50])


class Jwks(BaseModel):
    """Public keys by which the client's signed statements are checked."""

    model_config = ConfigDict(extra="forbid")

    keys: list[dict[str, Any]] = Field(
        min_length=1, max_length=4, description="公钥：EC P-256 或 2048 位以上 RSA，不含私钥"
    )


class ClientCreate(BaseModel):
    """A new client; with `jwks` it signs its requests, without it gets a secret."""

    model_config = ConfigDict(extra="forbid")

    name: Name = Field(description="名称", examples=["夜间对账脚本"])
    purpose: str = Field(default="", max_length=200, description="用途", examples=["每晚核对名册"])
    place_id: PlaceId = Field(description="可读写的地点范围")
    scopes: list[Permission] = Field(
        min_length=1, max_length=40, description="权限范围", examples=[["households:read"]]
    )
    jwks: Jwks | None = Field(default=None, description="以私钥签名认证时登记的公钥")


class ClientUpdate(BaseModel):
    """What may be changed; a field left out stays as it is."""

    model_config = ConfigDict(extra="forbid")

    name: Name | None = Field(default=None, description="名称", examples=["夜间对账脚本"])
    purpose: str | None = Field(default=None, max_length=200, description="用途", examples=["对账"])
    place_id: PlaceId | None = Field(default=None, description="可读写的地点范围")
    scopes: list[Permission] | None = Field(
        default=None, min_length=1, max_length=40, description="权限范围"
    )
    jwks: Jwks | None = Field(default=None, description="换用的公钥")


class SecretRotation(BaseModel):
    """How long the old secret stays good."""

    model_config = ConfigDict(extra="forbid")

    overlap_hours: int = Field(
        default=24, ge=0, le=720, description="旧密钥继续有效的小时数，0 为立即作废", examples=[24]
    )


class ClientOut(BaseModel):
    """A client; never its secret."""

    client_id: str = Field(max_length=36, description="客户端标识", examples=["0198f0a4-0000"])
    name: str = Field(max_length=40, description="名称", examples=["夜间对账脚本"])
    purpose: str = Field(max_length=200, description="用途", examples=["每晚核对名册"])
    place: PostPlace = Field(description="地点范围")
    scopes: list[Permission] = Field(max_length=40, description="权限范围")
    authentication: Literal["secret", "private_key_jwt"] = Field(
        description="认证方式", examples=["secret"]
    )
    secret_set_at: datetime = Field(description="密钥设置时刻")
    previous_until: datetime | None = Field(description="旧密钥有效至", examples=[None])
    is_disabled: bool = Field(description="是否停用", examples=[False])
    last_token_at: datetime | None = Field(description="最近取得令牌时刻", examples=[None])
    made_at: datetime = Field(description="建立时刻", examples=["2018-07-02T03:00:00.000Z"])
    changed_at: datetime = Field(description="修改时刻", examples=["2018-07-02T03:00:00.000Z"])
    rev: int = Field(ge=1, le=1_000_000_000, description="版本号", examples=[1])


class ClientPage(BaseModel):
    """A page of clients."""

    items: list[ClientOut] = Field(max_length=200, description="本页客户端")
    total: int = Field(ge=0, le=1_000_000_000, description="总数", examples=[2])
    page: int = Field(ge=1, le=100_000, description="页码", examples=[1])
    page_size: int = Field(ge=1, le=200, description="每页条数", examples=[50])


class ClientWithSecret(ClientOut):
    """The one answer that carries the secret; it cannot be read again."""

    client_secret: str | None = Field(
        max_length=80, description="密钥，只显示这一次；以公钥认证的为空", examples=["jz_k7Pmx2..."]
    )


class TokenRequest(BaseModel):
    """The form of RFC 6749 §4.4; what it does not know is ignored, as the RFC says."""

    grant_type: str = Field(default="", max_length=80, examples=["client_credentials"])
    scope: str = Field(default="", max_length=2000, examples=["households:read places:read"])
    client_id: str = Field(default="", max_length=80, examples=["0198f0a4-0000-7000-8000-0"])
    client_secret: str = Field(default="", max_length=200, examples=["jz_k7Pmx2..."])
    client_assertion_type: str = Field(
        default="",
        max_length=120,
        examples=["urn:ietf:params:oauth:client-assertion-type:jwt-bearer"],
    )
    client_assertion: str = Field(default="", max_length=8192, examples=["eyJhbGciOi..."])


class TokenOut(BaseModel):
    """RFC 6749 §5.1."""

    access_token: str = Field(max_length=8192, description="访问令牌", examples=["eyJhbGciOi..."])
    token_type: str = Field(max_length=10, description="固定为 Bearer", examples=["Bearer"])
    expires_in: int = Field(ge=1, le=86400, description="有效秒数", examples=[900])
    scope: str = Field(max_length=2000, description="实得权限范围", examples=["households:read"])


class TokenError(BaseModel):
    """RFC 6749 §5.2."""

    error: str = Field(max_length=40, description="错误码", examples=["invalid_client"])
    error_description: str = Field(max_length=300, description="说明（英文）")


class PublicKey(BaseModel):
    """A public key by which tokens of this server are verified."""

    kty: str = Field(max_length=10, description="类型", examples=["EC"])
    crv: str = Field(max_length=10, description="曲线", examples=["P-256"])
    use: str = Field(max_length=10, description="用途", examples=["sig"])
    alg: str = Field(max_length=10, description="算法", examples=["ES256"])
    kid: str = Field(max_length=40, description="密钥编号", examples=["d7255ded856061cd"])
    x: str = Field(max_length=64, description="横坐标", examples=["f83OJ3D2xF1Bg8vub9tLe1gHMzV7"])
    y: str = Field(max_length=64, description="纵坐标", examples=["x_FEzRu9m36HLN_tue659LNpXW6p"])


class PublicKeys(BaseModel):
    """RFC 7517: the newest key signs, the others still verify."""

    keys: list[PublicKey] = Field(max_length=10, description="公钥")
