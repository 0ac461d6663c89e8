"""Facts the registry keeps about a household, its house and how it lives."""

from jingzhun.grammar.codes import CodeTable
from jingzhun.grammar.facts import Fact, Kind, Protection, Section, Subject
from jingzhun.policy import codes

_H, _S, _L = Subject.HOUSEHOLD, Section.HOUSEHOLD, Section.LIVING


def _choice(slug: str, title: str, table: CodeTable, official: str = "", *more: str) -> Fact:
    return Fact(slug, title, _H, Kind.CHOICE, _S, codes=table, official=official, aliases=more)


def _causes(slug: str, title: str, official: str, *aliases: str) -> Fact:
    return Fact(
        slug, title, _H, Kind.MULTI, _S,
        codes=codes.POVERTY_CAUSE, official=official, aliases=aliases,
    )  # fmt: skip


def _measure(slug: str, title: str, official: str, unit: str, *aliases: str) -> Fact:
    return Fact(
        slug, title, _H, Kind.DECIMAL, _L, unit=unit, official=official,
        aliases=(f"{title}（{unit}）", *aliases),
    )  # fmt: skip


def _living(slug: str, title: str, official: str) -> Fact:
    return Fact(
        slug, title, _H, Kind.FLAG, _L, official=official,
        aliases=(title.removeprefix("是否"), title.removeprefix("有无")),
    )  # fmt: skip


registration = _choice(
    "registration", "对象类别", codes.REGISTRATION, "", "对象类别(建档立卡/摸底对象)"
)
poverty_state = _choice("poverty_state", "脱贫状态", codes.POVERTY_STATE)
exit_year = Fact("exit_year", "脱贫年度", _H, Kind.COUNT, _S, unit="年")
household_kind = Fact(
    "household_kind", "贫困户属性", _H, Kind.CHOICE, _S, codes=codes.HOUSEHOLD_KIND,
    official="AAC006", aliases=("农户属性", "户属性"), required=True,
)  # fmt: skip
main_cause = Fact(
    "main_cause", "主要致贫原因", _H, Kind.CHOICE, _S, codes=codes.POVERTY_CAUSE,
    official="AAC007", aliases=("主要致贫原因(单选)", "致贫原因"), required=True,
)  # fmt: skip
other_causes = _causes("other_causes", "其他致贫原因", "AAC008", "其他致贫原因(最多2项)")
relapse_causes = _causes("relapse_causes", "返贫原因", "")
identification_standard = _choice(
    "identification_standard", "识别标准", codes.STANDARD, "", "识别标准(国家/省定/市定)"
)
planned_exit_year = Fact("planned_exit_year", "计划脱贫年度", _H, Kind.COUNT, _S, unit="年")
contact_phone = Fact(
    "contact_phone", "联系电话", _H, Kind.TEXT, _S, protection=Protection.SEALED,
    official="AAR012", aliases=("户联系电话", "户主联系电话", "电话", "手机号码"),
)  # fmt: skip
bank_name = Fact("bank_name", "开户银行", _H, Kind.TEXT, _S, official="AAQ002")
bank_account = Fact(
    "bank_account", "银行账号", _H, Kind.TEXT, _S, protection=Protection.SEALED,
    official="AAC004", aliases=("银行帐号", "银行卡号", "开户账号"),
)  # fmt: skip
wants_loan = Fact("wants_loan", "贷款意向", _H, Kind.FLAG, _S)
remark = Fact("remark", "备注", _H, Kind.TEXT, _S, protection=Protection.PERSONAL)

arable_land = _measure("arable_land", "耕地面积", "AAC301", "亩")
irrigated_land = _measure("irrigated_land", "有效灌溉面积", "AAC302", "亩")
forest_land = _measure("forest_land", "林地面积", "AAC303", "亩")
returned_forest = _measure("returned_forest", "退耕还林面积", "AAC304", "亩")
orchard_land = _measure("orchard_land", "林果面积", "AAC305", "亩")
grassland = _measure("grassland", "牧草地面积", "AAC306", "亩")
water_surface = _measure("water_surface", "水面面积", "AAC307", "亩")
has_production_power = _living("has_production_power", "是否通生产用电", "AAC308")
has_household_power = _living("has_household_power", "是否通生活用电", "AAC313")
has_broadcast = _living("has_broadcast", "是否通广播电视", "AAC314")
is_water_difficult = _living("is_water_difficult", "饮水是否困难", "AAC311")
is_water_safe = _living("is_water_safe", "饮水是否安全", "AAC312")
is_water_solved = _living("is_water_solved", "是否解决安全饮用水", "AAC091")
road_distance = _measure("road_distance", "与村主干路距离", "AAC315", "公里")
road_kind = Fact(
    "road_kind", "入户路类型", _H, Kind.CHOICE, _L, codes=codes.ROAD, official="AAC316"
)
house_area = _measure("house_area", "住房面积", "AAC317", "平方米", "住房面积（㎡）")
is_house_dangerous = _living("is_house_dangerous", "是否危房户", "AAC318")
house_grade = Fact(
    "house_grade", "危房级别", _H, Kind.CHOICE, _L, codes=codes.HOUSE_GRADE, official="AAC322",
    aliases=("危房等级",),
)  # fmt: skip
has_toilet = _living("has_toilet", "有无卫生厕所", "AAC319")
fuel_kind = Fact(
    "fuel_kind", "主要燃料类型", _H, Kind.CHOICE, _L, codes=codes.FUEL, official="AAC320"
)
is_in_cooperative = _living("is_in_cooperative", "是否加入农民专业合作组织", "AAC084")
has_leading_firm = _living("has_leading_firm", "是否有龙头企业带动", "AAC088")
has_leading_person = _living("has_leading_person", "是否有创业致富带头人带动", "AAC089")

STORED = tuple(fact for fact in list(globals().values()) if isinstance(fact, Fact))
