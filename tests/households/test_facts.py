"""Words bound to SQL say what `policy.derivation` says of the same record, as of any day."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from jingzhun.factbook import AsOf
from jingzhun.grammar.facts import Fact, Protection, Subject, Value
from jingzhun.grammar.parameters import figures_of
from jingzhun.grammar.rules import Context as RuleContext
from jingzhun.households import income as arithmetic
from jingzhun.households.models import household
from jingzhun.households.service.bulk import Draft, load
from jingzhun.kit.unit import Unit
from jingzhun.places import service as places
from jingzhun.places.repository import read_index
from jingzhun.policy import completeness, derivation, vocabulary
from jingzhun.policy.vocabulary import derived
from jingzhun.policy.vocabulary import income as income_facts
from jingzhun.policy.vocabulary import member as member_facts
from jingzhun.web.context import Context
from tests.callers import everything
from tests.village import id_number

NOW, MARCH, LEAP = date(2018, 7, 2), date(2018, 3, 1), date(2016, 2, 29)
BIRTHS = (
    "2002-07-02", "2002-07-03", "2002-03-01", "2002-03-02", "1958-07-02", "1958-06-30",
    "1958-02-28", "2000-02-29", "2016-02-29", "1998-05-05", "2012-08-31", "2012-09-01", None,
)  # fmt: skip
_PLACES = {derived.member_hamlet, derived.household_hamlet}


def random_member(luck: random.Random, serial: int) -> dict[str, Value]:
    born_on = luck.choice(BIRTHS)
    flags = (True, False, None)
    return {
        "name": f"甲{serial}", "relation": "01" if serial % 3 == 0 else "03", "born_on": born_on,
        "id_number": id_number(born_on, serial) if born_on and luck.random() < 0.8 else None,
        "labour": luck.choice(("01", "02", "03", "04", "05", None, None)),
        "student_status": luck.choice(("01", "03", "16", None, None)),
        "education": luck.choice(("01", "03", "06", None)),
        "insured_medical_resident": luck.choice(flags),
        "insured_medical_employee": luck.choice(flags),
        "receives_allowance": luck.choice(flags),
        "receives_destitute_support": luck.choice(flags),
        "disability_certificate": luck.choice(("44089919900101000142", None)),
        "health": luck.choice((",01,", ",02,04,", None)),
    }  # fmt: skip


def random_draft(luck: random.Random, village: Any, serial: int) -> Draft:
    amounts = {
        fact.slug: luck.choice((0, 1, 99, 123_456, None) if serial % 4 else (0, 1, 12_345))
        for fact in income_facts.STORED
    }
    members = [random_member(luck, serial * 3 + i) for i in range(luck.randint(1, 3))]
    since = luck.choice((date(2015, 1, 1), MARCH))
    return Draft(
        f"N{serial:04d}", village, since,
        {"registration": luck.choice(("registered", "surveyed")),
         "main_cause": luck.choice(("1", "2", None)), "household_kind": "general",
         "relapse_causes": luck.choice((",1,", ",2,10,", None))},
        members, incomes={2017: amounts} if luck.random() < 0.8 else {},
    )  # fmt: skip


@pytest.fixture
def drafts(context: Context) -> list[Draft]:
    luck = random.Random(20180702)
    with context.database.write(everything(), now=context.now()) as unit:
        places.seed(unit)
        village = read_index(unit).find_place("北山村", kind="village").place
        made = [random_draft(luck, village, serial) for serial in range(60)]
        load(unit, context.keys, made, "test")
    return made


def read(unit: Unit, context: Context, subject: Subject, as_of: AsOf) -> dict[str, Any]:
    book = context.book
    words = [fact for fact in vocabulary.ALL if fact.subject is subject]
    root = book.roots[subject]
    columns: list[Any] = [book.column(fact, as_of).label(fact.slug) for fact in words]
    statement = select(root.key.label("key"), *columns).select_from(root.rows)
    rows = unit.execute(statement.where(root.holds(as_of))).mappings()
    return {row["key"]: row for row in rows}


def expected(draft: Draft, at: date) -> tuple[dict[str, Value], list[dict[str, Value]]]:
    record = dict(draft.values)
    people = [dict(member) for member in draft.members]
    derivation.complete(record, list(people), RuleContext(at, figures_of(at.year)))
    for person in people:
        person["sex"] = person["_sex"]
        person["completeness_gaps"] = completeness.gaps_of(person)
        person["is_registered_member"] = record["registration"] == "registered"
        person["member_household_no"] = draft.household_no
        person["member_village"], person["member_town"] = "北山村委会", "东山街道"
        heads = [str(one["name"]) for one in people if one["relation"] == "01"]
        person["head_name"] = min(heads, default=None)
    amounts = draft.incomes.get(2017, {}) if at.year >= 2017 else {}
    net = arithmetic.net_income_fen(amounts)
    count = len(people)
    record |= {
        "household_no": draft.household_no, "member_count": count,
        "is_registered": record["registration"] == "registered",
        "income_year": 2017 if amounts else None, "net_income_fen": net,
        "net_income_per_head_fen": arithmetic.per_head_fen(net, count),
        "disposable_income_per_head_fen": arithmetic.per_head_fen(
            arithmetic.disposable_income_fen(amounts), count
        ),
        "household_head": people[0]["head_name"] if people else None,
        "household_village": "北山村委会", "household_town": "东山街道",
    }  # fmt: skip
    return record, people


def same(fact: Fact, sql: Any, python: Value) -> bool:
    if fact.protection is Protection.SEALED:
        return (sql is None) == (python is None)
    if isinstance(sql, date):
        sql = sql.isoformat()
    if isinstance(python, bool) and sql is not None:
        sql = bool(sql)
    return bool(sql == python)


@pytest.mark.parametrize("is_known_now", [True, False])
@pytest.mark.parametrize("at", [NOW, MARCH, date(2018, 8, 31), date(2020, 2, 29), LEAP])
def test_sql_says_what_python_says(
    context: Context, drafts: list[Draft], at: date, is_known_now: bool
) -> None:
    as_of = AsOf(at, None if is_known_now else context.now() + timedelta(days=1))
    with context.database.read(everything(), now=context.now()) as unit:
        households = read(unit, context, Subject.HOUSEHOLD, as_of)
        members = read(unit, context, Subject.MEMBER, as_of)
    alive = [draft for draft in drafts if draft.valid_from <= at]
    assert len(households) == len(alive) > 10
    for draft in alive:
        record, people = expected(draft, at)
        row = households[draft.id]
        for fact in derived.ALL:
            if fact.subject is Subject.HOUSEHOLD and fact not in _PLACES:
                assert same(fact, row[fact.slug], record[fact.slug]), (fact.slug, record)
        for member_id, person in zip(draft.member_ids, people, strict=True):
            held = members[member_id]
            for fact in (*derived.ALL, *member_facts.STORED):
                if (
                    fact.subject is Subject.MEMBER
                    and fact not in _PLACES
                    and fact.slug != "born_on"
                ):
                    wanted = person.get(fact.slug)
                    assert same(fact, held[fact.slug], wanted), (fact.slug, wanted, person)


def test_a_stale_summary_is_never_read_for_a_day_it_does_not_hold(
    context: Context, drafts: list[Draft]
) -> None:
    with context.database.write(everything(), now=context.now()) as unit:
        unit.execute(update(household).values(able_count=9, member_count=9, head_name="假"))
        rows = read(unit, context, Subject.HOUSEHOLD, AsOf(date(2017, 6, 1)))
        settled = {
            row.id: row.settled_on
            for row in unit.execute(select(household.c.id, household.c.settled_on))
        }
    assert any(day is None for day in settled.values()), "a birthday to come is in the sample"
    for household_id, row in rows.items():
        day = settled[household_id]
        holds = day is not None and day <= date(2017, 6, 1)
        assert (row["member_count"] == 9) is holds
