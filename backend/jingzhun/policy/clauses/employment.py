"""三（二）扶贫同扶志、扶智相结合: who can work, who is away, who wants what."""

from jingzhun.policy.clauses.quoted import quoted

LABOUR = quoted("P3-2-1a", "有劳动能力贫困户劳动力造册登记工作（一村一册）")
WORKING_AWAY = quoted("P3-2-1b", "对外出务工人员进行造册登记，统计好人数")
UNEMPLOYED = quoted(
    "P3-2-1c",
    "对尚未就业或失业贫困人员的文化程度、工作特长、就业意向、职业技能培训意向等进行统计",
)
TRANSFER_PLAN = quoted("P3-2-1d", "应制定有意愿的劳动力转移就业、就近就业计划")
FREE_TRAINING = quoted("P3-2-1e", "确保有培训意愿的贫困家庭劳动力至少参加一次免费技能培训")
TRANSFER_WORK = quoted("P3-2-1f", "要通过技能培训实现转移就业，促进其稳定增加收入")
EMPLOYERS = quoted("P3-2-1g", "对积极吸纳贫困劳动力就业的企业给予表彰")
GRADUATES = quoted("P3-2-2a", "在政府购买基层公共管理和社会服务岗位中要优先吸纳贫困高校毕业生就业")
PUBLIC_POSTS = quoted("P3-2-2b", "公益性岗位中，优先安排贫困劳动力就业")
BUSINESS_INTENT = quoted("P3-2-3a", "要统计好有创业愿望的贫困劳动力")
BUSINESS_TRAINING = quoted("P3-2-3b", "区委组织部根据意向人数联合市人社局创业协会进行创业培训")
BUSINESS_SERVICE = quoted("P3-2-3c", "提供项目推介、政策对接、技术指导、融资支持等创业服务")
FARMING_GUIDANCE = quoted("P3-2-3d", "区农业事务管理局对有劳动力贫困户进行现代农业推广和技术指导")

ALL = (
    LABOUR, WORKING_AWAY, UNEMPLOYED, TRANSFER_PLAN, FREE_TRAINING, TRANSFER_WORK, EMPLOYERS,
    GRADUATES, PUBLIC_POSTS, BUSINESS_INTENT, BUSINESS_TRAINING, BUSINESS_SERVICE,
    FARMING_GUIDANCE,
)  # fmt: skip
