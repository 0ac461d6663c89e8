"""How a rule of the national list is written down: its id gives the suggested severity."""

from jingzhun.grammar.facts import Fact
from jingzhun.grammar.rules import Check, Context, Record, Rule, Severity

LIST = "国家扶贫信息系统数据质量规则"
READING = "花名册读取检查"

_BLOCKED = frozenset(
    {
        "DQ-001", "DQ-002", "DQ-003", "DQ-004", "DQ-005", "DQ-006", "DQ-010", "DQ-022",
        "DQ-029", "DQ-039",
    }
)  # fmt: skip

HEALTHY, CHRONIC, SERIOUS, DISABLED = "01", "02", "03", "04"


def rule(
    id: str, column: Fact, title: str, says: str, check: Check | None, when: Fact | None = None
) -> Rule:
    """Return the rule `id` standing at `column`; its subject is the column's."""
    severity = Severity.ERROR if id in _BLOCKED else Severity.WARNING
    return Rule(id, column.subject, severity, title, says, LIST, column, check, when)


def has_health(record: Record, code: str) -> bool:
    """Say whether the record's health includes `code`."""
    return f",{code}," in str(record.get("health") or "")


def years(record: Record) -> int:
    """Return the age; only asked where `when` is age."""
    return int(record["age"] or 0)


def is_blank(slug: str) -> Check:
    """Return the check that breaks where the fact says nothing."""

    def check(record: Record, context: Context) -> bool:
        del context
        return record.get(slug) is None

    return check
