"""Registers (造册登记): standing lists derived from the records, never typed in.

To add one, add one `Register`. Each looks among the registered only, or among all surveyed people
where the document asks for the whole countryside (三(三)1 and 2).
"""

from jingzhun.grammar.clauses import Clause
from jingzhun.grammar.facts import Fact, Subject
from jingzhun.grammar.predicates import Predicate
from jingzhun.grammar.registers import Register, Scope
from jingzhun.policy import parameters
from jingzhun.policy.clauses import education, employment, finance, medical, social_security
from jingzhun.policy.roles import Role
from jingzhun.policy.vocabulary import derived as d
from jingzhun.policy.vocabulary import household as h
from jingzhun.policy.vocabulary import member as m

KEEPERS = (Role.VILLAGE_TEAM, Role.TOWN)
SCHOOL_KEEPERS = (*KEEPERS, Role.DEPARTMENT)

REGISTERED = Scope("registered", "建档立卡人口", d.is_registered_member.holds)
REGISTERED_HOMES = Scope("registered", "建档立卡户", d.is_registered.holds)
SURVEYED = Scope("surveyed", "建档立卡人口和摸底对象")

_WHO = (d.member_town, d.member_village, d.member_hamlet, d.member_household_no, d.head_name,
        m.name, m.sex, d.age)  # fmt: skip
_HOME = (d.household_town, d.household_village, d.household_hamlet, d.household_no,
         d.household_head, d.member_count)  # fmt: skip


def _people(
    slug: str, title: str, where: Predicate, columns: tuple[Fact, ...], clause: Clause, note: str
) -> Register:
    return Register(
        slug, title, Subject.MEMBER, where, (*_WHO, *columns),
        clause, KEEPERS, REGISTERED, note,
    )  # fmt: skip


def _anybody(
    slug: str, title: str, where: Predicate, columns: tuple[Fact, ...], clause: Clause, note: str
) -> Register:
    shown = (*_WHO, *columns, d.is_registered_member)
    return Register(
        slug, title, Subject.MEMBER, where, shown, clause, KEEPERS, SURVEYED, note
    )  # fmt: skip


def _homes(
    slug: str, title: str, where: Predicate, columns: tuple[Fact, ...], clause: Clause, note: str
) -> Register:
    return Register(
        slug, title, Subject.HOUSEHOLD, where, (*_HOME, *columns),
        clause, KEEPERS, REGISTERED_HOMES, note,
    )  # fmt: skip


def _left_behind(kind: str) -> Predicate:
    # The list of kinds has no word for "not left behind": a blank says it, and is not unknown.
    return m.left_behind.is_known & m.left_behind.equals(kind)


_SKILLS = (m.education, m.labour, m.skills)
_WORK = (m.work_area, m.work_months, m.work_province, m.work_city, m.work_county, m.employer)
_INTENTS = (m.wants_work, m.wants_training, m.wants_business)
_HEALTH = (m.health, m.disability_certificate, m.disability_kind, m.disability_grade, m.labour)
_SUPPORT = (m.receives_allowance, m.receives_destitute_support)

labour = _people(
    "labour", "劳动力名册（一村一册）", d.is_able.holds,
    (*_SKILLS, m.health, m.work_area, m.work_months, *_INTENTS), employment.LABOUR,
    "弱（半）劳动力另列一册",
)  # fmt: skip
weak_labour = _people(
    "weak-labour", "弱（半）劳动力名册", d.is_unable.holds & d.is_weak.holds,
    (*_SKILLS, m.health, m.work_area, *_INTENTS), employment.LABOUR,
    "满16周岁、非在校的弱劳动力或半劳动力；是否计入有劳动能力由参数规定",
)  # fmt: skip
working_away = _people(
    "working-away", "外出务工人员名册", m.work_area.is_known, (*_WORK, m.labour, m.skills),
    employment.WORKING_AWAY, "文件所称外出务工含本区和区外，登记了务工状况的都列入",
)  # fmt: skip
unemployed = _people(
    "unemployed", "未就业人员及意向名册",
    d.is_able.holds & ~d.is_in_school.holds & ~m.work_area.is_known,
    (*_SKILLS, *_INTENTS), employment.UNEMPLOYED, "有劳动能力、非在校、没有登记务工状况",
)  # fmt: skip
business_intent = _people(
    "business-intent", "创业意向名册", d.is_able.holds & m.wants_business.holds,
    (*_SKILLS, m.work_area, m.wants_business), employment.BUSINESS_INTENT, "",
)  # fmt: skip
training_intent = _people(
    "training-intent", "技能培训意向名册", d.is_able.holds & m.wants_training.holds,
    (*_SKILLS, m.work_area, m.wants_training), employment.FREE_TRAINING, "",
)  # fmt: skip
destitute = _anybody(
    "destitute", "农村五保（特困供养）名册", m.receives_destitute_support.holds,
    (*_HEALTH, *_SUPPORT), social_security.FOUR_REGISTERS, "",
)  # fmt: skip
orphans = _anybody(
    "orphans", "孤儿名册", m.is_orphan.holds, (m.student_status, m.school, *_SUPPORT),
    social_security.FOUR_REGISTERS, "",
)  # fmt: skip
disabled = _anybody(
    "disabled", "残疾人名册", m.health.includes("04") | d.has_disability_certificate.holds,
    (*_HEALTH, *_SUPPORT), social_security.FOUR_REGISTERS, "健康状况为残疾，或持有残疾证",
)  # fmt: skip
partial_loss = _anybody(
    "partial-loss-without-certificate", "部分丧失劳动能力（无残疾证）名册",
    d.is_unable.holds & d.is_weak.holds & ~d.has_disability_certificate.holds,
    (m.health, m.labour, m.labour_verdict, *_SUPPORT), social_security.FOUR_REGISTERS,
    "满16周岁、非在校的弱劳动力或半劳动力，没有残疾证",
)  # fmt: skip
left_behind_children = _anybody(
    "left-behind-children", "留守儿童名册", _left_behind("child"),
    (m.student_status, m.school, m.health), social_security.LEFT_BEHIND, "",
)  # fmt: skip
left_behind_women = _anybody(
    "left-behind-women", "留守妇女名册", _left_behind("woman"),
    (m.health, m.labour, m.work_area), social_security.LEFT_BEHIND, "",
)  # fmt: skip
left_behind_elderly = _anybody(
    "left-behind-elderly", "留守老人名册", _left_behind("elder"),
    (m.health, m.draws_pension, *_SUPPORT), social_security.LEFT_BEHIND, "",
)  # fmt: skip
elderly = _people(
    "elderly", "60岁以上老人名册", d.age >= parameters.elderly_age,
    (m.insured_pension_resident, m.draws_pension, m.pension_kind, *_SUPPORT),
    social_security.ELDERLY, "以截止日周岁计算，生日当天计入",
)  # fmt: skip
illness_caused = _people(
    "illness-caused", "因病致贫、因病返贫人员名册", d.is_of_illness_household.holds,
    (m.health, m.disease, m.disease_grade, d.is_insured_medical, *_SUPPORT), medical.ILLNESS,
    "主要致贫原因或返贫原因为因病的户的全部成员",
)  # fmt: skip
students = Register(
    "students", "在读学生名册", Subject.MEMBER,
    d.is_in_school.holds,
    (*_WHO, m.student_status, m.school, m.health), education.STUDENTS, SCHOOL_KEEPERS, REGISTERED,
    "在校生状况为学前教育至大专及以上",
)  # fmt: skip
loan_intent = _homes(
    "loan-intent", "贷款意向户名册", h.wants_loan.holds,
    (d.able_count, h.main_cause, h.wants_loan), finance.LOAN_INTENT, "",
)  # fmt: skip
no_labour = _homes(
    "no-labour-households", "无劳动力户名册", ~d.has_able_member.holds,
    (d.able_count, h.household_kind, h.main_cause, d.is_covered_by_allowance),
    social_security.BACKSTOP, "没有普通或技能劳动力的户；有成员劳动技能未填的户不能判断，不列入",
)  # fmt: skip

ALL = tuple(value for value in list(globals().values()) if isinstance(value, Register))
