"""Figures by year, each with its basis. An order entered in the system revises them.

A figure holds until a later one replaces it: those of 2018 still hold in 2026 unless revised.
Where the document is silent a default stands here, marked as such; where a figure was only heard
of it is marked unverified. The arithmetic that uses them lives with the facts and the funds.
"""

from jingzhun.grammar.clauses import Clause
from jingzhun.grammar.codes import CodeTable
from jingzhun.grammar.facts import Kind
from jingzhun.grammar.parameters import Figure, FigureValue, Parameter, Part
from jingzhun.policy.clauses import education, employment, funding, goals, medical, social_security

SCHEME = "湛开办〔2018〕84号"
DEFAULT = "文件未规定，系统默认，可按文件修订"
UNVERIFIED = "未取得原文，待核实"

_YUAN = 100
_PERCENT = 100

COUNTING_BASIS = CodeTable(
    "counting_basis",
    {"household-members": "有劳动力户的全部成员", "able-persons": "有劳动能力的个人"},
    {"household-members": "All members of able households", "able-persons": "Able persons only"},
    district=True,
)
_DESTITUTE = "特困供养人员"
HARDSHIP = CodeTable(
    "special_hardship",
    {"destitute": _DESTITUTE, "destitute-and-orphans": f"{_DESTITUTE}和孤儿"},
    {"destitute": "Destitute support", "destitute-and-orphans": "Destitute support and orphans"},
    district=True,
)


def _from_2018(value: FigureValue, basis: str) -> tuple[Figure, ...]:
    return (Figure(2018, value, basis, verified=basis != UNVERIFIED),)


def _from_2016(value: FigureValue, basis: str) -> tuple[Figure, ...]:
    # Rosters of earlier years are judged too, so a rule of thumb holds from the campaign's start.
    return (Figure(2016, value, basis, verified=basis != UNVERIFIED),)


def _count(
    slug: str, title: str, clause: Clause, value: int, basis: str, unit: str, note: str
) -> Parameter:
    return Parameter(slug, title, Kind.COUNT, clause, _from_2016(value, basis), unit, help=note)


def _grant(slug: str, title: str, yuan: int) -> Parameter:
    return Parameter(
        slug, title, Kind.MONEY, education.LIVING_GRANT, _from_2018(yuan * _YUAN, UNVERIFIED),
        "元／年", help="文件只规定补助学段，未规定金额；金额待核实，按学段配置",
    )  # fmt: skip


fund_per_head = Parameter(
    "fund-per-head", "人均专项扶贫投入标准", Kind.MONEY, funding.FUND_PER_HEAD,
    _from_2016(20_000 * _YUAN, SCHEME), "元／人",
    help="2016—2018年三年合计，不是每年；期间的起止年度由资金方案写明",
)  # fmt: skip
fund_period_years = _count(
    "fund-period-years", "投入标准所跨年数", funding.FUND_PER_HEAD, 3, DEFAULT, "年",
    "人均2万元是几年的合计，默认三年（2016—2018年）",
)  # fmt: skip
fund_split = Parameter(
    "fund-split", "财政投入分担比例", Kind.SPLIT, funding.FUND_SPLIT,
    _from_2016((60, 30, 5, 5), SCHEME),
    parts=(
        Part("province", "省"), Part("helper_city", "帮扶市"),
        Part("prefecture", "地级市"), Part("district", "区"),
    ),
    help="文件写明6:3:0.5:0.5，未写明各级名称；默认依次为省、帮扶市、地级市、区",
)  # fmt: skip
fund_counting_basis = Parameter(
    "fund-counting-basis", "资金测算人数口径", Kind.CHOICE, funding.FUND_PER_HEAD,
    _from_2016("household-members", DEFAULT), codes=COUNTING_BASIS,
    help="方案批准前两种口径的合计都要列出；批准时口径随方案冻结",
)  # fmt: skip
weak_labour_counts = Parameter(
    "weak-labour-counts", "弱（半）劳动力计入有劳动能力", Kind.FLAG, employment.LABOUR,
    _from_2016(False, DEFAULT),
    help="默认不计入；弱（半）劳动力另册列出。用于资金测算口径",
)  # fmt: skip
exit_line = Parameter(
    "exit-line", "脱贫标准（年人均可支配收入）", Kind.MONEY, goals.INCOME_LINE,
    _from_2018(7_365 * _YUAN, "广东省2018年脱贫退出标准（广东扶贫云口径）"), "元／人",
    help="2018年为7,365元；上级常按“当年农村居民人均可支配收入的45%”公布，须按文件逐年修订",
)  # fmt: skip
identification_line = Parameter(
    "identification-line", "识别标准（年人均可支配收入）", Kind.MONEY, goals.INCOME_LINE,
    (Figure(2014, 4_000 * _YUAN, "广东省相对贫困识别标准，2014年不变价"),), "元／人",
    help="识别新户时使用，不作退出标准",
)  # fmt: skip
schooling_floor = Parameter(
    "schooling-floor", "义务教育毛入学率下限", Kind.PERCENT, education.SCHOOLING,
    _from_2016(93 * _PERCENT, SCHEME), "%",
)  # fmt: skip
compulsory_age_from = _count(
    "compulsory-age-from", "义务教育适龄起始年龄", education.SCHOOLING, 6,
    "义务教育法：年满六周岁", "岁", "按当年8月31日的周岁计算，含本年龄",
)  # fmt: skip
compulsory_age_to = _count(
    "compulsory-age-to", "义务教育适龄终止年龄", education.SCHOOLING, 15,
    "广东扶贫云口径：至15周岁", "岁", "按当年8月31日的周岁计算，含本年龄",
)  # fmt: skip
residual_aid_floor = Parameter(
    "residual-aid-floor", "医疗救助比例下限", Kind.PERCENT, medical.RESIDUAL_AID,
    _from_2018(75 * _PERCENT, SCHEME), "%",
    help="救助金额÷（合规费用－各项医保报销）；逐笔与合计都算，达年度封顶的另列",
)  # fmt: skip
special_hardship_floor = Parameter(
    "special-hardship-floor", "特殊困难群体费用保障水平", Kind.PERCENT, medical.SPECIAL_HARDSHIP,
    _from_2018(100 * _PERCENT, SCHEME), "%",
)  # fmt: skip
special_hardship_group = Parameter(
    "special-hardship-group", "特殊困难群体范围", Kind.CHOICE, medical.SPECIAL_HARDSHIP,
    _from_2018("destitute", DEFAULT), codes=HARDSHIP,
)  # fmt: skip
pension_due_age = _count(
    "pension-due-age", "养老金应领年龄", social_security.PENSION, 60, SCHEME, "岁",
    "自满该年龄的次月起应领",
)  # fmt: skip
elderly_age = _count(
    "elderly-age", "老人造册年龄", social_security.ELDERLY, 60, SCHEME, "岁",
    "生日当天计一岁，含本年龄",
)  # fmt: skip
temporary_aid_months = _count(
    "temporary-aid-months", "临时救助保障月数", social_security.TEMPORARY_AID, 1, SCHEME, "个月",
    "按农村低保月标准折算；低保月标准由民政部门公布，公布前不作判断",
)  # fmt: skip
disaster_uplift_allowance = Parameter(
    "disaster-uplift-allowance", "低保受灾户救助上浮比例", Kind.PERCENT,
    social_security.DISASTER_UPLIFT, _from_2018(0, DEFAULT), "%",
    help="文件要求上浮，未给幅度；0表示尚未确定",
)  # fmt: skip
disaster_uplift_poor = Parameter(
    "disaster-uplift-poor", "贫困受灾户救助上浮比例", Kind.PERCENT,
    social_security.DISASTER_UPLIFT, _from_2018(0, DEFAULT), "%",
    help="文件要求上浮，未给幅度；0表示尚未确定",
)  # fmt: skip
compulsory_grant = _grant("compulsory-grant", "小学、初中生活费补助", 3_000)
senior_grant = _grant("senior-grant", "高中、中职（含技校）生活费补助", 5_000)
college_grant = _grant("college-grant", "大专生活费补助", 10_000)
bachelor_grant_counts = Parameter(
    "bachelor-grant-counts", "本科生享受生活费补助", Kind.FLAG, education.LIVING_GRANT,
    _from_2018(False, DEFAULT), help="文件只写到大专；是否含本科由区定",
)  # fmt: skip
import_retention_days = _count(
    "import-retention-days", "导入原件保存天数", goals.PRECISION, 30, DEFAULT, "天",
    "加密保存的花名册原件到期删除，导入记录和结果保留",
)  # fmt: skip

ALL = tuple(value for value in list(globals().values()) if isinstance(value, Parameter))
