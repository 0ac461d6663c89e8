"""The demo district: without errors, apart from every roster, the same each time."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import Any
from zipfile import ZipFile

import pytest
from sqlalchemy import func, select, text

from jingzhun.grammar.rules import Severity
from jingzhun.households.demo.district import (
    IDENTIFIED_ON,
    _district,
    _income_years,
    load_demo,
    many,
)
from jingzhun.households.demo.homes import Made, household
from jingzhun.households.demo.luck import Luck
from jingzhun.households.models import household as table
from jingzhun.households.models import member_version
from jingzhun.households.service.checking import faults_of
from jingzhun.households.values import with_identity
from jingzhun.places import service as places
from jingzhun.places.finding import Place
from jingzhun.policy.vocabulary import household as h
from jingzhun.policy.vocabulary import income as i
from jingzhun.policy.vocabulary import member as m
from jingzhun.web.context import Context
from tests.callers import everything

SAMPLES = Path(__file__).parents[1] / "samples"


def some(year: int, count: int = 400) -> list[Made]:
    luck = Luck(84)
    return [
        household(luck, date(year, 1, 1), _income_years(date(year, 7, 2))) for _ in range(count)
    ]


@pytest.mark.parametrize("year", [2018, 2024, 2026])
def test_nobody_breaks_a_rule_that_is_an_error(year: int) -> None:
    warned = 0
    made = some(year)
    for home in made:
        empty: dict[str, Any] = {fact.slug: None for fact in (*h.STORED, *i.STORED)}
        record = empty | home.values | dict(home.incomes[year - 1])
        people = {
            str(n): with_identity({fact.slug: None for fact in m.STORED} | person)
            for n, person in enumerate(home.members)
        }
        faults = faults_of(record, people, date(year, 7, 2))
        assert not [one for one in faults if one.severity is Severity.ERROR]
        warned += bool(faults)
    assert 0 < warned < len(made) / 4


def test_numbers_occur_once_and_the_same_again() -> None:
    numbers = [person["id_number"] for home in some(2026) for person in home.members]
    assert len(set(numbers)) == len(numbers)
    assert numbers == [person["id_number"] for home in some(2026) for person in home.members]
    assert all(str(number).startswith("440899") for number in numbers)


def test_many_numbers_of_one_day_are_all_different() -> None:
    luck, day = Luck(1), date(1980, 5, 5)
    numbers = {luck.id_number(day, female=False) for _ in range(1200)}
    assert len(numbers) == 1200


@pytest.mark.parametrize("year", [2018, *range(2026, 2032)])
def test_no_number_is_in_a_sample_roster(year: int) -> None:
    villages = [
        Place(f"v{n}", "t", "village", "居委会", f"4408030700{n:02d}", "/v/", is_confirmed=True)
        for n in range(15)
    ]
    hamlets = [
        Place(f"h{one.id}{n}", one.id, "hamlet", "一组", "", "/v/h/", is_confirmed=True)
        for one in villages
        for n in range(3)
    ]
    drafts = list(_district(date(year, 7, 2), villages, hamlets))
    assert 600 <= len(drafts) <= 900
    ours = {str(person["id_number"]) for draft in drafts for person in draft.members}
    for path in SAMPLES.glob("*.xlsx"):
        with ZipFile(path) as archive:
            inside = b"".join(archive.read(name) for name in archive.namelist())
        theirs = set(re.findall(r"440899\d{11}[\dX]", inside.decode("utf-8", "replace")))
        assert len(theirs) > 300
        common = len(ours & theirs)
        assert common == 0, "choose another seed"


def test_it_loads_fast_and_once(context: Context) -> None:
    started = perf_counter()
    with context.database.write(everything(), now=context.now()) as unit:
        places.seed(unit)
        count = load_demo(unit, context.keys)
        assert load_demo(unit, context.keys) == 0
    assert perf_counter() - started < 30, "10 s on a quiet machine"
    assert 600 <= count <= 900
    with context.database.read(everything(), now=context.now()) as unit:
        villages = set(unit.execute(text(
            "SELECT DISTINCT place.name FROM household JOIN place ON place.id = village_id"
        )).scalars())  # fmt: skip
        assert all(name.endswith("居委会") for name in villages)
        row = unit.execute(
            text("SELECT count(*) AS households, max(income_year) AS latest FROM household")
        ).one()
        assert (row.households, row.latest) == (count, 2017)
        later = unit.execute(
            select(func.count()).where(
                member_version.c.valid_from > IDENTIFIED_ON, member_version.c.source == "hand"
            )
        ).scalar_one()
        assert later > 10, "some have a history"


def test_any_number_for_measuring(context: Context) -> None:
    with context.database.write(everything(), now=context.now()) as unit:
        places.seed(unit)
        assert many(unit, context.keys, 60) == 60
        assert unit.execute(select(func.count()).select_from(table)).scalar_one() == 60
