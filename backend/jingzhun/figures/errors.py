"""What the revision of figures refuses."""

from http import HTTPStatus

from jingzhun.kit.errors import Refusal


class ParameterNotFound(Refusal):
    """No such parameter is declared."""

    code, status = "parameter-not-found", HTTPStatus.NOT_FOUND
    title = "没有这个参数"
    message = "没有这个参数。请从参数页面选择。"


class RevisionNotFound(Refusal):
    """No such revision."""

    code, status = "revision-not-found", HTTPStatus.NOT_FOUND
    title = "没有找到修订"
    message = "没有找到这项修订。请刷新参数页面后再试。"


class RevisionOpen(Refusal):
    """A revision of the same figure waits for its second person."""

    code, status = "revision-open", HTTPStatus.CONFLICT
    title = "已有待确认的修订"
    message = "“{title}”{year}年已有一项待确认的修订。请先确认或撤回它。"
