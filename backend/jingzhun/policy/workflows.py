"""Workflows: states and steps. The service that takes a step refuses every one not listed here."""

from jingzhun.grammar.workflows import Step, Workflow
from jingzhun.policy.clauses import funding, goals
from jingzhun.policy.roles import Permission, Role

_P, _R = Permission, Role

fund_plan = Workflow(
    slug="fund-plan",
    title="资金分配方案",
    states={
        "computed": "已测算",
        "checked": "已复核",
        "returned": "已退回",
        "decided": "已批准",
        "noticed": "已公告",
        "superseded": "已被替代",
        "withdrawn": "已撤回",
    },
    final=frozenset({"noticed", "superseded", "withdrawn"}),
    steps=(
        Step("make", "测算", "", "computed", (_R.POVERTY_OFFICE,), _P.FUND_PLANS_MAKE),
        Step(
            "check", "复核通过", "computed", "checked", (_R.FINANCE,), _P.FUND_PLANS_CHECK,
            not_same_as=("make", "revise"),
        ),
        Step(
            "return", "退回", "computed", "returned", (_R.FINANCE,), _P.FUND_PLANS_CHECK,
            note_required=True, not_same_as=("make", "revise"),
        ),
        Step(
            "return", "退回", "checked", "returned", (_R.POVERTY_OFFICE, _R.LEADER_OFFICE),
            _P.FUND_PLANS_DECIDE, note_required=True,
        ),
        Step(
            "revise", "重新测算", "returned", "computed", (_R.POVERTY_OFFICE,),
            _P.FUND_PLANS_MAKE, note_required=True,
        ),
        Step(
            "withdraw", "撤回", "computed", "withdrawn", (_R.POVERTY_OFFICE,),
            _P.FUND_PLANS_MAKE, note_required=True,
        ),
        Step(
            "withdraw", "撤回", "returned", "withdrawn", (_R.POVERTY_OFFICE,),
            _P.FUND_PLANS_MAKE, note_required=True,
        ),
        Step(
            "decide", "登记批准", "checked", "decided", (_R.POVERTY_OFFICE, _R.LEADER_OFFICE),
            _P.FUND_PLANS_DECIDE, document_number_required=True, scan_required=True,
            not_same_as=("make", "revise", "check"), paper="fund-plan-decision",
        ),
        Step(
            "announce", "公告", "decided", "noticed", (_R.POVERTY_OFFICE,),
            _P.FUND_PLANS_ANNOUNCE, paper="fund-plan-notice",
        ),
        Step(
            "supersede", "以新方案替代", "decided", "superseded",
            (_R.POVERTY_OFFICE, _R.LEADER_OFFICE), _P.FUND_PLANS_DECIDE,
            document_number_required=True,
        ),
        Step(
            "supersede", "以新方案替代", "noticed", "superseded",
            (_R.POVERTY_OFFICE, _R.LEADER_OFFICE), _P.FUND_PLANS_DECIDE,
            document_number_required=True,
        ),
    ),
    clauses=(funding.FUND_PER_HEAD, funding.FUND_SPLIT, funding.FISCAL_PLAN),
)  # fmt: skip

figure_revision = Workflow(
    slug="figure-revision",
    title="参数修订",
    states={
        "proposed": "待确认",
        "confirmed": "已生效",
        "declined": "未通过",
        "withdrawn": "已撤回",
    },
    final=frozenset({"confirmed", "declined", "withdrawn"}),
    steps=(
        Step(
            "propose", "提出修订", "", "proposed", (_R.POVERTY_OFFICE,), _P.PARAMETERS_PROPOSE,
            document_number_required=True,
        ),
        Step(
            "confirm", "确认生效", "proposed", "confirmed",
            (_R.POVERTY_OFFICE, _R.LEADER_OFFICE), _P.PARAMETERS_CONFIRM,
            not_same_as=("propose",),
        ),
        Step(
            "decline", "不予通过", "proposed", "declined",
            (_R.POVERTY_OFFICE, _R.LEADER_OFFICE), _P.PARAMETERS_CONFIRM,
            note_required=True, not_same_as=("propose",),
        ),
        Step(
            "withdraw", "撤回", "proposed", "withdrawn", (_R.POVERTY_OFFICE,),
            _P.PARAMETERS_PROPOSE, note_required=True,
        ),
    ),
    clauses=(goals.INCOME_LINE, funding.FUND_PER_HEAD),
)  # fmt: skip

ALL = (fund_plan, figure_revision)
