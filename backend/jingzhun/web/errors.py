"""Refusals that any endpoint may answer with."""

from http import HTTPStatus

from jingzhun.kit.errors import Refusal


class NotSignedIn(Refusal):
    """No token, or one that does not verify, has expired or was revoked."""

    code, status = "not-signed-in", HTTPStatus.UNAUTHORIZED
    title = "尚未登录"
    message = "您还没有登录，或登录已失效。请重新登录后再试。"

    @property
    def headers(self) -> dict[str, str]:
        """Tell clients which scheme is meant."""
        return {"WWW-Authenticate": 'Bearer realm="jingzhun"'}


class PasswordMustChange(Refusal):
    """The one-time password has not been changed yet."""

    code, status = "password-must-change", HTTPStatus.FORBIDDEN
    title = "请先修改密码"
    message = "您使用的是一次性密码，请先修改密码再办理业务。"


class UnknownFilter(Refusal):
    """The route asks nothing in its address, and something stands there."""

    code, status = "unknown-filter", HTTPStatus.UNPROCESSABLE_ENTITY
    title = "没有这个筛选条件"
    message = "这个地址不接受任何筛选条件。请去掉问号后面的内容后再试。"


class VersionMissing(Refusal):
    """A change came without If-Match."""

    code, status = "version-missing", HTTPStatus.PRECONDITION_REQUIRED
    title = "缺少版本号"
    message = "修改前须先读取最新内容，并在请求头 If-Match 中带上它的版本号。"


class VersionStale(Refusal):
    """The record changed since it was read; `errors` lists what changed."""

    code, status = "version-stale", HTTPStatus.PRECONDITION_FAILED
    title = "内容已被他人修改"
    message = "您读取之后这条记录已被修改（现为第{current}版）。请对照最新内容后再提交。"


class IdempotencyKeyMissing(Refusal):
    """The command must carry an Idempotency-Key."""

    code, status = "idempotency-key-missing", HTTPStatus.BAD_REQUEST
    title = "缺少防重复标识"
    message = "此操作须在请求头 Idempotency-Key 中带上唯一标识，以防重复提交。"


class IdempotencyKeyReused(Refusal):
    """The same key came with another body."""

    code, status = "idempotency-key-reused", HTTPStatus.UNPROCESSABLE_ENTITY
    title = "防重复标识已用于其他内容"
    message = "该 Idempotency-Key 已用于另一份内容。请换一个新的标识再提交。"


class IdempotencyInProgress(Refusal):
    """The same command is being carried out at this moment."""

    code, status = "idempotency-in-progress", HTTPStatus.CONFLICT
    title = "同一操作正在处理"
    message = "同一操作正在处理中，请稍候查看结果，不要重复提交。"

    @property
    def headers(self) -> dict[str, str]:
        """Come back in a second."""
        return {"Retry-After": "1"}


class TooManyRequests(Refusal):
    """The caller exceeded its rate."""

    code, status = "too-many-requests", HTTPStatus.TOO_MANY_REQUESTS
    title = "操作过于频繁"
    message = "请求过于频繁，请在{seconds}秒后再试。"

    @property
    def headers(self) -> dict[str, str]:
        """When to come back."""
        return {"Retry-After": str(self.context["seconds"])}


class TooLarge(Refusal):
    """The body exceeds what this route takes."""

    code, status = "too-large", HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    title = "内容过大"
    message = "提交的内容超过{limit}。请拆分后再试。"


class TookTooLong(Refusal):
    """The request met its deadline."""

    code, status = "took-too-long", HTTPStatus.SERVICE_UNAVAILABLE
    title = "处理超时"
    message = "处理时间超过{seconds}秒已停止。请缩小范围，或改用后台任务。"

    @property
    def headers(self) -> dict[str, str]:
        """Try again a little later."""
        return {"Retry-After": "5"}
