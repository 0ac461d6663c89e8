"""IMP-nn: what can be wrong with a record as it was written down, before anything it says.

Those without a check are found by whoever reads the file, with the words named in braces; those
with one hold for records edited by hand as well.
"""

from jingzhun.grammar.facts import Fact, Subject
from jingzhun.grammar.rules import Check, Context, Record, Rule, Severity
from jingzhun.policy.rules.forms import READING
from jingzhun.policy.vocabulary import derived as d
from jingzhun.policy.vocabulary import household as h
from jingzhun.policy.vocabulary import income, member

_ERROR, _WARNING, _NORMALISED = Severity.ERROR, Severity.WARNING, Severity.NORMALISED
_SURVEYED = "surveyed"
_MOST_OTHER_CAUSES = 2
_MONTHS = 12


def _reading(
    id: str, title: str, says: str, severity: Severity = _ERROR, of: Subject = Subject.MEMBER
) -> Rule:
    return Rule(id, of, severity, title, says, READING)


def _checked(
    id: str,
    column: Fact,
    title: str,
    says: str,
    check: Check,
    when: Fact | None = None,
    severity: Severity = _ERROR,
) -> Rule:
    return Rule(id, column.subject, severity, title, says, READING, column, check, when)


def _blank_though_registered(slug: str) -> Check:
    def check(record: Record, context: Context) -> bool:
        del context
        # Who is only surveyed needs minimal fields: no kind of household, no cause yet.
        return record.get(slug) is None and record.get("registration") != _SURVEYED

    return check


def _required(fact: Fact) -> Rule:
    says = f"{fact.title}没有填写；请补填"
    return _checked("IMP-01", fact, "必填项为空", says, _blank_though_registered(fact.slug))


def _negative(slug: str) -> Check:
    def check(record: Record, context: Context) -> bool:
        del context
        value = record[slug]
        return isinstance(value, int) and value < 0

    return check


def _amount(fact: Fact) -> Rule:
    says = f"{fact.title}填{{{fact.slug}}}元，金额不能为负；请核对"
    return _checked("IMP-04", fact, "金额为负", says, _negative(fact.slug), fact)


def _no_head(record: Record, context: Context) -> bool:
    del context
    # Where a relation is blank the head may be there, and that blank is a fault of its own.
    return bool(record["_is_first"] and not record["_head_count"] and record["_relations_known"])


def _second_head(record: Record, context: Context) -> bool:
    del context
    return bool(record["_head_order"])


def _size_differs(record: Record, context: Context) -> dict[str, str] | None:
    del context
    stated, rows = record.get("member_count"), record["_row_count"]
    return None if stated is None or stated == rows else {"rows": str(rows)}


def _too_many_causes(record: Record, context: Context) -> bool:
    del context
    return len(str(record["other_causes"]).strip(",").split(",")) > _MOST_OTHER_CAUSES


def _too_many_months(record: Record, context: Context) -> bool:
    del context
    months = record["work_months"]
    return isinstance(months, int) and not 0 <= months <= _MONTHS


UNKNOWN_CODE = _reading("IMP-02", "不是可选项", "“{value}”不是“{title}”的可选项；可填：{choices}")
NOT_A_NUMBER = _reading("IMP-03", "不是数字", "{title}填“{value}”，不是数字；请填阿拉伯数字")
UNKNOWN_PLACE = _reading(
    "IMP-05", "地名对不上", "“{value}”不是本区的{title}；请填写现用或曾用的规范名称",
    of=Subject.HOUSEHOLD,
)  # fmt: skip
DUPLICATE_ID = _reading(
    "IMP-09", "证件号码在文件内重复", "证件号码与{other}重复；请核对是哪一人的，改正其中一个"
)
ID_AS_NUMBER = _reading(
    "IMP-10", "证件号码或账号按数字保存",
    "{title}按数字保存，末几位已丢失；请把该列设为文本格式后重新录入",
)  # fmt: skip
FORMULA = _reading("IMP-11", "数字栏里是公式", "{title}里是公式“{value}”，没有数值；请填数字")
NOT_A_DATE = _reading(
    "IMP-12", "不是日期", "{title}填“{value}”，不是日期；请按2018-06-30的样式填写"
)
DUPLICATE_HOUSEHOLD = _reading(
    "IMP-13", "户编号在文件内重复", "户编号{value}在{other}已出现；请核对户编号，同一户要连续填写",
    of=Subject.HOUSEHOLD,
)  # fmt: skip
OTHER_HOUSEHOLD = _reading(
    "IMP-14", "户编号相同而无共同成员",
    "户编号{value}在系统中户主为{registered}，本表户主为{filed}，没有一人相同；请核对户编号",
    of=Subject.HOUSEHOLD,
)  # fmt: skip
OUT_OF_SCOPE = _reading(
    "IMP-15", "不在管辖范围", "{place}不在您的管辖范围内；请交该地经办人导入",
    of=Subject.HOUSEHOLD,
)  # fmt: skip
MISSING_COLUMN = _reading(
    "IMP-16", "缺少必需的列", "表中没有“{title}”一列；请补上该列或指定对应的列",
    of=Subject.HOUSEHOLD,
)  # fmt: skip
UNKNOWN_COLUMN = _reading(
    "IMP-17", "不认识的列", "不认识“{value}”一列，内容未读入；请指定对应的字段或确认不要",
    _WARNING, Subject.HOUSEHOLD,
)  # fmt: skip
TOO_LONG = _reading("IMP-18", "内容过长", "{title}超过{most}个字；请缩短")
NO_HOUSEHOLD = _reading(
    "IMP-19", "成员不属于任何一户", "{value}所在行没有户编号，上面也没有；请补填户编号"
)
HOUSEHOLD_NO_BLANK = _reading(
    "IMP-01", "必填项为空", "户编号没有填写；请补填", of=Subject.HOUSEHOLD
)
OUT_OF_RANGE = _reading("IMP-22", "数值超出范围", "{title}填“{value}”，超出范围；请核对")

SPACES_OR_CASE = _reading(
    "IMP-51", "空格或大小写", "{title}去掉了空格或改为大写，按“{shown}”读入", _NORMALISED
)
FULL_WIDTH = _reading("IMP-52", "全角字符", "{title}的全角字符已按半角“{shown}”读入", _NORMALISED)
THOUSANDS = _reading(
    "IMP-53", "千分位或单位", "{title}填“{value}”，按{shown}读入", _NORMALISED, Subject.HOUSEHOLD
)
FORMULA_AS_TEXT = _reading(
    "IMP-54", "文字栏里是公式", "{title}里是公式，已按文字保存，不会计算", _NORMALISED
)
FORMER_PLACE = _reading(
    "IMP-55", "曾用地名", "“{value}”已按现用名称“{shown}”读入", _NORMALISED, Subject.HOUSEHOLD
)
ROUNDED = _reading("IMP-56", "小数位过多", "{title}填“{value}”，按{shown}读入", _NORMALISED)

FOUND_BY_READER = (
    UNKNOWN_CODE, NOT_A_NUMBER, UNKNOWN_PLACE, DUPLICATE_ID, ID_AS_NUMBER, FORMULA, NOT_A_DATE,
    DUPLICATE_HOUSEHOLD, OTHER_HOUSEHOLD, OUT_OF_SCOPE, MISSING_COLUMN, UNKNOWN_COLUMN, TOO_LONG,
    NO_HOUSEHOLD, HOUSEHOLD_NO_BLANK, OUT_OF_RANGE, SPACES_OR_CASE, FULL_WIDTH, THOUSANDS,
    FORMULA_AS_TEXT, FORMER_PLACE, ROUNDED,
)  # fmt: skip

MEMBER = (
    _required(member.name),
    _checked(
        "IMP-06", member.relation, "没有户主",
        "这一户没有登记户主；请在户主一行的与户主关系填“本人或户主”", _no_head,
    ),
    _checked(
        "IMP-07", member.relation, "户主不止一人",
        "{name}也登记为户主，一户只能有一名户主；请改正与户主关系", _second_head,
    ),
    _checked(
        "IMP-21", member.work_months, "务工月数超出范围",
        "务工时间填{work_months}个月；一年为0至12个月，请核对",
        _too_many_months, member.work_months,
    ),
)  # fmt: skip

HOUSEHOLD = (
    _required(h.household_kind),
    _required(h.main_cause),
    *(_amount(fact) for fact in income.STORED),
    _checked(
        "IMP-08", d.member_count, "家庭人口与行数不符",
        "家庭人口填{member_count}人，表中列出{rows}人；请核对是否漏填成员",
        _size_differs, severity=_WARNING,
    ),
    _checked(
        "IMP-20", h.other_causes, "其他致贫原因过多",
        "其他致贫原因填了{other_causes}；最多两项，请选最主要的", _too_many_causes,
        h.other_causes,
    ),
)  # fmt: skip
