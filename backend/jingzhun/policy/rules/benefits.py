"""Rules on insurance, support and work of a member: DQ-022 to DQ-038 as far as facts exist."""

from jingzhun.grammar.rules import Context, Record
from jingzhun.policy.derivation import ADULT_AGE
from jingzhun.policy.rules.forms import HEALTHY, has_health, is_blank, rule
from jingzhun.policy.vocabulary import member as m

_UNFIT = frozenset({"03", "04"})
_BEYOND_THE_COUNTY = frozenset({"03", "04", "99"})


def _insured_twice(record: Record, context: Context) -> bool:
    del context
    return bool(record["insured_medical_resident"] and record.get("insured_medical_employee"))


def _insured_nowhere(record: Record, context: Context) -> bool:
    del context
    return not (record.get("insured_medical_resident") or record.get("insured_medical_employee"))


def _no_serious_illness_cover(record: Record, context: Context) -> bool:
    del context
    return record["insured_serious_illness"] is False


def _pension_blank(record: Record, context: Context) -> bool:
    del context
    return (
        record.get("insured_pension_resident") is None
        and record.get("insured_pension_employee") is None
    )


def _destitute_at_work(record: Record, context: Context) -> bool:
    del context
    return record.get("receives_destitute_support") is True


def _destitute_though_fit(record: Record, context: Context) -> bool:
    del context
    return (
        record["receives_destitute_support"] is True
        and record["age"] in range(18, 60)
        and record["is_in_school"] is False
        and has_health(record, HEALTHY)
    )


def _child_at_work(record: Record, context: Context) -> bool:
    del context
    age = record["age"]
    return isinstance(age, int) and age < ADULT_AGE


def _pupil_at_work(record: Record, context: Context) -> bool:
    del context
    return record["is_in_school"] is True


def _unfit_at_work(record: Record, context: Context) -> bool:
    del context
    return record.get("labour") in _UNFIT


def _county_blank(record: Record, context: Context) -> bool:
    del context
    return record["work_area"] in _BEYOND_THE_COUNTY and record.get("work_county") is None


_AT_WORK = "{name}登记为“{work_area}”"

MEMBER = (
    rule(
        "DQ-022", m.insured_medical_employee, "居民医保与职工医保同时为是",
        "{name}同时登记了居民医保和职工医保；两者只能参加一种，请核实后改正",
        _insured_twice, m.insured_medical_resident,
    ),
    rule(
        "DQ-023", m.insured_medical_resident, "居民医保与职工医保同时为否或空",
        "{name}没有登记任何基本医疗保险；未参保的动员参保，已参保的补填", _insured_nowhere,
    ),
    rule(
        "DQ-024", m.insured_serious_illness, "大病保险或基本医保任一为否（医疗未保障）",
        "{name}未参加大病保险，医疗未保障；请核实", _no_serious_illness_cover,
        m.insured_serious_illness,
    ),
    rule(
        "DQ-025", m.insured_pension_resident, "养老保险两类同时为空",
        "{name}的养老保险没有填写；请填是否参加", _pension_blank,
    ),
    rule(
        "DQ-027", m.work_area, "特困供养人员有外出务工",
        f"{_AT_WORK}，又享受特困供养；请核实其中一项", _destitute_at_work, m.work_area,
    ),
    rule(
        "DQ-028", m.receives_destitute_support, "18至59岁健康非在校却享受特困供养",
        "{name}{age}岁，健康、非在校，却享受特困供养；请核实", _destitute_though_fit,
        m.receives_destitute_support,
    ),
    rule(
        "DQ-029", m.work_area, "16岁以下有公益性岗位或务工登记",
        f"{_AT_WORK}，但只有{{age}}岁；16岁以下不得登记务工，请核对年龄或删除务工状况",
        _child_at_work, m.work_area,
    ),
    rule(
        "DQ-033", m.work_area, "在校生填写外出务工",
        f"{_AT_WORK}，又在校（{{student_status}}）；请核实其中一项", _pupil_at_work, m.work_area,
    ),
    rule(
        "DQ-034", m.work_area, "无或丧失劳动力者有外出务工",
        f"{_AT_WORK}，劳动技能却为“{{labour}}”；请核实其中一项", _unfit_at_work, m.work_area,
    ),
    rule(
        "DQ-035", m.work_county, "务工地点未填到县级",
        f"{_AT_WORK}，务工地点没有填到县级；请补填务工所在县", _county_blank, m.work_area,
    ),
    rule(
        "DQ-038", m.work_months, "正在务工但缺务工时间",
        f"{_AT_WORK}，没有填务工月数；请补填", is_blank("work_months"), m.work_area,
    ),
    rule(
        "DQ-038", m.employer, "正在务工但缺月收入、企业、行业或就业渠道",
        f"{_AT_WORK}，没有填务工企业；请补填", is_blank("employer"), m.work_area,
    ),
)  # fmt: skip
