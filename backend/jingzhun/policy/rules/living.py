"""Rules on a household's land, house and support: DQ-046 to DQ-051."""

from jingzhun.grammar.facts import Fact
from jingzhun.grammar.rules import Check, Context, Record, Rule
from jingzhun.policy.rules.forms import is_blank, rule
from jingzhun.policy.vocabulary import household as h

_MU = 100  # areas and distances are kept in hundredths


def _outside(slug: str, most: int) -> Check:
    def check(record: Record, context: Context) -> bool:
        del context
        value = record[slug]
        return isinstance(value, int) and not 0 <= value <= most * _MU

    return check


def _area(id: str, fact: Fact, title: str, most: int) -> Rule:
    says = f"{fact.title}填{{{fact.slug}}}{fact.unit}，小于0或大于{most}{fact.unit}；请核对"
    return rule(id, fact, title, says, _outside(fact.slug, most), fact)


def _blank(fact: Fact) -> Rule:
    return rule(
        "DQ-049", fact, "入户路类型、住房面积、是否危房、饮水是否安全为空",
        f"{fact.title}没有填写；请补填", is_blank(fact.slug),
    )  # fmt: skip


def _without_power(record: Record, context: Context) -> bool:
    del context
    return record["has_household_power"] is False


def _nobody_covered(record: Record, context: Context) -> bool:
    del context
    return record["has_able_member"] is False and record["is_covered_by_allowance"] is False


_SMALL = "耕地、牧草地、水面面积小于0或大于100亩"
_LARGE = "林地、林果、退耕还林面积小于0或大于200亩"

HOUSEHOLD = (
    _area("DQ-046", h.arable_land, _SMALL, 100),
    _area("DQ-046", h.grassland, _SMALL, 100),
    _area("DQ-046", h.water_surface, _SMALL, 100),
    _area("DQ-047", h.forest_land, _LARGE, 200),
    _area("DQ-047", h.orchard_land, _LARGE, 200),
    _area("DQ-047", h.returned_forest, _LARGE, 200),
    _area("DQ-048", h.road_distance, "与村主干路距离大于5公里", 5),
    _blank(h.road_kind),
    _blank(h.house_area),
    _blank(h.is_house_dangerous),
    _blank(h.is_water_safe),
    rule(
        "DQ-050", h.has_household_power, "未通生活用电", "登记为未通生活用电；请核实",
        _without_power, h.has_household_power,
    ),
    rule(
        "DQ-051", h.household_kind, "整户无劳动力但无人享受低保或特困",
        "全户没有劳动力，也没有人享受低保或特困供养；请核实是否应保未保", _nobody_covered,
    ),
)  # fmt: skip
