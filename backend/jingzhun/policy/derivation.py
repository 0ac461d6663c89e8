"""Works out the derived facts of a household in hand: one just read from a file or edited.

The same words are bound to SQL by the packages that keep the rows; a test of theirs holds the two
together. Names that begin with an underscore are no facts: they spare the rules a second look.
Changes the records it is given and nothing else.
"""

from collections.abc import Iterable, MutableMapping
from datetime import date

from jingzhun.grammar.facts import Value
from jingzhun.grammar.rules import Context
from jingzhun.kit import id_number
from jingzhun.policy import parameters

MutableRecord = MutableMapping[str, Value]

ADULT_AGE = 16
HEAD, SPOUSE = "01", "02"
RESIDENT_CARD = "01"
_ABLE = frozenset({"01", "02"})
_NOT_IN_SCHOOL = "01"
_PRESCHOOL_CHILD = "06"
_ILLNESS = "1"


def age_at(born_on: date, at: date) -> int:
    """Return full years on `at`; the birthday itself counts."""
    return at.year - born_on.year - ((at.month, at.day) < (born_on.month, born_on.day))


def is_past_month_of(born_on: date, years: int, at: date) -> bool:
    """Say whether `at` lies in a month after the one in which `years` were reached."""
    return (at.year - born_on.year - years) * 12 + at.month - born_on.month > 0


def complete(household: MutableRecord, members: list[MutableRecord], context: Context) -> None:
    """Add every derived fact the rules speak of to the household and its members."""
    pension_age = context.figures(parameters.pension_due_age)
    due_age = pension_age if isinstance(pension_age, int) else 0
    for member in members:
        _read_identity(member)
        _count_years(member, context.at, due_age)
        _judge_labour(member)
    _mark_heads(members)
    _sum_up(household, members)


def _read_identity(member: MutableRecord) -> None:
    number = member.get("id_number")
    kind = member.get("id_kind")
    well_formed = isinstance(number, str) and id_number.is_well_formed(number)
    member["_id_is_well_formed"] = None if kind not in {None, RESIDENT_CARD} else well_formed
    member["_id_sex"] = member["_id_born_on"] = None
    if well_formed and isinstance(number, str):
        member["_id_sex"] = id_number.sex_code(number)
        member["_id_born_on"] = f"{number[6:10]}-{number[10:12]}-{number[12:14]}"
    member["_sex"] = member["_id_sex"] or member.get("sex")
    member["_born_on"] = member["_id_born_on"] or member.get("born_on")


def _count_years(member: MutableRecord, at: date, due_age: int) -> None:
    stated = member["_born_on"]
    if stated is None:
        member["age"] = member["age_on_31_august"] = member["pension_age_reached"] = None
        return
    born_on = date.fromisoformat(str(stated))
    member["age"] = age_at(born_on, at)
    member["age_on_31_august"] = age_at(born_on, date(at.year, 8, 31))
    member["pension_age_reached"] = is_past_month_of(born_on, due_age, at)


def _judge_labour(member: MutableRecord) -> None:
    in_school = member["is_in_school"] = _is_in_school(member)
    labour, age = member.get("labour"), member["age"]
    is_child = None if age is None else int(age) < ADULT_AGE
    if is_child or in_school:
        member["is_able"] = member["is_unable"] = False
    elif labour is None:
        member["is_able"] = member["is_unable"] = None
    else:
        able = labour in _ABLE
        member["is_able"] = able
        # A code of incapacity says nothing about one who may yet turn out to be a pupil.
        unsure = is_child is None or in_school is None
        member["is_unable"] = None if unsure and not able else not able
    member["is_weak"] = None if labour is None else labour == "05"
    certificate = member.get("disability_certificate")
    member["has_disability_certificate"] = certificate is not None
    member["is_insured_medical"] = _either(
        member.get("insured_medical_resident"), member.get("insured_medical_employee")
    )


def _is_in_school(member: MutableRecord) -> bool | None:
    status = member.get("student_status")
    if status is not None:
        return status != _NOT_IN_SCHOOL
    # The form asks for an education or a student status: who names the first is no pupil.
    education = member.get("education")
    return None if education in {None, _PRESCHOOL_CHILD} else False


def _either(*flags: Value) -> bool | None:
    if any(flags):
        return True
    return None if None in flags else False


def _mark_heads(members: Iterable[MutableRecord]) -> None:
    people = list(members)
    heads = [member for member in people if member.get("relation") == HEAD]
    head_sex = heads[0]["_sex"] if len(heads) == 1 else None
    relations_known = all(member.get("relation") is not None for member in people)
    for position, member in enumerate(people):
        member["_is_first"] = position == 0
        member["_head_count"] = len(heads)
        member["_head_sex"] = head_sex
        member["_head_order"] = None
        member["_relations_known"] = relations_known
    for order, head in enumerate(heads):
        head["_head_order"] = order


def _sum_up(household: MutableRecord, members: list[MutableRecord]) -> None:
    able = [member["is_able"] for member in members]
    household["_row_count"] = len(members)
    household["able_count"] = able.count(True)
    household["labour_unknown_count"] = able.count(None)
    household["has_able_member"] = _either(*able)
    household["is_covered_by_allowance"] = _either(
        *(member.get("receives_allowance") for member in members),
        *(member.get("receives_destitute_support") for member in members),
    )
    illness = household.get("main_cause") == _ILLNESS
    relapsed = f",{_ILLNESS}," in str(household.get("relapse_causes") or "")
    for member in members:
        member["is_of_illness_household"] = illness or relapsed
        member["lives_in_able_household"] = household["has_able_member"]
