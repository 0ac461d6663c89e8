"""Reads a declared register as of a day. Decides nothing that the declaration does not say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from jingzhun.factbook import AsOf, FactBook
from jingzhun.grammar.registers import Register
from jingzhun.grammar.showing import in_sheet
from jingzhun.kit.paging import Page
from jingzhun.kit.unit import Unit
from jingzhun.policy import CATALOGUE
from jingzhun.policy.roles import Permission
from jingzhun.registers.schemas import Standing
from jingzhun.subjects import service as subjects
from jingzhun.subjects.repository import Condition, Row, SubjectRepository

_BY_VILLAGE = ("village_id", "village", "town", "count", "unknown")


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
        counting = reader.counting()
        sums = [(f"n{i}", counting.holds(one.where)) for i, one in enumerate(of)]
        sums += [(f"u{i}", counting.is_unsaid(one.where)) for i, one in enumerate(of)]
        row = reader.tallies(subject, counting, sums, path)[0]
        for i, one in enumerate(of):
            counted[one.slug] = Counted(one, int(row[f"n{i}"]), int(row[f"u{i}"]))
    return [counted[register.slug] for register in CATALOGUE.registers]


def by_village(
    unit: Unit, book: FactBook, register: Register, as_of: AsOf, place_id: str | None
) -> list[dict[str, Any]]:
    """Count a register in each village in scope that has any household."""
    reader = subjects.reader(unit, book, as_of, Permission.REGISTERS_READ)
    path = subjects.place_path(unit, place_id, Permission.REGISTERS_READ)
    counting, where = reader.counting(), register.where
    sums = [("count", counting.holds(where)), ("unknown", counting.is_unsaid(where))]
    rows = reader.tallies(register.of, counting, sums, path, by_village=True)
    return [{name: row[name] for name in _BY_VILLAGE} for row in rows]


def read(
    unit: Unit,
    book: FactBook,
    register: Register,
    as_of: AsOf,
    place_id: str | None,
    which: Standing,
    page: Page,
    sort: str | None,
) -> tuple[Sequence[Row], int]:
    """Return a page of the register, or of those who cannot be told, and how many they are."""
    reader = subjects.reader(unit, book, as_of, Permission.REGISTERS_READ)
    path = subjects.place_path(unit, place_id, Permission.REGISTERS_READ)
    order = subjects.sort_order(register.columns, sort)
    where = _condition(reader, register, which)
    rows = reader.page(register.of, where, register.columns, path, page, order)
    return rows, reader.count(register.of, where, path)


def export(
    unit: Unit,
    book: FactBook,
    register: Register,
    as_of: AsOf,
    place_id: str | None,
    which: Standing = Standing.IN,
) -> Iterator[list[str | int | None]]:
    """Yield every row as people read it: titles for codes, yuan for fen; masked as on screen."""
    reader = subjects.reader(unit, book, as_of, Permission.REGISTERS_EXPORT)
    path = subjects.place_path(unit, place_id, Permission.REGISTERS_EXPORT)
    where = _condition(reader, register, which)
    for row in reader.stream(register.of, where, register.columns, path):
        yield [in_sheet(fact, row[fact.slug]) for fact in register.columns]


def _condition(reader: SubjectRepository, register: Register, which: Standing) -> Condition:
    if which is Standing.UNKNOWN:
        return reader.is_unsaid(register.where)
    return register.where
