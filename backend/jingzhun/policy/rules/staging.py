"""IMP-23 and on: what only shows when a roster is laid beside itself and beside the registry.

None has a check of its own: whoever stages the roster finds them, with the words named in braces.
"""

from jingzhun.grammar.facts import Subject
from jingzhun.grammar.rules import Rule, Severity
from jingzhun.policy.rules.forms import READING

_ERROR, _WARNING, _NORMALISED = Severity.ERROR, Severity.WARNING, Severity.NORMALISED


def _found(
    id: str, title: str, says: str, severity: Severity = _ERROR, of: Subject = Subject.MEMBER
) -> Rule:
    return Rule(id, of, severity, title, says, READING)


BROKEN_CELL = _found("IMP-23", "单元格显示错误", "{title}显示错误“{value}”；请在表中改正后重新填写")
REGISTERED_ELSEWHERE = _found(
    "IMP-24", "证件号码已登记在别的户",
    "证件号码已登记在{other}；请核对是哪一户的人，迁户须先在系统中办理",
)  # fmt: skip
HAS_LEFT = _found(
    "IMP-25", "成员已办理减少", "{name}已于{on}从这一户减少；确已回户的，请先办理成员增加"
)
OTHER_NUMBER = _found(
    "IMP-26", "同名成员证件号码不同",
    "系统中这一户已有{name}，证件号码不同；同一人的请先办理证件号码更正，不是同一人的请核对姓名",
)  # fmt: skip
DIFFERS_WITHIN = _found(
    "IMP-27", "同一户填写不一致", "同一户的{title}前后填写不一致；请改成一致或合并单元格",
    of=Subject.HOUSEHOLD,
)  # fmt: skip
OTHER_VILLAGE = _found(
    "IMP-28", "户编号登记在别的村",
    "户编号{value}已登记在{place}；请核对户编号或行政村，迁移须先在系统中办理",
    of=Subject.HOUSEHOLD,
)  # fmt: skip
NO_TABLE = _found(
    "IMP-29", "没有找到表头", "工作表“{value}”里有证件号码，但没有找到表头；请补上表头后重新上传",
    of=Subject.HOUSEHOLD,
)  # fmt: skip
NOT_A_DAY = _found(
    "IMP-30", "没有填报日期", "表中没有填报日期；请在标题下写明“填报日期：年月日”，或上传后指定",
    of=Subject.HOUSEHOLD,
)  # fmt: skip
NO_INCOME_YEAR = _found(
    "IMP-31", "没有收入年度",
    "收入各列上方没有写明年度，收入没有读入；请写成“2017年家庭收入（元）”",
    _WARNING, Subject.HOUSEHOLD,
)  # fmt: skip
WITHDRAWN = _found(
    "IMP-32", "登记已变动", "核对之后系统中这一户又有变动；请重新核对", of=Subject.HOUSEHOLD
)

LOAD_CLOSED = _found(
    "IMP-33", "存量导入已结束",
    "{place}的存量导入已由区里结束，户编号{value}还没有登记；新户请按纳入程序办理，漏登的请报区扶贫办",
    of=Subject.HOUSEHOLD,
)  # fmt: skip

SHARED_ID = _found(
    "IMP-41", "证件号码与别人相同", "证件号码也填在{other}名下，那一户已暂缓入库；请一并核对",
    _WARNING,
)  # fmt: skip
NOT_IN_FILE = _found(
    "IMP-42", "系统中有而表中没有的成员",
    "系统中这一户还有{names}，表中没有；导入不会移除，确已减少的请在系统中办理",
    _WARNING, Subject.HOUSEHOLD,
)  # fmt: skip
SKIPPED_ROW = _found(
    "IMP-43", "没有读入的行", "这一行没有姓名和证件号码，没有读入；是成员的请补填", _WARNING
)
HIDDEN_ROW = _found(
    "IMP-44", "隐藏的行", "这一行在表中被隐藏，内容仍已读入；不要的请删除该行", _WARNING
)

SPELLED_OTHERWISE = _found("IMP-57", "写法不同", "{title}填“{value}”，按“{shown}”读入", _NORMALISED)
FORMULA_RESULT = _found(
    "IMP-58", "公式的结果", "{title}里是公式，按其结果“{shown}”读入", _NORMALISED
)
PLACE_FROM_SHEET = _found(
    "IMP-59", "村名取自表名", "没有填行政村，按工作表名称读作“{shown}”", _NORMALISED,
    Subject.HOUSEHOLD,
)  # fmt: skip

ALL = (
    BROKEN_CELL, REGISTERED_ELSEWHERE, HAS_LEFT, OTHER_NUMBER, DIFFERS_WITHIN, OTHER_VILLAGE,
    NO_TABLE, NOT_A_DAY, NO_INCOME_YEAR, WITHDRAWN, LOAD_CLOSED, SHARED_ID, NOT_IN_FILE,
    SKIPPED_ROW, HIDDEN_ROW, SPELLED_OTHERWISE, FORMULA_RESULT, PLACE_FROM_SHEET,
)  # fmt: skip
