"""SQL and Python read every predicate alike, unknowns included, on both kinds of store."""

import itertools
import random
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import pytest
from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Integer,
    MetaData,
    String,
    Table,
    literal,
    select,
)
from sqlalchemy.types import TypeEngine

from jingzhun.factbook import AsOf, FactBook
from jingzhun.grammar.facts import Fact, Kind, Subject, Value
from jingzhun.grammar.parameters import figures_of
from jingzhun.grammar.predicates import AllOf, AnyOf, Comparison, Known, Not, Predicate
from jingzhun.kit.database import Database
from jingzhun.policy import CATALOGUE, vocabulary

AT = date(2018, 6, 30)
FIGURES = figures_of(AT.year)
MOST_ROWS = 4_000

PREDICATES: dict[str, Predicate] = {
    **{register.slug: register.where for register in CATALOGUE.registers},
    **{f"{one.slug} above": one.numerator.where for one in CATALOGUE.indicators},
    **{f"{one.slug} below": one.denominator.where for one in CATALOGUE.indicators},
    **{f"{one.slug} missing": one.missing for one in CATALOGUE.indicators},
    **{
        f"{one.slug} {aside.slug}": aside.tally.where
        for one in CATALOGUE.indicators
        for aside in one.beside
    },
}
TYPES: dict[Kind, TypeEngine[Any]] = {
    Kind.COUNT: Integer(),
    Kind.FLAG: Boolean(),
    Kind.MONEY: BigInteger(),
    Kind.DECIMAL: Integer(),
    Kind.DATE: Date(),
}
METADATA = MetaData()


def table_of(subject: Subject) -> Table:
    columns = [
        Column(f"f_{fact.slug}", TYPES.get(fact.kind, String()))
        for fact in vocabulary.ALL
        if fact.subject is subject
    ]
    return Table(f"reading_{subject}", METADATA, Column("id", Integer, primary_key=True), *columns)


TABLES = {subject: table_of(subject) for subject in (Subject.MEMBER, Subject.HOUSEHOLD)}


@pytest.fixture(scope="module")
def tables(store: Database) -> Iterator[Database]:
    METADATA.create_all(store.writer)
    yield store
    METADATA.drop_all(store.writer)


def book() -> FactBook:
    made = FactBook()
    for fact in vocabulary.ALL:
        column = TABLES[fact.subject].c[f"f_{fact.slug}"]
        made.bind(fact, lambda _, column=column: column)  # type: ignore[misc]
    return made


def comparisons(predicate: Predicate) -> Iterator[Comparison]:
    match predicate:
        case Comparison():
            yield predicate
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from comparisons(part)
        case Not(part):
            yield from comparisons(part)


def boundary_values(fact: Fact, predicate: Predicate) -> list[Value]:
    values: set[Value] = {None}
    if fact.kind is Kind.FLAG:
        return [None, True, False]
    for comparison in comparisons(predicate):
        bound = comparison.value
        if comparison.fact is not fact:
            continue
        if isinstance(bound, tuple):
            values |= {*bound, "other"}
        elif isinstance(bound, int):
            values |= {bound - 1, bound, bound + 1}
        elif comparison.operator == "∋":
            values |= {f",{bound},", f",00,{bound},", f",{bound}0,", ",00,"}
        elif isinstance(bound, str):
            values |= {bound, "other"}
    if values == {None}:
        values.add(1 if fact.kind in {Kind.COUNT, Kind.MONEY, Kind.DECIMAL} else "x")
    return sorted(values, key=lambda value: (value is not None, str(value)))


def people(predicate: Predicate) -> list[dict[str, Value]]:
    """Every combination of the values that matter and of not knowing; a fixed draw if too many."""
    facts = sorted(predicate.facts(), key=lambda fact: fact.slug)
    combinations = list(itertools.product(*(boundary_values(fact, predicate) for fact in facts)))
    if len(combinations) > MOST_ROWS:
        combinations = random.Random(7).sample(combinations, MOST_ROWS)
    return [
        dict(zip((fact.slug for fact in facts), values, strict=True)) for values in combinations
    ]


@pytest.mark.parametrize("name", PREDICATES)
def test_readings_agree(name: str, tables: Database) -> None:
    predicate = PREDICATES[name].resolved(FIGURES)
    subject = next(iter(predicate.facts())).subject
    table, rows = TABLES[subject], people(predicate)
    verdict = book().sql(PREDICATES[name], AsOf(AT), FIGURES).label("verdict")
    with tables.writer.connect() as connection:
        connection.execute(table.delete())
        connection.execute(
            table.insert(),
            [
                {"id": number, **{f"f_{slug}": value for slug, value in row.items()}}
                for number, row in enumerate(rows)
            ],
        )
        read: Mapping[int, Any] = {
            row.id: row.verdict for row in connection.execute(select(table.c.id, verdict))
        }
        connection.rollback()
    seen = set()
    for number, row in enumerate(rows):
        in_sql = None if read[number] is None else bool(read[number])
        assert in_sql == predicate.verdict(row), row
        seen.add(in_sql)
    assert {True, False} <= seen


def test_every_form_has_a_known_reading() -> None:
    assert all(
        isinstance(one, Comparison | Known | AllOf | AnyOf | Not) for one in PREDICATES.values()
    )


@pytest.mark.parametrize("name", PREDICATES)
def test_what_nobody_bound_is_unknown_never_yes(name: str, tables: Database) -> None:
    verdict = FactBook().sql(PREDICATES[name], AsOf(AT), FIGURES)
    nothing = dict.fromkeys((fact.slug for fact in PREDICATES[name].facts()), None)
    with tables.writer.connect() as connection:
        read = connection.execute(select(verdict.label("verdict"), literal(1).label("one"))).one()
    assert not read.verdict
    expected = PREDICATES[name].resolved(FIGURES).verdict(nothing)
    assert (None if read.verdict is None else bool(read.verdict)) == expected
