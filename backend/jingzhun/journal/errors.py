"""What the journal refuses."""

from http import HTTPStatus

from jingzhun.kit.errors import Refusal


class EntryNotFound(Refusal):
    """No such entry, or it lies outside the actor's places."""

    code, status = "entry-not-found", HTTPStatus.NOT_FOUND
    title = "没有找到记录"
    message = "没有找到这条日志，或不在您的管辖范围内。请刷新列表后再试。"


class PeriodReversed(Refusal):
    """The last day lies before the first."""

    code = "period-reversed"
    title = "日期颠倒"
    message = "截止日期早于起始日期。请调整后再查询。"
