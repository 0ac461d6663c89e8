"""What the registry refuses."""

from http import HTTPStatus

from jingzhun.kit.errors import Refusal


class HouseholdNotFound(Refusal):
    """No such household, or it lies outside the actor's places."""

    code, status = "household-not-found", HTTPStatus.NOT_FOUND
    title = "没有找到这一户"
    message = "没有找到这一户，或不在您的管辖范围内。请核对户编号后再查。"


class MemberNotFound(Refusal):
    """No such member in this household on this day."""

    code, status = "member-not-found", HTTPStatus.NOT_FOUND
    title = "没有找到成员"
    message = "这一户当前没有这名成员。请刷新后再试。"


class HouseholdNoTaken(Refusal):
    """Another household has the number."""

    code, status = "household-no-taken", HTTPStatus.CONFLICT
    title = "户编号重复"
    message = "户编号{household_no}已有一户使用。请核对编号，或先查找该户。"


class IdNumberHeld(Refusal):
    """The ID number is registered for somebody else; names the holder within scope only."""

    code, status = "id-number-held", HTTPStatus.CONFLICT
    title = "证件号码重复"
    message = "{who}的证件号码已登记在{holder}。请核对证件；如人已转户，请先在原户办理转出。"


class DayInFuture(Refusal):
    """A fact cannot hold from a day that has not come."""

    code, status = "day-in-future", HTTPStatus.UNPROCESSABLE_ENTITY
    title = "日期晚于今天"
    message = "生效日{day}晚于今天。请填今天或以前的日期。"


class BeforeRecord(Refusal):
    """The day lies before the household or member was first recorded."""

    code, status = "before-record", HTTPStatus.UNPROCESSABLE_ENTITY
    title = "日期早于登记之日"
    message = "{day}还没有这份登记（自{since}起）。请改填{since}或以后的日期。"


class AlreadyRegistered(Refusal):
    """By hand only candidates and surveyed people are entered; registration goes its own way."""

    code, status = "registration-by-procedure", HTTPStatus.CONFLICT
    title = "不能直接登记为建档立卡户"
    message = (
        "建档立卡身份和脱贫状态不能手工改动：存量户由区扶贫办办理存量导入，"
        "其余按纳入、退出程序办理。"
    )


class InitialLoadClosed(Refusal):
    """The district has closed the initial load of the village."""

    code, status = "initial-load-closed", HTTPStatus.CONFLICT
    title = "存量导入已结束"
    message = "这个村的存量导入已由区里结束。新户请按纳入程序办理，漏登的请报区扶贫办。"


class FileNotOpened(Refusal):
    """On the command line: the file is not there, or may not be read."""

    code, status = "file-not-opened", HTTPStatus.NOT_FOUND
    title = "打不开文件"
    message = "文件“{name}”打不开。请检查文件名和权限。"


class HeadRequired(Refusal):
    """The head cannot leave before another is named."""

    code, status = "head-required", HTTPStatus.CONFLICT
    title = "须先变更户主"
    message = "户主不能直接移出。请先变更户主；整户注销请先移出其他成员。"


class RulesBroken(Refusal):
    """The record would break data rules that are errors; `errors` names each field."""

    code, status = "rules-broken", HTTPStatus.UNPROCESSABLE_ENTITY
    title = "数据校核未通过"
    message = "有{count}处不符合数据规则，没有保存。请按提示修改。"


class NothingToReveal(Refusal):
    """The record holds none of the fields asked for."""

    code, status = "nothing-to-reveal", HTTPStatus.CONFLICT
    title = "没有可显示的内容"
    message = "这条记录没有填写所选项目。请核对后再试。"


class ModesMixed(Refusal):
    """Pages and cursors were asked for at once."""

    code, status = "modes-mixed", HTTPStatus.UNPROCESSABLE_ENTITY
    title = "翻页方式冲突"
    message = "page、page_size 与 cursor、limit 不能同时使用。请只用一种翻页方式。"


class QueryTooShort(Refusal):
    """What was typed finds everybody."""

    code, status = "query-too-short", HTTPStatus.UNPROCESSABLE_ENTITY
    title = "查找内容太短"
    message = (
        "请至少输入一个汉字、两个拼音首字母、证件号码后四位或后六位、完整号码，"
        "或户编号开头六位以上。"
    )


class TableNotFound(Refusal):
    """No stored fact uses such a code table."""

    code, status = "code-table-not-found", HTTPStatus.NOT_FOUND
    title = "没有这个代码表"
    message = "没有这个代码表。请核对名称后再试。"
