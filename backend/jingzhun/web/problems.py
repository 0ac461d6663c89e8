"""Every failure leaves as application/problem+json (RFC 9457), in Chinese, without values."""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import Any

import structlog
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException as StarletteHTTPException

from jingzhun.kit.crypto import SealBroken
from jingzhun.kit.errors import FieldError, Refusal
from jingzhun.web.answers import dump

MEDIA_TYPE = "application/problem+json"
_LOG = structlog.get_logger("jingzhun.web")

_TITLES = {
    400: ("bad-request", "请求有误", "请求格式不正确，请检查后再试。"),
    404: ("not-found", "没有找到", "没有这个地址或记录。请核对后再试。"),
    405: ("method-not-allowed", "不支持此操作", "此地址不支持该操作。"),
    413: ("too-large", "内容过大", "提交的内容超过上限。请拆分后再试。"),
    415: ("unsupported-media", "格式不支持", "请以 application/json 提交。"),
    500: ("internal", "系统出错", "系统内部出错，您的操作没有写入。请记下请求编号联系管理员。"),
}
# A name as our fields have it, a number in a list, an id. Whatever else somebody used as a name may
# be personal and is not told back.
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_-]{0,63}|[0-9]{1,6}|[0-9a-f]{8}-[0-9a-f-]{27}")
_DEEPEST = 7
_WORDS = {
    "missing": "必填项没有填写",
    "extra_forbidden": "没有这个字段或筛选条件，请检查名称",
    "string_too_short": "太短，至少{min_length}个字",
    "string_too_long": "太长，最多{max_length}个字",
    "string_pattern_mismatch": "格式不正确",
    "greater_than_equal": "不能小于{ge}",
    "less_than_equal": "不能大于{le}",
    "greater_than": "必须大于{gt}",
    "int_parsing": "应填整数",
    "int_type": "应填整数",
    "date_from_datetime_parsing": "日期应写成 2018-06-12 的样子",
    "date_parsing": "日期应写成 2018-06-12 的样子",
    "day_out_of_range": "日期须在1900年至9998年之间",
    "bool_parsing": "应填是或否",
    "enum": "只能取：{expected}",
    "literal_error": "只能取：{expected}",
    "json_invalid": "不是合法的 JSON",
    "string_type": "应填文字",
    "too_long": "最多{max_length}项",
    "too_short": "至少{min_length}项",
}


class ProblemError(BaseModel):
    """One fault, at one place of the request."""

    pointer: str = Field(max_length=500, description="JSON pointer", examples=["/name"])
    code: str = Field(max_length=80, examples=["missing"])
    message: str = Field(max_length=1000, examples=["必填项没有填写"])


class Problem(BaseModel):
    """RFC 9457 problem details."""

    type: str = Field(max_length=200, examples=["/problems/not-found"])
    title: str = Field(max_length=200, examples=["没有找到"])
    detail: str = Field(max_length=2000, examples=["没有找到这一户。"])
    status: int = Field(ge=400, le=599, examples=[404])
    code: str = Field(max_length=80, examples=["not-found"])
    request_id: str = Field(max_length=64, examples=["0198f0a4c1d2"])
    errors: list[ProblemError] = Field(max_length=1000)


def problem(
    request: Request,
    status: int,
    code: str,
    title: str,
    detail: str,
    errors: tuple[FieldError, ...] = (),
    headers: dict[str, str] | None = None,
) -> Response:
    """Build the answer."""
    content = {
        "type": f"/problems/{code}",
        "title": title,
        "detail": detail,
        "status": status,
        "code": code,
        "request_id": str(request.scope.get("state", {}).get("request_id", "")),
        "errors": [vars(error) for error in errors],
    }
    return Response(dump(content), status, headers, media_type=MEDIA_TYPE)


def refused(request: Request, error: Refusal) -> Response:
    """The answer to a refusal."""
    return problem(
        request, error.status, error.code, error.title, error.detail, error.errors, error.headers
    )


def invalid(request: Request, error: RequestValidationError) -> Response:
    """The answer to a request whose fields are wrong."""
    errors = tuple(_field_error(one) for one in error.errors()[:200])
    detail = f"有{len(errors)}处填写有误，请按提示修改后重新提交。"
    return problem(request, 422, "invalid", "填写有误", detail, errors)


def install(app: FastAPI) -> None:
    """Register the handlers on the application."""

    @app.exception_handler(Refusal)
    async def _refused(request: Request, error: Refusal) -> Response:
        return refused(request, error)

    @app.exception_handler(RequestValidationError)
    async def _invalid(request: Request, error: RequestValidationError) -> Response:
        return invalid(request, error)

    @app.exception_handler(StarletteHTTPException)
    async def http(request: Request, error: StarletteHTTPException) -> Response:
        code, title, detail = _TITLES.get(error.status_code, _TITLES[400])
        headers = dict(error.headers) if error.headers else None
        return problem(request, error.status_code, code, title, detail, headers=headers)

    @app.exception_handler(Exception)
    async def broken(request: Request, error: Exception) -> Response:
        kind = "seal-broken" if isinstance(error, SealBroken) else type(error).__name__
        _LOG.error("unhandled", kind=kind, exc_info=_without_values(error))
        code, title, detail = _TITLES[HTTPStatus.INTERNAL_SERVER_ERROR]
        return problem(request, 500, code, title, detail)


def _without_values(error: Exception) -> Any:
    """Database errors repeat their parameters; those may be personal and stay out of the log."""
    if hasattr(error, "hide_parameters"):
        error.hide_parameters = True
    return error


def _field_error(error: dict[str, Any]) -> FieldError:
    place = [str(part) for part in error["loc"]]
    if place and place[0] in ("body", "query", "path", "header"):
        place = place[1:]
    words = _WORDS.get(error["type"], "填写不正确")
    context = error.get("ctx") or {}
    try:
        message = words.format(**context)
    except (KeyError, IndexError):
        message = "填写不正确"
    shown = (part if _NAME.fullmatch(part) else "…" for part in place[:_DEEPEST])
    return FieldError("/" + "/".join(shown), error["type"], message)
