"""三（四）医疗保障: insurance, aid for serious illness, village clinics."""

from jingzhun.policy.clauses.quoted import quoted

INSURANCE = quoted("P3-4-1", "落实贫困人员参加城乡居民基本医疗保险个人缴费财政补贴政策")
ONE_STOP = quoted("P3-4-2a", "建立大病救助一站式服务平台")
AID_PLAN = quoted("P3-4-2b", "制定年度大病救助计划")
AID_MONEY = quoted("P3-4-2c", "区财政局要落实大病救助资金")
ILLNESS = quoted("P3-4-2d", "要对因病致贫、因病返贫人员进行造册登记，实行动态跟踪制度")
AID_SCOPE = quoted("P3-4-2e", "要将贫困人口全部纳入重特大疾病救助范围")
RESIDUAL_AID = quoted("P3-4-2f", "各项医保政策报销后的合规医疗费用按照不低于 75% 的比例给予补助")
SPECIAL_HARDSHIP = quoted("P3-4-2g", "政策范围内医疗费用保障水平达到 100%")
FREE_CLINIC = quoted("P3-4-2h", "组织市三甲医院义诊服务队到我区开展义诊活动，每年举行一次")
VILLAGE_CLINIC = quoted("P3-4-3", "要完成各村标准化卫生站建设工作")

ALL = (
    INSURANCE, ONE_STOP, AID_PLAN, AID_MONEY, ILLNESS, AID_SCOPE, RESIDUAL_AID, SPECIAL_HARDSHIP,
    FREE_CLINIC, VILLAGE_CLINIC,
)  # fmt: skip
