"""The one base of expected refusals. Each package states its own in `errors.py`."""

from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import ClassVar


@dataclass(frozen=True)
class FieldError:
    """One fault of a request: JSON pointer, stable code, Chinese message."""

    pointer: str
    code: str
    message: str


class Refusal(Exception):
    """An expected refusal. `code` is stable for machines, `title` and `message` are for people.

    The message says what is wrong and what to do next; it never carries personal values.
    """

    code: ClassVar[str]
    status: ClassVar[HTTPStatus] = HTTPStatus.UNPROCESSABLE_ENTITY
    title: ClassVar[str]
    message: ClassVar[str]

    def __init__(self, errors: Sequence[FieldError] = (), **context: object) -> None:
        self.detail = self.message.format(**context)
        self.errors = tuple(errors)
        self.context = context
        super().__init__(self.detail)

    @property
    def headers(self) -> dict[str, str]:
        """Extra response headers, such as Retry-After."""
        return {}


class NotPermitted(Refusal):
    """The actor's roles do not carry the permission."""

    code, status = "not-permitted", HTTPStatus.FORBIDDEN
    title = "没有权限"
    message = "您的角色没有“{permission}”权限。如确需办理，请联系系统管理员调整角色。"


class NotFound(Refusal):
    """No such record, or it lies outside the actor's places: the two are not told apart."""

    code, status = "not-found", HTTPStatus.NOT_FOUND
    title = "没有找到"
    message = "没有找到{what}，或不在您的管辖范围内。请核对后再试。"


class Busy(Refusal):
    """The store stayed busy past its limit; nothing was written."""

    code, status = "busy", HTTPStatus.SERVICE_UNAVAILABLE
    title = "系统繁忙"
    message = "系统正忙，您的操作没有写入。请稍候几秒再试。"

    @property
    def headers(self) -> dict[str, str]:
        """Ask the caller to come back shortly."""
        return {"Retry-After": "3"}


class NotWritable(Refusal):
    """The text holds a NUL, which SQLite would keep and PostgreSQL would not."""

    code, title = "nul-character", "含有不能保存的字符"
    message = "提交的内容含有空字符（NUL），不能保存。请删去后重新提交。"


class Invalid(Refusal):
    """One or more fields are wrong; `errors` names each."""

    code, title = "invalid", "填写有误"
    message = "有{count}处填写有误，请按提示修改后重新提交。"

    def __init__(self, errors: Sequence[FieldError]) -> None:
        super().__init__(errors, count=len(errors))
