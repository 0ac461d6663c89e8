"""Income of a household in one year, in fen. Net and per-head figures are always computed."""

from jingzhun.grammar.facts import Fact, Kind, Section, Subject


def _money(slug: str, title: str, official: str = "", *aliases: str) -> Fact:
    return Fact(
        slug, title, Subject.HOUSEHOLD, Kind.MONEY, Section.INCOME,
        unit="元", official=official, aliases=aliases,
    )  # fmt: skip


wage_income_fen = _money("wage_income_fen", "工资性收入", "AAC073")
business_income_fen = _money("business_income_fen", "生产经营性收入", "AAC071", "经营性收入")
property_income_fen = _money("property_income_fen", "财产性收入", "AAC072")
asset_dividend_fen = _money(
    "asset_dividend_fen", "资产收益分红收入", "AAC092", "其中:资产收益分红收入"
)
other_property_fen = _money("other_property_fen", "其他财产性收入", "AAC093", "其中:其他财产性收入")
transfer_income_fen = _money("transfer_income_fen", "转移性收入", "AAC085", "转移性收入(合计)")
family_planning_fen = _money("family_planning_fen", "计划生育金", "AAC076", "其中:计划生育金")
allowance_income_fen = _money("allowance_income_fen", "低保金", "AAC077", "其中:低保金")
destitute_income_fen = _money(
    "destitute_income_fen", "五保金", "AAC086", "特困供养金", "其中:五保金(特困供养金)"
)
pension_income_fen = _money("pension_income_fen", "养老保险金", "AAC087", "其中:养老保险金")
ecological_income_fen = _money("ecological_income_fen", "生态补偿金", "AAC078", "其中:生态补偿金")
other_transfer_fen = _money("other_transfer_fen", "其他转移性收入", "AAC083", "其中:其他转移性收入")
business_cost_fen = _money("business_cost_fen", "生产经营性支出", "AAC074", "经营性支出")
transfer_expenditure_fen = _money(
    "transfer_expenditure_fen", "转移性支出", "", "转移性支出(社保缴费、赡养等)"
)

STORED = tuple(fact for fact in list(globals().values()) if isinstance(fact, Fact))
