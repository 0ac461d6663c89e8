"""Columns made from facts. The roster's staging tables are made by the same functions."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from sqlalchemy import BigInteger, Boolean, Column, Date, Integer, String
from sqlalchemy.types import TypeEngine

from jingzhun.grammar.facts import Fact, Kind, Protection
from jingzhun.kit.columns import Hundredths, Id, Instant, ascii_text
from jingzhun.policy import vocabulary

MAX_DAY = date(9999, 12, 31)

SEALED = tuple(fact for fact in vocabulary.STORED if fact.protection is Protection.SEALED)

_LONG_TEXTS = {"remark": 500}


def _type(fact: Fact) -> TypeEngine[Any]:
    match fact.kind:
        case Kind.COUNT:
            return Integer()
        case Kind.FLAG:
            return Boolean()
        case Kind.MONEY:
            return BigInteger()
        case Kind.DECIMAL:
            return Hundredths()
        case Kind.DATE:
            return Date()
        case Kind.CHOICE:
            return ascii_text(20)
        case Kind.MULTI:
            return ascii_text(60)
        case _:
            return String(_LONG_TEXTS.get(fact.slug, 120))


def sealed_columns(fact: Fact) -> Iterator[Column[object]]:
    """Ciphertext, mask and blind index of a sealed fact."""
    yield Column(
        fact.slug, ascii_text(200), nullable=True, comment="ciphertext", info={"seal": fact.slug}
    )
    yield Column(f"{fact.slug}_masked", String(40), nullable=True)
    yield Column(f"{fact.slug}_blind", ascii_text(32), nullable=True)


def fact_columns(facts: Iterable[Fact]) -> Iterator[Column[object]]:
    """One column per open fact, three per sealed one. All may be unknown."""
    for fact in facts:
        if fact.protection is Protection.SEALED:
            yield from sealed_columns(fact)
        else:
            yield Column(fact.slug, _type(fact), nullable=True, comment=fact.title)


def version_columns() -> Iterator[Column[object]]:
    """The two time axes and who wrote the row.

    Valid from `valid_from` up to but not including `valid_to`; known from `recorded_at` up to but
    not including `replaced_at`, which is empty while the row is what is known now.
    """
    yield Column("valid_from", Date, nullable=False)
    yield Column("valid_to", Date, nullable=False)
    yield Column("recorded_at", Instant, nullable=False)
    yield Column("replaced_at", Instant, nullable=True)
    yield Column("actor_id", Id, nullable=False)
    yield Column("actor_name", String(60), nullable=False)
    yield Column("source", String(120), nullable=False, comment="hand, roster, initial load")
    yield Column("batch_id", Id, nullable=True)
    yield Column("digest", ascii_text(32), nullable=False, comment="keyed, of all facts")
