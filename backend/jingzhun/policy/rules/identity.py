"""Rules on who a member is: DQ-001 to DQ-006, DQ-040 and DQ-041 for the member's own phone."""

import re
from collections.abc import Mapping

from jingzhun.grammar.rules import Check, Context, Record
from jingzhun.policy.codes import RELATION, SEX
from jingzhun.policy.derivation import SPOUSE
from jingzhun.policy.rules.forms import is_blank, rule
from jingzhun.policy.vocabulary import household as h
from jingzhun.policy.vocabulary import member as m

_MALE, _FEMALE = "1", "2"
_SEX_OF = dict.fromkeys(
    ("03", "06", "07", "09", "11", "13", "15", "17", "19"), _MALE
) | dict.fromkeys(("04", "05", "08", "10", "12", "14", "16", "18", "20"), _FEMALE)
_MOBILE = re.compile(r"1[3-9]\d{9}")


def _bad_number(record: Record, context: Context) -> bool:
    del context
    return record["_id_is_well_formed"] is False


def _spouse_of_own_sex(record: Record, context: Context) -> Mapping[str, str] | None:
    del context
    sex = record["_sex"]
    if record["relation"] != SPOUSE or sex is None or sex != record["_head_sex"]:
        return None
    return {"both": SEX.title(str(sex))}


def _relation_of_other_sex(record: Record, context: Context) -> Mapping[str, str] | None:
    del context
    expected, sex = _SEX_OF.get(str(record["relation"])), record["_sex"]
    if expected is None or sex is None or sex == expected:
        return None
    kin = RELATION.title(str(record["relation"]))
    return {"kin": kin, "is": SEX.title(str(sex)), "should": SEX.title(expected)}


def _sex_differs(record: Record, context: Context) -> Mapping[str, str] | None:
    del context
    by_number = record["_id_sex"]
    if by_number is None or record["sex"] == by_number:
        return None
    return {"by_number": SEX.title(str(by_number))}


def _birth_differs(record: Record, context: Context) -> bool:
    del context
    by_number = record["_id_born_on"]
    return by_number is not None and str(record["born_on"]) != by_number


def _bad_phone(slug: str) -> Check:
    def check(record: Record, context: Context) -> bool:
        del context
        return _MOBILE.fullmatch(str(record[slug])) is None

    return check


_PHONE = "联系电话不是11位有效手机号"
_PHONE_SAYS = "不是有效的手机号；应为以1开头的11位数字，请核对后改正"
_SHARED = "不同户登记同一联系电话"
_SHARED_SAYS = "{phone}也登记在{other}名下；请确认是否共用，不共用的改正"

MEMBER = (
    rule(
        "DQ-001", m.id_number, "证件号码在辖区内重复（跨户）",
        "证件号码与{other}重复；请核对是哪一户的人，改正或从其中一户移出", None,
    ),
    rule(
        "DQ-002", m.id_number, "证件号码缺失、前6位为999999或校验位不通过",
        "证件号码缺失或校验不通过；请对照身份证原件重新录入18位号码", _bad_number,
    ),
    rule(
        "DQ-003", m.relation, "与户主关系为空",
        "{name}的与户主关系没有填写；请选择与户主的关系", is_blank("relation"),
    ),
    rule(
        "DQ-004", m.relation, "户主与配偶性别相同",
        "{name}登记为户主的配偶，两人性别都是{both}；请核对与户主关系和证件号码",
        _spouse_of_own_sex, m.relation,
    ),
    rule(
        "DQ-005", m.relation, "关系与性别矛盾",
        "{name}登记为户主“{kin}”，应为{should}性，登记为{is}；请改正与户主关系或证件号码",
        _relation_of_other_sex, m.relation,
    ),
    rule(
        "DQ-006", m.sex, "身份证性别与填报不一致",
        "{name}填报性别为{sex}，证件号码显示为{by_number}；请对照身份证改正",
        _sex_differs, m.sex,
    ),
    rule(
        "DQ-006", m.born_on, "身份证出生日期与填报不一致",
        "{name}填报的出生日期与证件号码不一致；请对照身份证改正", _birth_differs, m.born_on,
    ),
    rule("DQ-040", m.phone, _PHONE, f"{{phone}}{_PHONE_SAYS}", _bad_phone("phone"), m.phone),
    rule("DQ-041", m.phone, _SHARED, _SHARED_SAYS, None, m.phone),
)  # fmt: skip

HOUSEHOLD = (
    rule(
        "DQ-040", h.contact_phone, _PHONE, f"{{contact_phone}}{_PHONE_SAYS}",
        _bad_phone("contact_phone"), h.contact_phone,
    ),
    rule("DQ-041", h.contact_phone, _SHARED, _SHARED_SAYS, None, h.contact_phone),
)  # fmt: skip
