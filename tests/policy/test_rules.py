"""Each rule as a case: a sound record, one thing changed, and what is found at which column."""

from datetime import date

import pytest

from jingzhun.grammar.facts import Subject, Value
from jingzhun.grammar.parameters import figures_of
from jingzhun.grammar.rules import Breach, Context, Severity
from jingzhun.kit import id_number
from jingzhun.policy import rules, vocabulary
from jingzhun.policy.derivation import MutableRecord, complete

CONTEXT = Context(date(2018, 6, 30), figures_of(2018))
COLUMNS = [fact.slug for fact in vocabulary.STORED]
MEMBERS = rules.judge_of(Subject.MEMBER, COLUMNS)
HOUSEHOLDS = rules.judge_of(Subject.HOUSEHOLD, COLUMNS)


def numbered(born_on: str, order: str) -> str:
    digits = f"440899{born_on}{order}"
    return digits + id_number.check_character(digits)


MAN_BORN_1980 = numbered("19800101", "111")
WOMAN_BORN_1982 = numbered("19820101", "112")


def member(**values: Value) -> dict[str, Value]:
    blank: dict[str, Value] = dict.fromkeys(
        (fact.slug for fact in vocabulary.STORED if fact.subject is Subject.MEMBER), None
    )
    return blank | {
        "name": "陈伯", "id_number": MAN_BORN_1980, "relation": "01", "sex": "1", "ethnic": "01",
        "education": "03", "student_status": "01", "health": ",01,", "labour": "01",
        "insured_medical_resident": True, "insured_pension_resident": True,
        "receives_allowance": False, "receives_destitute_support": False, **values,
    }  # fmt: skip


def household(**values: Value) -> dict[str, Value]:
    blank: dict[str, Value] = dict.fromkeys(
        (fact.slug for fact in vocabulary.STORED if fact.subject is Subject.HOUSEHOLD), None
    )
    return blank | {
        "household_kind": "general", "main_cause": "1", "road_kind": "cement",
        "house_area": 8_000, "is_house_dangerous": False, "is_water_safe": True, **values,
    }  # fmt: skip


def found(breaches: list[Breach]) -> set[tuple[str, str, str]]:
    return {
        (one.rule.id, one.rule.column.slug, one.rule.severity.value)
        for one in breaches
        if one.rule.column
    }


def of_member(**values: Value) -> set[tuple[str, str, str]]:
    record = member(**values)
    complete(household(), [record], CONTEXT)
    return found(MEMBERS.judge(record, CONTEXT))


def of_household(*people: MutableRecord, **values: Value) -> set[tuple[str, str, str]]:
    record = household(**values)
    complete(record, list(people), CONTEXT)
    return found(HOUSEHOLDS.judge(record, CONTEXT))


CHILD: dict[str, Value] = {"id_number": numbered("20080101", "111"), "labour": "04"}
PUPIL: dict[str, Value] = {**CHILD, "education": None, "student_status": "03"}
MEMBER_CASES: list[tuple[dict[str, Value], str, str, str]] = [
    ({"id_number": None}, "DQ-002", "id_number", "error"),
    ({"id_number": MAN_BORN_1980[:-1] + "A"}, "DQ-002", "id_number", "error"),
    ({"id_number": "999999" + MAN_BORN_1980[6:]}, "DQ-002", "id_number", "error"),
    ({"relation": None}, "DQ-003", "relation", "error"),
    ({"relation": "04"}, "DQ-005", "relation", "error"),
    ({"relation": "12"}, "DQ-005", "relation", "error"),
    ({"sex": "2"}, "DQ-006", "sex", "error"),
    ({"born_on": "1980-01-02"}, "DQ-006", "born_on", "error"),
    ({"education": None, "student_status": None}, "DQ-007", "education", "warning"),
    ({**CHILD, "student_status": "03"}, "DQ-008", "education", "warning"),
    ({"labour": None}, "DQ-009", "labour", "warning"),
    ({**PUPIL, "labour": "01"}, "DQ-010", "labour", "error"),
    ({**PUPIL, "labour": "03"}, "DQ-010", "labour", "error"),
    ({"labour": "05"}, "DQ-011", "labour", "warning"),
    ({**PUPIL, "labour": "01"}, "DQ-012", "labour", "warning"),
    ({"disability_kind": "4", "disability_grade": "1"}, "DQ-013", "labour", "warning"),
    ({"health": ",02,04,"}, "DQ-014", "disability_certificate", "warning"),
    ({"dropout_reason": "1"}, "DQ-015", "health", "warning"),
    ({**PUPIL, "student_status": "02"}, "DQ-016", "student_status", "warning"),
    ({**PUPIL, "student_status": "04"}, "DQ-017", "student_status", "warning"),
    ({**PUPIL, "student_status": "09"}, "DQ-018", "student_status", "warning"),
    ({**PUPIL, "student_status": "16"}, "DQ-019", "student_status", "warning"),
    ({**CHILD}, "DQ-021", "student_status", "warning"),
    ({"insured_medical_employee": True}, "DQ-022", "insured_medical_employee", "error"),
    ({"insured_medical_resident": None}, "DQ-023", "insured_medical_resident", "warning"),
    ({"insured_serious_illness": False}, "DQ-024", "insured_serious_illness", "warning"),
    ({"insured_pension_resident": None}, "DQ-025", "insured_pension_resident", "warning"),
    ({"work_area": "01", "receives_destitute_support": True}, "DQ-027", "work_area", "warning"),
    ({"receives_destitute_support": True}, "DQ-028", "receives_destitute_support", "warning"),
    ({**PUPIL, "work_area": "01"}, "DQ-029", "work_area", "error"),
    ({**PUPIL, "work_area": "01"}, "DQ-033", "work_area", "warning"),
    ({"labour": "04", "work_area": "01"}, "DQ-034", "work_area", "warning"),
    ({"work_area": "04"}, "DQ-035", "work_county", "warning"),
    ({"work_area": "01"}, "DQ-038", "employer", "warning"),
    ({"phone": "07591234567"}, "DQ-040", "phone", "warning"),
    ({"name": None}, "IMP-01", "name", "error"),
    ({"relation": "02", "sex": "1"}, "IMP-06", "relation", "error"),
    ({"work_area": "01", "work_months": 13}, "IMP-21", "work_months", "error"),
]
HOUSEHOLD_CASES: list[tuple[dict[str, Value], str, str, str]] = [
    ({"contact_phone": "1380013800"}, "DQ-040", "contact_phone", "warning"),
    ({"arable_land": 10_001}, "DQ-046", "arable_land", "warning"),
    ({"water_surface": -1}, "DQ-046", "water_surface", "warning"),
    ({"forest_land": 20_001}, "DQ-047", "forest_land", "warning"),
    ({"road_distance": 501}, "DQ-048", "road_distance", "warning"),
    ({"road_kind": None}, "DQ-049", "road_kind", "warning"),
    ({"is_water_safe": None}, "DQ-049", "is_water_safe", "warning"),
    ({"has_household_power": False}, "DQ-050", "has_household_power", "warning"),
    ({"main_cause": None}, "IMP-01", "main_cause", "error"),
    ({"transfer_income_fen": -50_000}, "IMP-04", "transfer_income_fen", "error"),
    ({"member_count": 3}, "IMP-08", "member_count", "warning"),
    ({"other_causes": ",1,2,3,"}, "IMP-20", "other_causes", "error"),
]


def test_sound_records_break_nothing() -> None:
    assert of_member() == set()
    assert of_member(**PUPIL) == set()
    assert of_household(member(), arable_land=10_000, road_distance=500, member_count=1) == set()


@pytest.mark.parametrize(("values", "id", "column", "severity"), MEMBER_CASES)
def test_member_rules(values: dict[str, Value], id: str, column: str, severity: str) -> None:
    assert (id, column, severity) in of_member(**values)


@pytest.mark.parametrize(("values", "id", "column", "severity"), HOUSEHOLD_CASES)
def test_household_rules(values: dict[str, Value], id: str, column: str, severity: str) -> None:
    assert (id, column, severity) in of_household(member(), **values)


@pytest.mark.parametrize(
    ("number", "sex", "broken"), [(MAN_BORN_1980, "1", True), (WOMAN_BORN_1982, "2", False)]
)
def test_spouses_differ_in_sex(number: str, sex: str, broken: bool) -> None:
    head, spouse = member(), member(id_number=number, relation="02", sex=sex)
    complete(household(), [head, spouse], CONTEXT)
    breach = ("DQ-004", "relation", "error")
    assert (breach in found(MEMBERS.judge(spouse, CONTEXT))) is broken
    assert found(MEMBERS.judge(head, CONTEXT)) == set()


def test_the_second_head_is_the_faulty_one() -> None:
    first, second = member(), member(name="李婶", id_number=WOMAN_BORN_1982, sex="2")
    complete(household(), [first, second], CONTEXT)
    assert found(MEMBERS.judge(first, CONTEXT)) == set()
    assert ("IMP-07", "relation", "error") in found(MEMBERS.judge(second, CONTEXT))


def test_a_household_without_labour_or_support_is_asked_about() -> None:
    idle = member(labour="04", health=",02,")
    assert ("DQ-051", "household_kind", "warning") in of_household(idle)
    helped = member(labour="04", health=",02,", receives_allowance=True)
    assert of_household(helped) == set()
    unknown = member(labour=None)
    assert of_household(unknown) == set()


def test_the_surveyed_need_no_cause() -> None:
    assert of_household(member(), registration="surveyed", main_cause=None) == set()


def test_no_message_shows_a_number_in_clear() -> None:
    record = member(id_number="440899198001011110", phone="07591234567", sex="2")
    complete(household(), [record], CONTEXT)
    text = "".join(breach.message for breach in MEMBERS.judge(record, CONTEXT))
    assert "440899198001011110" not in text
    assert "07591234567" not in text
    assert "{" not in text


def test_every_rule_of_the_list_is_asked_or_says_what_it_waits_for() -> None:
    asked = {rule.id for rule in rules.ALL if rule.id.startswith("DQ-")}
    assert asked.isdisjoint(rules.UNASKED)
    assert asked | set(rules.UNASKED) == {f"DQ-{number:03d}" for number in range(1, 77)}


def test_block_is_an_error_and_warn_a_warning() -> None:
    blocked = {rule.id for rule in rules.ALL if rule.severity is Severity.ERROR}
    assert {id for id in blocked if id.startswith("DQ-")} == {
        "DQ-001", "DQ-002", "DQ-003", "DQ-004", "DQ-005", "DQ-006", "DQ-010", "DQ-022", "DQ-029",
    }  # fmt: skip
