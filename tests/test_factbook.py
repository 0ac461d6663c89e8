"""The book binds each word once, and reads a word nobody bound as unknown."""

from datetime import date

import pytest
from sqlalchemy import Integer, column, literal, select

from jingzhun.assembly import make_book
from jingzhun.factbook import AsOf, FactBook, Root
from jingzhun.grammar.facts import Subject
from jingzhun.grammar.parameters import figures_of
from jingzhun.kit.database import Database
from jingzhun.policy import parameters, vocabulary
from jingzhun.policy.vocabulary import derived

AT = AsOf(date(2018, 6, 30))

# Words whose package is not built yet. They read as unknown; the list only ever gets shorter.
NOT_BUILT: frozenset[str] = frozenset()


def test_every_word_is_bound_once_or_waits_for_its_package() -> None:
    unbound = {fact.slug for fact in make_book().unbound(vocabulary.ALL)}
    assert unbound == NOT_BUILT, f"bind {sorted(unbound)} in a package's facts.py"


def test_a_word_or_root_is_given_once() -> None:
    book = FactBook()
    book.bind(derived.age, lambda _: literal(60))
    with pytest.raises(ValueError, match="age is already bound"):
        book.bind(derived.age, lambda _: literal(61))
    root = Root(
        select(literal(1).label("id")).subquery(),
        lambda _: literal(value=True),
        column("id"),
        column("path"),
    )
    book.root(Subject.MEMBER, root)
    with pytest.raises(ValueError, match="member already has a root"):
        book.root(Subject.MEMBER, root)


def test_an_unbound_word_is_unknown_even_when_denied(store: Database) -> None:
    book, figures = FactBook(), figures_of(2018)
    asked = {
        "plain": derived.age >= parameters.elderly_age,
        "denied": ~(derived.age >= parameters.elderly_age),
        "flag": ~derived.is_able.holds,
    }
    statement = select(*(book.sql(one, AT, figures).label(name) for name, one in asked.items()))
    with store.writer.connect() as connection:
        assert connection.execute(statement).one() == (None, None, None)


def test_a_figure_not_in_force_decides_nothing(store: Database) -> None:
    book = FactBook()
    book.bind(derived.net_income_per_head_fen, lambda _: literal(1_000_000, Integer))
    above = derived.net_income_per_head_fen >= parameters.exit_line
    with store.writer.connect() as connection:
        for year, expected in ((2017, None), (2018, True)):
            row = connection.execute(
                select(book.sql(above, AT, figures_of(year)).label("above"))
            ).one()
            assert (None if row.above is None else bool(row.above)) is expected
