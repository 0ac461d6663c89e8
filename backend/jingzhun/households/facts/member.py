"""What the registry says of a member."""

from __future__ import annotations

import operator
from collections.abc import Callable
from datetime import date
from functools import reduce
from typing import Any

from sqlalchemy import (
    SQLColumnExpression,
    and_,
    case,
    exists,
    func,
    join,
    or_,
    outerjoin,
    select,
    true,
)

from jingzhun.factbook import AsOf, Binding, FactBook, Root
from jingzhun.grammar.facts import Fact, Subject
from jingzhun.households.facts import around
from jingzhun.households.models import expressions, household, household_version, member_version
from jingzhun.places.models import place
from jingzhun.policy import parameters
from jingzhun.policy.completeness import EXPECTED
from jingzhun.policy.vocabulary import derived
from jingzhun.policy.vocabulary import member as stored_facts

_MV = member_version
_VILLAGE = place.alias("member_village")
_ILLNESS = "1"
_WEAK = "05"
Words = dict[Fact, Callable[[AsOf], SQLColumnExpression[Any]]]


def declare(book: FactBook) -> None:
    """Bind the root and every word about a member."""
    homes = join(_MV, household, household.c.id == _MV.c.household_id)
    book.root(
        Subject.MEMBER,
        Root(
            outerjoin(homes, _VILLAGE, _VILLAGE.c.path == _MV.c.place_path),
            lambda as_of: and_(expressions.in_force(_MV, as_of), _MV.c.is_present),
            _MV.c.member_id, _MV.c.place_path, opens=_MV.c.household_id, village_id=_VILLAGE.c.id,
        ),
    )  # fmt: skip
    for fact in stored_facts.STORED:
        book.bind(fact, _stored(fact))
    for fact, binding in (_own() | _of_home()).items():
        book.bind(fact, binding)


def _own() -> Words:
    return {
        derived.age: lambda as_of: expressions.full_years(_MV.c.born_on, as_of.at),
        derived.age_on_31_august: lambda as_of: expressions.full_years(
            _MV.c.born_on, date(as_of.at.year, 8, 31)
        ),
        derived.pension_age_reached: _pension_age_reached,
        derived.is_in_school: lambda _: expressions.in_school(_MV),
        derived.is_able: lambda as_of: expressions.is_able(_MV, as_of.at),
        derived.is_weak: lambda _: _MV.c.labour == _WEAK,
        derived.is_unable: lambda as_of: expressions.is_unable(_MV, as_of.at),
        derived.has_disability_certificate: lambda _: _MV.c.disability_certificate_blind.is_not(
            None
        ),
        derived.is_insured_medical: lambda _: or_(
            _MV.c.insured_medical_resident, _MV.c.insured_medical_employee
        ),
        derived.completeness_gaps: lambda _: _gaps(),
    }


def _of_home() -> Words:
    return {
        derived.is_of_illness_household: _is_of_illness,
        derived.is_registered_member: around.registered,
        derived.lives_in_able_household: around.has_able,
        derived.member_household_no: lambda _: household.c.household_no,
        derived.member_town: lambda _: _town(),
        derived.member_village: lambda _: _VILLAGE.c.name,
        derived.member_hamlet: _hamlet,
        derived.head_name: around.head,
    }


def _stored(fact: Fact) -> Binding:
    return lambda _: around.stored(_MV, fact)


def _pension_age_reached(as_of: AsOf) -> SQLColumnExpression[Any]:
    figure = parameters.pension_due_age.in_force(as_of.at.year)
    years = figure.value if figure is not None and isinstance(figure.value, int) else 0
    return expressions.month_passed(_MV.c.born_on, years, as_of.at)


def _gaps() -> SQLColumnExpression[Any]:
    empty = [
        case((and_(*(around.stored(_MV, fact).is_(None) for fact in group)), 1), else_=0)
        for group in EXPECTED
    ]
    return reduce(operator.add, empty)


def _is_of_illness(as_of: AsOf) -> SQLColumnExpression[Any]:
    hv = household_version.alias("ill_version")
    by_version = (
        exists()
        .where(
            hv.c.household_id == household.c.id, expressions.in_force(hv, as_of),
            or_(
                func.coalesce(hv.c.main_cause, "") == _ILLNESS,
                func.coalesce(hv.c.relapse_causes, "").contains(f",{_ILLNESS},"),
            ),
        )
        .correlate(household)
    )  # fmt: skip
    if as_of.known_at is not None:
        return by_version
    now = and_(around.is_settled(as_of), household.c.main_cause == _ILLNESS)
    return case((now, true()), else_=by_version)


def _town() -> SQLColumnExpression[Any]:
    town = place.alias("member_town")
    found = select(town.c.name).where(town.c.id == _VILLAGE.c.parent_id)
    return found.correlate(_VILLAGE).scalar_subquery()


def _hamlet(as_of: AsOf) -> SQLColumnExpression[Any]:
    hamlet = place.alias("member_hamlet")
    hv = household_version.alias("hamlet_version")
    found = (
        select(hamlet.c.name)
        .join(hv, hv.c.hamlet_id == hamlet.c.id)
        .where(hv.c.household_id == household.c.id, expressions.in_force(hv, as_of))
    )
    return found.correlate(household).scalar_subquery()
