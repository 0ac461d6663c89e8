"""Indicators: each promise with a figure, its definition and its owner.

To add one, add one `Indicator`. Whoever a record is too thin to judge is counted apart.
"""

from jingzhun.grammar.facts import Subject
from jingzhun.grammar.indicators import Aside, Count, Indicator, Sum, everyone, those
from jingzhun.policy import parameters, registers
from jingzhun.policy.clauses import education, goals, medical, social_security
from jingzhun.policy.vocabulary import derived as d
from jingzhun.policy.vocabulary import member as m

_FITS, _FITS_NOT, _UNVERIFIED = "fits", "fits-not", "unverified"
_BEYOND_PRESCHOOL = ~m.student_status.equals("02")
_WHO = (d.member_town, d.member_village, d.member_household_no, d.head_name, m.name, m.sex, d.age)
_HOME = (d.household_town, d.household_village, d.household_no, d.household_head, d.member_count)

_registered = d.is_registered_member.holds
_of_pension_age = Count(Subject.MEMBER, _registered & d.pension_age_reached.holds)
_of_school_age = Count(
    Subject.MEMBER,
    _registered
    & (d.age_on_31_august >= parameters.compulsory_age_from)
    & (d.age_on_31_august <= parameters.compulsory_age_to),
)
# Whose insurance with an employer is not on record is not taken to have one.
_for_residents_insurance = Count(
    Subject.MEMBER,
    _registered & (~m.insured_medical_employee.is_known | ~m.insured_medical_employee.holds),
)
_unable = _registered & d.is_unable.holds
# Whoever has no verdict yet is listed beside as not verified, not among the unknown.
_fits = m.labour_verdict.is_known & m.labour_verdict.equals(_FITS)
_unable_who_fit = Count(Subject.MEMBER, _unable & _fits)
_not_verified = ~m.labour_verdict.is_known | m.labour_verdict.equals(_UNVERIFIED)
_able_households = d.is_registered.holds & d.has_able_member.holds
_disposable = d.disposable_income_per_head_fen
_above_the_line = (_disposable.is_known & (_disposable >= parameters.exit_line)) | (
    ~_disposable.is_known & (d.net_income_per_head_fen >= parameters.exit_line)
)

pension_coverage = Indicator(
    "pension-coverage", "老人养老金领取率",
    Count(Subject.MEMBER, _of_pension_age.where & m.draws_pension.holds), _of_pension_age,
    (*_WHO, m.insured_pension_resident, m.draws_pension), social_security.PENSION, "区社保局",
    at_least_percent=100, two_sources=True,
    help="自满60周岁的次月起计；领取职工或其他养老金的计入分子",
)  # fmt: skip
medical_insurance = Indicator(
    "medical-insurance", "城乡居民基本医疗保险参保率",
    Count(Subject.MEMBER, _for_residents_insurance.where & m.insured_medical_resident.holds),
    _for_residents_insurance,
    (*_WHO, m.insured_medical_resident, m.insured_medical_employee), medical.INSURANCE, "区医保办",
    at_least_percent=100, two_sources=True, help="参加职工医保的不计入分母",
)  # fmt: skip
compulsory_schooling = Indicator(
    "compulsory-schooling", "义务教育毛入学率",
    Count(Subject.MEMBER, _of_school_age.where & (d.is_in_school.holds & _BEYOND_PRESCHOOL)),
    _of_school_age, (*_WHO, d.age_on_31_august, m.student_status, m.school, m.dropout_reason),
    education.SCHOOLING, "区教育局", at_least_percent=parameters.schooling_floor, two_sources=True,
    help="当年8月31日年龄在义务教育适龄范围内的人，小学及以上在校的计入分子",
)  # fmt: skip
allowance_for_the_unable = Indicator(
    "allowance-for-the-unable", "丧失劳动能力且符合条件者低保（特困）覆盖率",
    Count(
        Subject.MEMBER,
        _unable_who_fit.where & (m.receives_allowance.holds | m.receives_destitute_support.holds),
    ),
    _unable_who_fit,
    (*_WHO, m.labour, m.labour_verdict, m.receives_allowance, m.receives_destitute_support),
    goals.ALLOWANCE, "区人口和社会事务管理局", at_least_percent=100, two_sources=True,
    beside=(
        Aside("unverified", "未核查", Count(Subject.MEMBER, _unable & _not_verified)),
        Aside(
            "fits-not", "核查不符合",
            Count(Subject.MEMBER, _unable & m.labour_verdict.equals(_FITS_NOT)),
        ),
    ),
    help="满16周岁、非在校、丧失或部分丧失劳动能力，核查结论为符合；未核查的另列，不计入分母",
)  # fmt: skip
no_labour_covered = Indicator(
    "no-labour-covered", "无劳动力户兜底覆盖率",
    those(registers.no_labour, having=d.is_covered_by_allowance.holds),
    everyone(registers.no_labour), (*_HOME, d.able_count, d.is_covered_by_allowance),
    social_security.BACKSTOP, "区人口和社会事务管理局", at_least_percent=100, two_sources=True,
    help="没有劳动力的户中，有成员享受低保或特困供养的户",
)  # fmt: skip
income_above_line = Indicator(
    "income-above-line", "有劳动能力户收入达标率",
    Sum(d.member_count, _able_households & _above_the_line),
    Sum(d.member_count, _able_households),
    (*_HOME, d.income_year, d.net_income_per_head_fen, d.disposable_income_per_head_fen),
    goals.INCOME_LINE, "区扶贫办", at_least_percent=100,
    help="按户内人口计；转移性支出未知的户不计算可支配收入，暂按人均纯收入比较",
)  # fmt: skip
completeness = Indicator(
    "data-completeness", "人员信息完整率",
    Count(Subject.MEMBER, _registered & (d.completeness_gaps <= 0)),
    Count(Subject.MEMBER, _registered), (*_WHO, d.completeness_gaps), goals.PRECISION, "区扶贫办",
    help="应填各项都已填写的人；文件未定目标值",
)  # fmt: skip

ALL = tuple(value for value in list(globals().values()) if isinstance(value, Indicator))
