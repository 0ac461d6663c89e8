"""Refusals of anything that lists subjects as of a day."""

from http import HTTPStatus

from jingzhun.kit.errors import Refusal


class UnknownColumn(Refusal):
    """The list was asked to sort by what it does not show."""

    code, status = "unknown-sort-column", HTTPStatus.UNPROCESSABLE_ENTITY
    title = "排序列不存在"
    message = "没有“{column}”这一列，无法排序。请从表头选择。"


class FutureDay(Refusal):
    """A register was asked for as of a day that has not come."""

    code, status = "future-day", HTTPStatus.UNPROCESSABLE_ENTITY
    title = "截止日不能晚于今天"
    message = "截止日 {at} 晚于今天。请选择今天或以前的日期。"
