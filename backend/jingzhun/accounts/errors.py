"""What accounts, logins and machine clients refuse."""

from __future__ import annotations

from http import HTTPStatus

from jingzhun.kit.errors import Refusal


class BadCredentials(Refusal):
    """Unknown name, wrong password, locked or disabled: one answer for all."""

    code, status = "bad-credentials", HTTPStatus.UNAUTHORIZED
    title = "登录失败"
    message = (
        "用户名或密码不正确，或账号暂不能登录。连续输错5次将锁定15分钟；"
        "忘记密码请联系系统管理员重置。"
    )


class SessionEnded(Refusal):
    """The refresh token is missing, used up, expired or revoked."""

    code, status = "session-ended", HTTPStatus.UNAUTHORIZED
    title = "登录已结束"
    message = "登录已结束，请重新登录。"


class CrossSite(Refusal):
    """A page of another site tried to use the cookie."""

    code, status = "cross-site", HTTPStatus.FORBIDDEN
    title = "来源不符"
    message = "此请求来自其他网站，已拒绝。请从本系统页面操作。"


class PersonsOnly(Refusal):
    """The route is about a person's own account; a machine client has none."""

    code, status = "persons-only", HTTPStatus.FORBIDDEN
    title = "仅限人员账号"
    message = "此功能只供人员账号使用，系统对接客户端不能调用。"


class AccountNotFound(Refusal):
    """No such account, or outside the actor's places."""

    code, status = "account-not-found", HTTPStatus.NOT_FOUND
    title = "没有找到账号"
    message = "没有找到这个账号，或不在您的管辖范围内。请刷新列表后再试。"


class UsernameTaken(Refusal):
    """Another account has this user name."""

    code, status = "username-taken", HTTPStatus.CONFLICT
    title = "用户名已被使用"
    message = "用户名已被其他账号使用。请换一个。"


class OwnAccount(Refusal):
    """Nobody disables, resets or re-roles the account they are using."""

    code, status = "own-account", HTTPStatus.CONFLICT
    title = "不能更改自己的账号"
    message = "不能停用、重置自己的账号或更改自己的角色。请由另一位系统管理员办理。"


class LastAdministrator(Refusal):
    """Without a system administrator nobody could ever let anyone in again."""

    code, status = "last-administrator", HTTPStatus.CONFLICT
    title = "最后一位系统管理员"
    message = "这是最后一位可用的系统管理员，不能停用或取消其角色。请先设置另一位系统管理员。"


class AlreadyDisabled(Refusal):
    """The account or client is disabled."""

    code, status = "already-disabled", HTTPStatus.CONFLICT
    title = "已经停用"
    message = "“{name}”已经停用。如需恢复，请先启用。"


class NotDisabled(Refusal):
    """The account or client is in use."""

    code, status = "not-disabled", HTTPStatus.CONFLICT
    title = "没有停用"
    message = "“{name}”没有停用，不需要启用。"


class ClientNotFound(Refusal):
    """No such machine client, or outside the actor's places."""

    code, status = "client-not-found", HTTPStatus.NOT_FOUND
    title = "没有找到客户端"
    message = "没有找到这个系统对接客户端，或不在您的管辖范围内。请刷新列表后再试。"


class ClientNameTaken(Refusal):
    """Another client has this name."""

    code, status = "client-name-taken", HTTPStatus.CONFLICT
    title = "名称已被使用"
    message = "名称已被其他客户端使用。请换一个。"


class PlacesMissing(Refusal):
    """The place tree is not loaded yet."""

    code, status = "places-missing", HTTPStatus.CONFLICT
    title = "地点尚未载入"
    message = "区划地点尚未载入，不能建立账号。请先运行 jingzhun init 载入地点。"


class TokenRequestRefused(Exception):
    """A refusal in the words of RFC 6749 §5.2, which machine clients understand."""

    def __init__(self, error: str, description: str, status: HTTPStatus) -> None:
        self.error, self.description, self.status = error, description, status
        super().__init__(error)
