"""What the registry says of a household."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import SQLColumnExpression, join, select

from jingzhun.factbook import AsOf, Binding, FactBook, Root
from jingzhun.grammar.facts import Fact, Subject
from jingzhun.households.facts import around
from jingzhun.households.models import household, household_version
from jingzhun.households.models.expressions import in_force
from jingzhun.places.models import place
from jingzhun.policy.vocabulary import derived
from jingzhun.policy.vocabulary import household as stored_facts
from jingzhun.policy.vocabulary import income as income_facts

_ROWS = join(household_version, household, household.c.id == household_version.c.household_id)


def declare(book: FactBook) -> None:
    """Bind the root and every word about a household."""
    rows = household_version
    book.root(
        Subject.HOUSEHOLD,
        Root(
            _ROWS, lambda as_of: in_force(rows, as_of), household.c.id, rows.c.place_path,
            opens=household.c.id, village_id=rows.c.village_id,
        ),
    )  # fmt: skip
    for fact in stored_facts.STORED:
        book.bind(fact, _stored(fact))
    for fact in income_facts.STORED:
        book.bind(fact, _income(fact))
    words: dict[Fact, Callable[[AsOf], SQLColumnExpression[Any]]] = {
        derived.household_no: lambda _: household.c.household_no,
        derived.household_town: lambda _: _town(),
        derived.household_village: lambda _: _name(rows.c.village_id),
        derived.household_hamlet: lambda _: _name(rows.c.hamlet_id),
        derived.household_head: around.head,
        derived.is_registered: lambda _: rows.c.registration == "registered",
        derived.member_count: around.member_count,
        derived.able_count: around.able_count,
        derived.labour_unknown_count: around.unknown_count,
        derived.has_able_member: around.has_able,
        derived.is_covered_by_allowance: around.covered,
        derived.income_year: lambda as_of: around.earned(as_of, "income_year"),
        derived.net_income_fen: lambda as_of: around.earned(as_of, "net_income_fen"),
        derived.net_income_per_head_fen: around.earned_per_head,
        derived.disposable_income_per_head_fen: around.disposable_per_head,
    }
    for fact, binding in words.items():
        book.bind(fact, binding)


def _stored(fact: Fact) -> Binding:
    return lambda _: around.stored(household_version, fact)


def _income(fact: Fact) -> Binding:
    return lambda as_of: around.of_income(as_of, fact.slug)


def _name(place_id: SQLColumnExpression[Any]) -> SQLColumnExpression[Any]:
    found = select(place.c.name).where(place.c.id == place_id)
    return found.correlate(household_version).scalar_subquery()


def _town() -> SQLColumnExpression[Any]:
    village, town = place.alias("its_village"), place.alias("its_town")
    found = (
        select(town.c.name)
        .join(village, village.c.parent_id == town.c.id)
        .where(village.c.id == household_version.c.village_id)
    )
    return found.correlate(household_version).scalar_subquery()
