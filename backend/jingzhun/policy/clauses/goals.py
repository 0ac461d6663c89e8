"""二、目标任务: six precisions, and who leaves poverty by which road."""

from jingzhun.policy.clauses.quoted import quoted

PRECISION = quoted("P2-1", "扶贫对象精准、项目安排精准、资金使用精准")
INCOME_LINE = quoted("P2-3", "有劳动能力贫困户人口人均可支配收入达到贫困人口脱贫标准")
ALLOWANCE = quoted("P2-4", "完全或部分丧失劳动能力的贫困人口全部纳入农村低保覆盖范围")

ALL = (PRECISION, INCOME_LINE, ALLOWANCE)
