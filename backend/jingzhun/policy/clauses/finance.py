"""三（八）农村金融: service points, and loans for those who want one."""

from jingzhun.policy.clauses.quoted import quoted

SERVICE_POINTS = quoted("P3-8-1", "协商设立金融（保险）服务站和助农取款点事宜")
GUARANTEE = quoted("P3-8-2a", "要进一步落实担保金，提高担保金额度，明确贷款范围、资格、贴息标准")
LOAN_SURVEY = quoted("P3-8-2b", "要逐户对有劳动能力贫困户进行入户调查，宣传政策")
LOAN_INTENT = quoted("P3-8-2c", "对有贷款创业意向的贫困户进行登记，积极配合贫困户走完贷款程序")

ALL = (SERVICE_POINTS, GUARANTEE, LOAN_SURVEY, LOAN_INTENT)
