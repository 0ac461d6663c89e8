"""What every member's record should say. Each group is one item: one of its facts is enough."""

from jingzhun.grammar.rules import Record
from jingzhun.policy.vocabulary import member as m

EXPECTED = (
    (m.id_number,),
    (m.relation,),
    (m.sex,),
    (m.ethnic,),
    (m.education, m.student_status),
    (m.health,),
    (m.labour,),
    (m.insured_medical_resident, m.insured_medical_employee),
    (m.insured_pension_resident, m.insured_pension_employee),
    (m.receives_allowance,),
    (m.receives_destitute_support,),
)


def gaps_of(record: Record) -> int:
    """Return how many items a member's record leaves unsaid: the fact `completeness_gaps`."""
    return sum(1 for group in EXPECTED if all(record.get(fact.slug) is None for fact in group))
