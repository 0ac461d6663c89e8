"""Facts worked out from what is stored: ages, who can work, counts and income per head.

The words on labour: under 16 or in school = dependant, neither able nor unable; able = labour code
01 or 02; unable = code 03, 04 or 05; code missing = unknown. `policy.derivation` works them out
for a record in hand, the packages that bind them for rows in the database.
"""

from jingzhun.grammar.facts import Fact, Kind, Protection, Subject

_M, _H = Subject.MEMBER, Subject.HOUSEHOLD

age = Fact("age", "年龄", _M, Kind.COUNT, unit="岁", help="以截止日计算的周岁，生日当天计一岁")
age_on_31_august = Fact(
    "age_on_31_august", "当年8月31日年龄", _M, Kind.COUNT, unit="岁", help="义务教育适龄按此计算"
)
pension_age_reached = Fact(
    "pension_age_reached", "已满60周岁次月", _M, Kind.FLAG, help="养老金自满60周岁的次月起应领"
)
is_in_school = Fact(
    "is_in_school", "在校", _M, Kind.FLAG,
    help="在校生状况为学前教育至大专；未填在校生状况而填了文化程度的，视为非在校",
)  # fmt: skip
is_able = Fact(
    "is_able", "有劳动能力", _M, Kind.FLAG, help="劳动技能为普通或技能劳动力，不含16岁以下和在校生"
)
is_weak = Fact("is_weak", "弱劳动力或半劳动力", _M, Kind.FLAG)
is_unable = Fact(
    "is_unable", "完全或部分丧失劳动能力", _M, Kind.FLAG,
    help="满16周岁、非在校，劳动技能为丧失、无或弱半劳动力",
)  # fmt: skip
has_disability_certificate = Fact("has_disability_certificate", "持有残疾证", _M, Kind.FLAG)
is_insured_medical = Fact(
    "is_insured_medical", "参加基本医疗保险", _M, Kind.FLAG, help="居民或职工任一"
)
is_of_illness_household = Fact("is_of_illness_household", "家庭因病致贫返贫", _M, Kind.FLAG)
is_registered_member = Fact("is_registered_member", "属于建档立卡户", _M, Kind.FLAG)
lives_in_able_household = Fact("lives_in_able_household", "家中有劳动力", _M, Kind.FLAG)
completeness_gaps = Fact("completeness_gaps", "应填未填项数", _M, Kind.COUNT, unit="项")
member_household_no = Fact("member_household_no", "户编号", _M, Kind.TEXT)
member_town = Fact("member_town", "街道（镇）", _M, Kind.TEXT)
member_village = Fact("member_village", "行政村", _M, Kind.TEXT)
member_hamlet = Fact("member_hamlet", "自然村", _M, Kind.TEXT)
head_name = Fact("head_name", "户主姓名", _M, Kind.TEXT, protection=Protection.PERSONAL)

household_no = Fact("household_no", "户编号", _H, Kind.TEXT, official="AAC001")
household_town = Fact("household_town", "街道（镇）", _H, Kind.TEXT)
household_village = Fact("household_village", "行政村", _H, Kind.TEXT)
household_hamlet = Fact("household_hamlet", "自然村", _H, Kind.TEXT)
household_head = Fact("household_head", "户主姓名", _H, Kind.TEXT, protection=Protection.PERSONAL)
is_registered = Fact("is_registered", "建档立卡户", _H, Kind.FLAG)
member_count = Fact("member_count", "家庭人口", _H, Kind.COUNT, unit="人")
able_count = Fact("able_count", "劳动力人数", _H, Kind.COUNT, unit="人")
labour_unknown_count = Fact("labour_unknown_count", "劳动能力未知人数", _H, Kind.COUNT, unit="人")
has_able_member = Fact(
    "has_able_member", "有劳动力", _H, Kind.FLAG, help="至少一名成员劳动技能为普通或技能劳动力"
)
is_covered_by_allowance = Fact("is_covered_by_allowance", "有成员享受低保或特困供养", _H, Kind.FLAG)
income_year = Fact("income_year", "收入年度", _H, Kind.COUNT, unit="年")
net_income_fen = Fact("net_income_fen", "年纯收入", _H, Kind.MONEY, unit="元", official="AAC079")
net_income_per_head_fen = Fact(
    "net_income_per_head_fen", "年人均纯收入", _H, Kind.MONEY, unit="元", official="AAC082",
    help="（工资性＋生产经营性＋财产性＋转移性收入－生产经营性支出）÷在册人口",
)  # fmt: skip

disposable_income_per_head_fen = Fact(
    "disposable_income_per_head_fen", "年人均可支配收入", _H, Kind.MONEY, unit="元",
    help="（年纯收入－转移性支出）÷在册人口；转移性支出未知时不计算",
)  # fmt: skip

ALL = tuple(fact for fact in list(globals().values()) if isinstance(fact, Fact))
