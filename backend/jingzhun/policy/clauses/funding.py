"""四（一）财政投入: how much, who bears it, and how every fen stays in sight."""

from jingzhun.policy.clauses.quoted import quoted

FISCAL_PLAN = quoted("P4-1-1a", "区财政局要做好年度扶贫财政资金计划")
FUND_PER_HEAD = quoted(
    "P4-1-1b",
    "对有劳动能力的扶贫开发帮扶对象，按人均2万元作为专项安排扶贫投入的标准数",
)
FUND_SPLIT = quoted("P4-1-1c", "按6:3:0.5:0.5比例投入本级财政资金")
OTHER_FUNDS = quoted("P4-1-1d", "包括扶贫贷款贴息、扶持农村贫困人口培训、就业、特色产业发展等")
NO_LABOUR = quoted("P4-1-1e", "对无劳动能力的低保人员，按政策规定实行农村最低生活保障制度兜底脱贫")
FUNDS_FOLLOW = quoted("P4-1-2a", "项目跟随规划走、资金跟随项目走、监管跟随资金走")
EARMARKED = quoted("P4-1-2b", "坚持专款专用")
THREE_LEVELS = quoted("P4-1-2c", "由省市负责监管、县级统筹安排、镇级组织实施")
FOUR_STAGES = quoted("P4-1-2d", "扶贫项目立项实施、资金拨付、验收监管、绩效评估等工作")
THREE_PUBLICITIES = quoted("P4-1-2e", "做到项目、资金和效果“三公开”")
PROCUREMENT = quoted("P4-1-2f", "严格执行扶贫项目招标制度和政府采购制度")
MISUSE = quoted("P4-1-2g", "对闲置、截留、挤占、挪用、贪污、挥霍扶贫资金等行为，依法依规从严查处")
NOTICES = quoted("P4-1-2h", "要建立扶贫公告公示制度，逐步引入社会力量，发挥社会监督作用")
AUDIT = quoted("P4-1-2i", "健全扶贫资金监管机制和审计工作")

ALL = (
    FISCAL_PLAN, FUND_PER_HEAD, FUND_SPLIT, OTHER_FUNDS, NO_LABOUR, FUNDS_FOLLOW, EARMARKED,
    THREE_LEVELS, FOUR_STAGES, THREE_PUBLICITIES, PROCUREMENT, MISUSE, NOTICES, AUDIT,
)  # fmt: skip
