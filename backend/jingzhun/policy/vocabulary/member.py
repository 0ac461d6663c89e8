"""Facts the registry keeps about a member: who they are and their circumstances."""

from jingzhun.grammar.codes import CodeTable
from jingzhun.grammar.facts import Fact, Kind, Protection, Section, Subject
from jingzhun.policy import codes

_M, _S = Subject.MEMBER, Section.MEMBER


def _text(slug: str, title: str, official: str = "", **more: object) -> Fact:
    return Fact(slug, title, _M, Kind.TEXT, _S, official=official, **more)  # type: ignore[arg-type]


def _flag(slug: str, title: str, official: str = "", *aliases: str) -> Fact:
    return Fact(slug, title, _M, Kind.FLAG, _S, official=official, aliases=aliases)


def _choice(slug: str, title: str, table: CodeTable, official: str = "", *aliases: str) -> Fact:
    return Fact(slug, title, _M, Kind.CHOICE, _S, codes=table, official=official, aliases=aliases)


name = Fact(
    "name", "姓名", _M, Kind.TEXT, _S, protection=Protection.PERSONAL, official="AAB002",
    aliases=("成员姓名", "家庭成员姓名"), required=True,
)  # fmt: skip
id_kind = _choice("id_kind", "证件类型", codes.ID_KIND, "AAB018")
id_number = Fact(
    "id_number", "证件号码", _M, Kind.TEXT, _S, protection=Protection.SEALED, official="AAB004",
    aliases=("身份证号码", "身份证号", "身份证", "公民身份号码", "证件号码(身份证或残疾证)"),
    required=True,
)  # fmt: skip
relation = Fact(
    "relation", "与户主关系", _M, Kind.CHOICE, _S, codes=codes.RELATION, official="AAB006",
    aliases=("与户主的关系", "家庭关系"), required=True,
)  # fmt: skip
sex = _choice("sex", "性别", codes.SEX, "AAB003")
born_on = Fact(
    "born_on",
    "出生日期",
    _M,
    Kind.DATE,
    _S,
    protection=Protection.PERSONAL,
    aliases=("出生年月日",),
)
ethnic = _choice("ethnic", "民族", codes.ETHNIC, "AAB007")
political_status = _choice("political_status", "政治面貌", codes.POLITICAL, "AAK033")
marital_status = _choice("marital_status", "婚姻状况", codes.MARITAL)
education = _choice("education", "文化程度", codes.EDUCATION, "AAB008", "学历")
student_status = _choice("student_status", "在校生状况", codes.STUDENT, "AAB009", "在校状况")
school = _text("school", "就读学校")
dropout_reason = _choice("dropout_reason", "失学或辍学原因", codes.DROPOUT_REASON, "", "失学原因")
health = Fact(
    "health", "健康状况", _M, Kind.MULTI, _S, codes=codes.HEALTH, official="AAB017",
    aliases=("身体状况", "健康状况(可多选)"),
)  # fmt: skip
disease = _text("disease", "疾病名称", "ABB001")
disease_grade = _choice("disease_grade", "疾病等级", codes.DISEASE_GRADE, "ABB002")
disability_certificate = Fact(
    "disability_certificate", "残疾证号", _M, Kind.TEXT, _S, protection=Protection.SEALED,
    aliases=("残疾证号码", "残疾人证号"),
)  # fmt: skip
disability_kind = _choice(
    "disability_kind", "残疾证类别", codes.DISABILITY_KIND, "", "残疾类别", "残疾类型"
)
disability_grade = _choice("disability_grade", "残疾等级", codes.DISABILITY_GRADE, "", "残疾级别")
labour = _choice(
    "labour",
    "劳动技能",
    codes.LABOUR,
    "AAB010",
    "劳动能力",
    "劳动力状况",
    "劳动能力(系统字段:劳动技能)",
)
labour_verdict = _choice("labour_verdict", "劳动能力核查结论", codes.VERDICT)
skills = _text("skills", "工作特长", aliases=("特长",))
work_area = _choice(
    "work_area", "务工状况", codes.WORK_AREA, "AAB011", "务工区域", "务工状况(务工区域)"
)
work_months = Fact(
    "work_months", "务工时间", _M, Kind.COUNT, _S, unit="月", official="AAB012",
    aliases=("务工时间（月）", "务工时间(月,0-12)", "务工月数"),
)  # fmt: skip
work_province = _choice("work_province", "务工所在省", codes.DIVISION, "AAB025")
work_city = _choice("work_city", "务工所在市", codes.DIVISION, "AAB026")
work_county = _choice("work_county", "务工所在县", codes.DIVISION, "AAB027")
work_town = _text("work_town", "务工所在乡", "AAB028")
employer = _text("employer", "务工企业名称", "AAB029", aliases=("务工单位",))
wants_work = _flag("wants_work", "就业意向")
wants_training = _flag("wants_training", "培训意向", "", "技能培训意向")
wants_business = _flag("wants_business", "创业意向")
phone = Fact(
    "phone", "本人联系电话", _M, Kind.TEXT, _S, protection=Protection.SEALED, official="AAB031",
    aliases=("成员联系电话", "本人电话"),
)  # fmt: skip
serves_in_army = _flag("serves_in_army", "现役军人", "AAB019", "是否现役军人")
insured_medical_resident = _flag(
    "insured_medical_resident", "参加城乡居民基本医疗保险", "AAB013",
    "是否参加城乡居民基本医疗保险", "参加新农合", "居民医保",
)  # fmt: skip
insured_medical_employee = _flag(
    "insured_medical_employee",
    "参加城镇职工基本医疗保险",
    "",
    "是否参加城镇职工基本医疗保险",
    "职工医保",
)
insured_serious_illness = _flag(
    "insured_serious_illness", "参加大病保险", "AAB022", "是否参加大病保险"
)
insured_commercial = _flag(
    "insured_commercial", "参加商业补充医疗保险", "AAB067", "是否参加商业补充医疗保险"
)
insured_pension_resident = _flag(
    "insured_pension_resident", "参加城乡居民基本养老保险", "AAB014",
    "是否参加城乡居民基本养老保险", "居民养老保险",
)  # fmt: skip
insured_pension_employee = _flag(
    "insured_pension_employee", "参加城镇职工基本养老保险", "", "是否参加城镇职工基本养老保险"
)
draws_pension = _flag("draws_pension", "领取养老金", "", "是否领取养老金")
pension_kind = _choice(
    "pension_kind", "领取养老金种类", codes.PENSION_KIND, "", "是否领取养老金(居民/职工/其他)"
)
receives_allowance = _flag(
    "receives_allowance", "享受农村低保", "AAB030", "是否享受农村最低生活保障", "享受低保"
)
receives_destitute_support = _flag(
    "receives_destitute_support",
    "特困供养",
    "ABB003",
    "是否享受五保(特困供养)",
    "享受五保",
    "五保供养",
)
left_behind = _choice("left_behind", "留守类型", codes.LEFT_BEHIND, "", "留守类型(儿童/妇女/老人)")
is_orphan = _flag("is_orphan", "孤儿", "", "是否孤儿")
speaks_mandarin = _flag("speaks_mandarin", "会讲普通话", "AAB065", "是否会讲普通话")
has_accident_subsidy = _flag(
    "has_accident_subsidy", "享受人身意外保险补贴", "AAB066", "是否享受人身意外保险补贴"
)
member_no = _text("member_no", "人口编号", "AAB001")
member_state = _choice(
    "member_state", "生存状态", codes.MEMBER_STATE, "AAB015", "变动类型", "生存状态(变动类型)"
)

STORED = tuple(fact for fact in list(globals().values()) if isinstance(fact, Fact))
