"""What is worked out for a household in hand: ages, who can work, heads, sums."""

from datetime import date

import pytest

from jingzhun.grammar.facts import Value
from jingzhun.grammar.parameters import figures_of
from jingzhun.grammar.rules import Context
from jingzhun.kit import id_number
from jingzhun.policy.derivation import MutableRecord, age_at, complete, is_past_month_of

CONTEXT = Context(date(2018, 6, 30), figures_of(2018))


def numbered(born_on: str, order: str = "001") -> str:
    digits = f"440899{born_on.replace('-', '')}{order}"
    return digits + id_number.check_character(digits)


def judged(**values: Value) -> MutableRecord:
    member: MutableRecord = {"relation": "01", **values}
    complete({}, [member], CONTEXT)
    return member


@pytest.mark.parametrize(
    ("born_on", "at", "age"),
    [
        ("1958-06-30", "2018-06-30", 60),
        ("1958-07-01", "2018-06-30", 59),
        ("2000-02-29", "2018-02-28", 17),
        ("2000-02-29", "2018-03-01", 18),
        ("2018-06-30", "2018-06-30", 0),
    ],
)
def test_the_birthday_counts(born_on: str, at: str, age: int) -> None:
    assert age_at(date.fromisoformat(born_on), date.fromisoformat(at)) == age


@pytest.mark.parametrize(
    ("born_on", "due"),
    [("1958-05-31", True), ("1958-06-01", False), ("1958-06-30", False), ("1948-12-31", True)],
)
def test_a_pension_is_due_from_the_month_after(born_on: str, due: bool) -> None:
    assert is_past_month_of(date.fromisoformat(born_on), 60, CONTEXT.at) is due
    assert judged(born_on=born_on)["pension_age_reached"] is due


@pytest.mark.parametrize(
    ("born_on", "status", "education", "labour", "able", "unable"),
    [
        ("1980-01-01", "01", None, "01", True, False),
        ("1980-01-01", "01", None, "02", True, False),
        ("1980-01-01", "01", None, "05", False, True),
        ("1980-01-01", "01", None, "03", False, True),
        ("1980-01-01", "01", None, None, None, None),
        ("1980-01-01", None, "03", "04", False, True),
        ("1980-01-01", None, None, "04", False, None),
        ("1980-01-01", None, None, "01", True, False),
        ("2002-07-01", "01", None, "04", False, False),
        ("2002-06-30", "01", None, "04", False, True),
        ("1999-01-01", "16", None, "01", False, False),
        ("2010-01-01", None, None, None, False, False),
        (None, "01", None, "04", False, None),
        (None, "03", None, None, False, False),
    ],
)
def test_who_is_able_unable_or_dependant(
    born_on: str | None,
    status: str | None,
    education: str | None,
    labour: str | None,
    able: bool | None,
    unable: bool | None,
) -> None:
    member = judged(born_on=born_on, student_status=status, education=education, labour=labour)
    assert (member["is_able"], member["is_unable"]) == (able, unable)


def test_the_number_speaks_before_what_was_filed() -> None:
    member = judged(id_number=numbered("1980-01-01"), born_on="1990-01-01", sex="2")
    assert (member["age"], member["_sex"], member["_born_on"]) == (38, "1", "1980-01-01")
    broken = judged(id_number=numbered("1980-01-01")[:17] + "?", born_on="1990-01-01", sex="2")
    assert (broken["age"], broken["_sex"]) == (28, "2")


@pytest.mark.parametrize(
    ("labours", "has_able"),
    [(["04", "01"], True), ([None, "01"], True), ([None, "04"], None), (["04", "03"], False)],
)
def test_a_household_is_unknown_until_all_are_known(
    labours: list[str | None], has_able: bool | None
) -> None:
    household: MutableRecord = {"main_cause": "1"}
    members: list[MutableRecord] = [
        {"born_on": "1980-01-01", "student_status": "01", "labour": labour, "relation": "02",
         "receives_allowance": False, "receives_destitute_support": None}
        for labour in labours
    ]  # fmt: skip
    complete(household, members, CONTEXT)
    assert household["has_able_member"] is has_able
    assert household["is_covered_by_allowance"] is None
    assert household["labour_unknown_count"] == labours.count(None)
    assert all(member["is_of_illness_household"] for member in members)
    assert all(member["lives_in_able_household"] is has_able for member in members)
