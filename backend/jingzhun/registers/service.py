"""Reads a declared register as of a day. Decides nothing that the declaration does not say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jingzhun.factbook import AsOf, FactBook
from jingzhun.grammar.registers import Register
from jingzhun.kit.paging import Page
from jingzhun.kit.unit import Unit
from jingzhun.policy import CATALOGUE
from jingzhun.policy.roles import Permission
from jingzhun.subjects import service as subjects
from jingzhun.subjects.repository import Row


@dataclass(frozen=True)
class Counted:
    """A register with how many stand in it and how many cannot be told."""

    register: Register
    count: int
    unknown: int


def count_all(unit: Unit, book: FactBook, as_of: AsOf, place_id: str | None) -> list[Counted]:
    """Count every declared register, one pass per subject."""
    reader = subjects.reader(unit, book, as_of, Permission.REGISTERS_READ)
    path = subjects.place_path(unit, place_id, Permission.REGISTERS_READ)
    counted: dict[str, Counted] = {}
    for subject in {register.of for register in CATALOGUE.registers}:
        of = [register for register in CATALOGUE.registers if register.of is subject]
        sums = [(f"n{i}", reader.holds(one.where)) for i, one in enumerate(of)]
        sums += [(f"u{i}", reader.is_unsaid(one.where)) for i, one in enumerate(of)]
        row = reader.tallies(subject, sums, path)[0]
        for i, one in enumerate(of):
            counted[one.slug] = Counted(one, int(row[f"n{i}"]), int(row[f"u{i}"]))
    return [counted[register.slug] for register in CATALOGUE.registers]


def by_village(
    unit: Unit, book: FactBook, register: Register, as_of: AsOf, place_id: str | None
) -> Sequence[Row]:
    """Count a register in each village in scope that has any household."""
    reader = subjects.reader(unit, book, as_of, Permission.REGISTERS_READ)
    path = subjects.place_path(unit, place_id, Permission.REGISTERS_READ)
    sums = [("count", reader.holds(register.where)), ("unknown", reader.is_unsaid(register.where))]
    return reader.tallies(register.of, sums, path, by_village=True)


def read(
    unit: Unit,
    book: FactBook,
    register: Register,
    as_of: AsOf,
    place_id: str | None,
    page: Page,
    sort: str | None,
) -> tuple[Sequence[Row], int]:
    """Return a page of the register and how many stand in it."""
    reader = subjects.reader(unit, book, as_of, Permission.REGISTERS_READ)
    path = subjects.place_path(unit, place_id, Permission.REGISTERS_READ)
    order = subjects.sort_order(register.columns, sort)
    rows = reader.page(register.of, register.where, register.columns, path, page, order)
    return rows, reader.count(register.of, register.where, path)


def export(
    unit: Unit, book: FactBook, register: Register, as_of: AsOf, place_id: str | None
) -> Iterator[list[str | int | None]]:
    """Yield every row as people read it: titles for codes, yuan for fen; masked as on screen."""
    reader = subjects.reader(unit, book, as_of, Permission.REGISTERS_EXPORT)
    path = subjects.place_path(unit, place_id, Permission.REGISTERS_EXPORT)
    for row in reader.stream(register.of, register.where, register.columns, path):
        yield [subjects.shown(fact, row[fact.slug]) for fact in register.columns]
