"""Rules on education, health and labour of a member: DQ-007 to DQ-021."""

from jingzhun.grammar.parameters import Parameter
from jingzhun.grammar.rules import Check, Context, Record
from jingzhun.policy import parameters
from jingzhun.policy.derivation import ADULT_AGE
from jingzhun.policy.rules.forms import DISABLED, HEALTHY, has_health, is_blank, rule, years
from jingzhun.policy.vocabulary import derived as d
from jingzhun.policy.vocabulary import member as m

_NO_LABOUR, _ORDINARY = "04", "01"
_INCAPABLE = frozenset({"03", "04", "05"})
_NOT_A_PUPIL, _PRESCHOOL = "01", "02"
_JUNIOR = frozenset({"04", "05", "06"})
_SENIOR = frozenset(f"{code:02d}" for code in range(7, 13))
_SCHOOL = frozenset(f"{code:02d}" for code in range(3, 13))
_COLLEGE = frozenset(f"{code:02d}" for code in range(13, 17))
_WORKING_AGE = range(ADULT_AGE, 60)
_LIMB, _SEVERE = "4", frozenset({"1", "2"})
_BY_ILLNESS_OR_DISABILITY = frozenset({"1", "2"})


def _says_nothing_of_schooling(record: Record, context: Context) -> bool:
    del context
    return (
        record.get("education") is None
        and record.get("student_status") is None
        and record.get("dropout_reason") is None
    )


def _educated_and_pupil(record: Record, context: Context) -> bool:
    del context
    # 非在校生 beside an education is what every form says of an adult; it contradicts nothing.
    return record.get("student_status") not in {None, _NOT_A_PUPIL}


def _child_with_labour(record: Record, context: Context) -> bool:
    del context
    return years(record) < ADULT_AGE and record.get("labour") not in {None, _NO_LABOUR}


def _idle_though_fit(record: Record, context: Context) -> bool:
    del context
    return (
        record["labour"] in _INCAPABLE
        and record["age"] in _WORKING_AGE
        and record["is_in_school"] is False
        and has_health(record, HEALTHY)
    )


def _pupil_with_labour(record: Record, context: Context) -> bool:
    del context
    return record["student_status"] in _SCHOOL and record.get("labour") not in {None, _NO_LABOUR}


def _severe_yet_ordinary(record: Record, context: Context) -> bool:
    del context
    return (
        record["disability_grade"] in _SEVERE
        and record.get("disability_kind") == _LIMB
        and record.get("labour") == _ORDINARY
    )


def _disabled_without_certificate(record: Record, context: Context) -> bool:
    del context
    return has_health(record, DISABLED) and record.get("disability_certificate") is None


def _out_of_school_though_healthy(record: Record, context: Context) -> bool:
    del context
    return record["dropout_reason"] in _BY_ILLNESS_OR_DISABILITY and has_health(record, HEALTHY)


def _still_preschool(record: Record, context: Context) -> bool:
    del context
    return (
        years(record) >= 7
        and (record.get("student_status") == _PRESCHOOL or record.get("education") == "06")
        and has_health(record, HEALTHY)
    )


def _outside_ages(codes: frozenset[str], youngest: int, oldest: int) -> Check:
    def check(record: Record, context: Context) -> bool:
        del context
        age = record["age"]
        return record["student_status"] in codes and not (
            age is None or youngest <= age <= oldest  # type: ignore[operator]
        )

    return check


def _figure(context: Context, parameter: Parameter) -> int:
    value = context.figures(parameter)
    return value if isinstance(value, int) else 0


def _out_of_compulsory_school(record: Record, context: Context) -> bool:
    turned = record["age_on_31_august"]
    if record["student_status"] != _NOT_A_PUPIL or not isinstance(turned, int):
        return False
    # A new pupil starts in the autumn: before 31 August nobody is due by this year's birthdays.
    begun = turned if (context.at.month, context.at.day) >= (8, 31) else turned - 1
    youngest = _figure(context, parameters.compulsory_age_from)
    return youngest <= begun and turned <= _figure(context, parameters.compulsory_age_to)


_AGES = "{name}{age}岁，在校生状况为“{student_status}”，与年龄不符；请核对"

MEMBER = (
    rule(
        "DQ-007", m.education, "文化程度、在校生状况、失学原因三项同时为空",
        "{name}的文化程度、在校生状况都没有填写；在校的填在校生状况，不在校的填文化程度",
        _says_nothing_of_schooling,
    ),
    rule(
        "DQ-008", m.education, "文化程度与在校生状况同时填报",
        "{name}在校（{student_status}），又填了文化程度“{education}”；在校的不填文化程度",
        _educated_and_pupil, m.education,
    ),
    rule(
        "DQ-009", m.labour, "劳动技能为空",
        "{name}的劳动技能没有填写；请选择，未填的不计入有无劳动力", is_blank("labour"),
    ),
    rule(
        "DQ-010", m.labour, "16岁以下劳动技能不是无劳动力",
        "{name}{age}岁，劳动技能填“{labour}”；16岁以下应为无劳动力，请改正",
        _child_with_labour, d.age,
    ),
    rule(
        "DQ-011", m.labour, "16至59岁健康且非在校却为无、丧失或弱半劳动力",
        "{name}{age}岁，健康、非在校，劳动技能却为“{labour}”；请核实健康状况或劳动技能",
        _idle_though_fit, m.labour,
    ),
    rule(
        "DQ-012", m.labour, "在校生（义务教育、高中、中职）劳动技能不是无劳动力",
        "{name}在校（{student_status}），劳动技能填“{labour}”；在校生应为无劳动力",
        _pupil_with_labour, m.student_status,
    ),
    rule(
        "DQ-013", m.labour, "一、二级肢体残疾却为普通劳动力",
        "{name}为{disability_grade}肢体残疾，劳动技能却为普通劳动力；请核实",
        _severe_yet_ordinary, m.disability_grade,
    ),
    rule(
        "DQ-014", m.disability_certificate, "健康状况为残疾但无残疾证号",
        "{name}的健康状况为残疾，没有残疾证号；有证的补填，无证的核实后改健康状况",
        _disabled_without_certificate, m.health,
    ),
    rule(
        "DQ-015", m.health, "失学原因为因病或因残但健康状况为健康",
        "{name}的失学原因为“{dropout_reason}”，健康状况却为健康；请核实其中一项",
        _out_of_school_though_healthy, m.dropout_reason,
    ),
    rule(
        "DQ-016", m.student_status, "7岁以上健康仍为学龄前或学前教育",
        "{name}{age}岁、健康，仍为学龄前或学前教育；请核实是否已入学", _still_preschool, d.age,
    ),
    rule(
        "DQ-017", m.student_status, "初中在校年龄小于12或大于17", _AGES,
        _outside_ages(_JUNIOR, 12, 17), m.student_status,
    ),
    rule(
        "DQ-018", m.student_status, "高中或中职在校年龄小于15或大于20", _AGES,
        _outside_ages(_SENIOR, 15, 20), m.student_status,
    ),
    rule(
        "DQ-019", m.student_status, "高职、本科及以上在校年龄小于18", _AGES,
        _outside_ages(_COLLEGE, 18, 150), m.student_status,
    ),
    rule(
        "DQ-021", m.student_status, "义务教育适龄儿童不在校",
        "{name}属义务教育适龄（8月31日{age_on_31_august}岁），登记为非在校；请核实是否失学辍学",
        _out_of_compulsory_school, m.student_status,
    ),
)  # fmt: skip
