"""Why a step is refused."""

from http import HTTPStatus

from jingzhun.kit.errors import Refusal


class StepNotPossible(Refusal):
    """The record's state has no such step."""

    code, status = "step-not-possible", HTTPStatus.CONFLICT
    title = "当前不能办理此步骤"
    message = "{title}当前为“{state}”，不能办理此步骤。{possible}"


class StepOfAnotherRole(Refusal):
    """The step belongs to other posts, or to another place."""

    code, status = "step-of-another-role", HTTPStatus.FORBIDDEN
    title = "不由您的岗位办理"
    message = "“{step}”须由{roles}办理。请转交相应单位的人员。"


class ConditionsUnmet(Refusal):
    """Everything that stands in the way, told at once in `errors`."""

    code, status = "conditions-unmet", HTTPStatus.CONFLICT
    title = "条件未满足"
    message = "“{step}”有{count}项条件未满足：{unmet}"
