"""Quotas: how often something is owed. Counting what was done belongs to the packages that keep it.

Of these sections the document fixes few; yearly plans are counted as one paper a year.
"""

from jingzhun.grammar.clauses import Clause
from jingzhun.grammar.quotas import Period, Quota
from jingzhun.policy.clauses import employment, funding, medical


def _yearly(slug: str, title: str, unit: str, owner: str, clause: Clause) -> Quota:
    return Quota(slug, title, 1, unit, Period.YEAR, "全区", owner, clause)


free_training = Quota(
    "free-training", "免费技能培训", 1, "次", Period.WHOLE, "每名有培训意愿的劳动力",
    "区委组织部", employment.FREE_TRAINING,
)  # fmt: skip
transfer_plan = _yearly(
    "transfer-work-plan", "转移就业、就近就业计划", "份", "区委组织部", employment.TRANSFER_PLAN
)
free_clinic = _yearly(
    "free-clinic", "市三甲医院义诊", "场", "区人口和社会事务管理局", medical.FREE_CLINIC
)
aid_plan = _yearly(
    "illness-aid-plan", "年度大病救助计划", "份", "区人口和社会事务管理局", medical.AID_PLAN
)
fiscal_plan = _yearly("fiscal-plan", "年度扶贫财政资金计划", "份", "区财政局", funding.FISCAL_PLAN)
audit_report = _yearly("audit-report", "扶贫资金年度审计报告", "份", "审计", funding.AUDIT)

ALL = tuple(value for value in list(globals().values()) if isinstance(value, Quota))
