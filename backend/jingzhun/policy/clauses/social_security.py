"""三（三）社会保障: whom allowances, destitute support, relief and pensions must reach."""

from jingzhun.policy.clauses.quoted import quoted

FOUR_REGISTERS = quoted(
    "P3-3-1a", "要统计好农村五保、孤儿、残疾人、部分丧失劳动能力（没有残疾人证）"
)
VERIFICATION = quoted("P3-3-1b", "对以上人员进行逐一核查")
FULL_COVER = quoted("P3-3-1c", "符合条件的100%纳入农村低保或特困人员救助供养")
HOME_CHECK = quoted("P3-3-1d", "对一般贫困户要逐一入户核查，做到不漏一户、不漏一人")
BACKSTOP = quoted("P3-3-1e", "对无法依靠产业扶持和就业帮助脱贫的家庭实行政策性保障兜底")
LEFT_BEHIND = quoted("P3-3-2", "（留守儿童、留守妇女、留守老人）进行全面摸底排查，并造册登记")
TEMPORARY_AID = quoted("P3-3-3", "临时救助标准要能有效保障临时救助对象1个月以上的基本生活")
DISASTER_RELIEF = quoted("P3-3-4a", "要完善受灾人员救助制度，要有效遏制因灾致贫返贫")
DISASTER_UPLIFT = quoted("P3-3-4b", "低保受灾户和贫困受灾户自然灾害生活救助标准要分别上浮")
REBUILDING = quoted("P3-3-4c", "要相应制定民房灾后恢复重建制度")
ELDERLY = quoted("P3-3-5a", "对贫困户中60岁以上老人进行造册登记")
PENSION_SCHEME = quoted("P3-3-5b", "区社保局要制定方案")
PENSION = quoted("P3-3-5c", "确保符合领取待遇的贫困户老人享受城乡居民社会养老保险待遇")
PENSION_PURCHASE = quoted("P3-3-5d", "确保这部分贫困户老人 100% 领取到养老金")

ALL = (
    FOUR_REGISTERS, VERIFICATION, FULL_COVER, HOME_CHECK, BACKSTOP, LEFT_BEHIND, TEMPORARY_AID,
    DISASTER_RELIEF, DISASTER_UPLIFT, REBUILDING, ELDERLY, PENSION_SCHEME, PENSION,
    PENSION_PURCHASE,
)  # fmt: skip
