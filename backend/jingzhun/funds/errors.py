"""What fund plans refuse."""

from http import HTTPStatus

from jingzhun.kit.errors import Refusal


class PlanNotFound(Refusal):
    """No such plan, or it is out of reach."""

    code, status = "fund-plan-not-found", HTTPStatus.NOT_FOUND
    title = "没有找到方案"
    message = "没有找到这个资金分配方案，或您无权查看。请从方案列表重新打开。"


class NobodyCounted(Refusal):
    """The counting basis finds no one on the snapshot day."""

    code, status = "nobody-counted", HTTPStatus.CONFLICT
    title = "没有可计入的人口"
    message = "{on}没有符合“{basis}”口径的人口，无法测算。请先导入花名册，或调整截止日、口径。"


class FigureMissing(Refusal):
    """A parameter has no figure in force."""

    code, status = "figure-missing", HTTPStatus.CONFLICT
    title = "缺少参数"
    message = "{year}年没有有效的“{title}”。请先在参数页面按文件录入。"


class NotWholeUnits(Refusal):
    """The amount is no multiple of the unit it is to be spread in."""

    code = "not-whole-units"
    title = "金额不是取整单位的整数倍"
    message = "金额{amount}元不是“{unit}”的整数倍，取整后合计会对不上。请改用更小的取整单位。"


class NothingToSpread(Refusal):
    """All weights are zero."""

    code = "nothing-to-spread"
    title = "权重全为零"
    message = "各村人数或各级比例全为零，无法分配。请至少填写一个大于零的权重。"


class NoticeNotYet(Refusal):
    """The notice is printed from the decision on."""

    code, status = "notice-not-yet", HTTPStatus.CONFLICT
    title = "方案尚未批准"
    message = "方案批准并登记文号后才能打印公告。"


class WholeCountyOnly(Refusal):
    """What concerns the whole county is asked by someone who sees a part."""

    code, status = "whole-county-only", HTTPStatus.FORBIDDEN
    title = "须全区权限"
    message = "此操作涉及全区各村，您的管辖范围只是其中一部分。请由区级人员办理。"
