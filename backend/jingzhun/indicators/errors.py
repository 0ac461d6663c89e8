"""Refusals of the indicators."""

from http import HTTPStatus

from jingzhun.kit.errors import Refusal


class UnknownIndicator(Refusal):
    """No indicator of that slug is declared."""

    code, status = "unknown-indicator", HTTPStatus.NOT_FOUND
    title = "没有这个指标"
    message = "没有“{slug}”这个指标。请从指标列表中选择。"
