"""Measures declared indicators in one pass per subject, fresh or from the last same question."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement

from jingzhun.factbook import AsOf, FactBook
from jingzhun.grammar.facts import Subject
from jingzhun.grammar.indicators import Count, Indicator, Tally, is_met, rate_bp, shortfall
from jingzhun.grammar.predicates import Predicate
from jingzhun.indicators.errors import UnknownIndicator
from jingzhun.indicators.schemas import Behind
from jingzhun.kit.paging import Page
from jingzhun.kit.unit import Unit
from jingzhun.policy import CATALOGUE
from jingzhun.policy.roles import Permission
from jingzhun.subjects import service as subjects
from jingzhun.subjects.repository import Counting, Row, SubjectRepository

_READ = Permission.INDICATORS_READ
_KEPT = 256


@dataclass(frozen=True)
class Measured:
    """An indicator's figures; `beside` in the order declared."""

    indicator: Indicator
    numerator: int
    denominator: int
    unknown: int
    missing: int
    floor_bp: int | None
    beside: tuple[int, ...] = ()

    @property
    def rate_bp(self) -> int | None:
        """The rate in basis points, rounded down."""
        return rate_bp(self.numerator, self.denominator)

    @property
    def is_met(self) -> bool | None:
        """Whether the floor is reached, exactly."""
        return is_met(self.numerator, self.denominator, self.floor_bp)

    @property
    def shortfall(self) -> int:
        """How far below the floor, for lists that show the worst first."""
        return shortfall(self.numerator, self.denominator, self.floor_bp)


class Snapshots:
    """The last answers by question and by the registry's last change; bounded, per process."""

    def __init__(self) -> None:
        self._kept: OrderedDict[object, list[Measured]] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: object) -> list[Measured] | None:
        """Return the answer to the very same question, if nothing changed since."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def put(self, key: object, answer: list[Measured]) -> None:
        """Keep an answer, letting the oldest go."""
        with self._lock:
            self._kept[key] = answer
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)


_SNAPSHOTS = Snapshots()


def find(slug: str) -> Indicator:
    """Return the declared indicator; raises UnknownIndicator."""
    indicator = CATALOGUE.find_indicator(slug)
    if indicator is None:
        raise UnknownIndicator(slug=slug)
    return indicator


def measure_all(
    unit: Unit, book: FactBook, as_of: AsOf, place_id: str | None, *, fresh: bool = False
) -> list[Measured]:
    """Measure every indicator for a place; the same question over an unchanged registry is kept."""
    reader = subjects.reader(unit, book, as_of, _READ)
    path = subjects.place_path(unit, place_id, _READ)
    key = (unit.connection.engine.url, unit.actor.paths(_READ), path, as_of, _stand(reader))
    kept = None if fresh else _SNAPSHOTS.get(key)
    if kept is None:
        kept = _measured(reader, CATALOGUE.indicators, path)
        _SNAPSHOTS.put(key, kept)
    return kept


def _stand(reader: SubjectRepository) -> tuple[object, ...]:
    """What an answer rests on: the registry's last change and the figures in force."""
    return (reader.last_change(), *(reader.figure(parameter) for parameter in CATALOGUE.parameters))


def _measured(
    reader: SubjectRepository, indicators: Sequence[Indicator], path: str | None
) -> list[Measured]:
    measured: dict[str, Measured] = {}
    for subject in {one.of for one in indicators}:
        of = [one for one in indicators if one.of is subject]
        counting = reader.counting()
        row = reader.tallies(subject, counting, _sums(counting, of), path)[0]
        measured |= {one.slug: _from_row(reader, one, i, row) for i, one in enumerate(of)}
    return [measured[one.slug] for one in indicators]


def _sums(
    counting: Counting, indicators: Sequence[Indicator]
) -> list[tuple[str, ColumnElement[int]]]:
    sums: list[tuple[str, ColumnElement[int]]] = []
    for i, one in enumerate(indicators):
        sums += [
            (f"n{i}", _total(counting, one.numerator)),
            (f"d{i}", _total(counting, one.denominator)),
            (f"u{i}", counting.is_unsaid(*_judged(one))),
            (f"m{i}", counting.holds(one.missing)),
        ]
        sums += [(f"b{i}_{j}", _total(counting, b.tally)) for j, b in enumerate(one.beside)]
    return sums


def _judged(indicator: Indicator) -> tuple[Predicate, ...]:
    """Whoever cannot be placed below the line, or is below it and cannot be placed above."""
    below = indicator.denominator.where
    return (below, below & indicator.numerator.where)


def _total(counting: Counting, tally: Tally) -> ColumnElement[int]:
    if isinstance(tally, Count):
        return counting.holds(tally.where)
    return counting.amount(tally.fact, tally.where)


def _from_row(reader: SubjectRepository, one: Indicator, i: int, row: Row) -> Measured:
    return Measured(
        one,
        int(row[f"n{i}"]),
        int(row[f"d{i}"]),
        int(row[f"u{i}"]),
        int(row[f"m{i}"]),
        one.floor_bp(reader.figure),
        tuple(int(row[f"b{i}_{j}"]) for j in range(len(one.beside))),
    )


def measure_one(
    unit: Unit, book: FactBook, indicator: Indicator, as_of: AsOf, place_id: str | None
) -> tuple[Measured, list[tuple[Row, Measured]]]:
    """Measure one indicator for a place, and for each village in it, the worst first."""
    reader = subjects.reader(unit, book, as_of, _READ)
    path = subjects.place_path(unit, place_id, _READ)
    whole = _measured(reader, [indicator], path)[0]
    counting = reader.counting()
    sums = _sums(counting, [indicator])
    rows = reader.tallies(indicator.of, counting, sums, path, by_village=True)
    villages = [(row, _from_row(reader, indicator, 0, row)) for row in rows]
    villages.sort(key=lambda pair: (-pair[1].shortfall, -pair[1].missing, pair[0]["path"]))
    return whole, villages


def behind(
    unit: Unit,
    book: FactBook,
    indicator: Indicator,
    which: Behind,
    as_of: AsOf,
    place_id: str | None,
    page: Page,
    sort: str | None,
) -> tuple[Sequence[Row], int]:
    """Return a page of the people behind a figure and how many they are."""
    reader = subjects.reader(unit, book, as_of, _READ)
    path = subjects.place_path(unit, place_id, _READ)
    order = subjects.sort_order(indicator.columns, sort)
    if which is Behind.UNKNOWN:
        condition: Any = reader.is_unsaid(*_judged(indicator))
    else:
        where = indicator.missing if which is Behind.MISSING else indicator.numerator.where
        condition = reader.condition(where)
    rows = reader.page(indicator.of, condition, indicator.columns, path, page, order)
    return rows, reader.count(indicator.of, condition, path)


def subject_noun(of: Subject) -> str:
    """The measure word people use: 人 or 户."""
    return {Subject.MEMBER: "人", Subject.HOUSEHOLD: "户", Subject.VILLAGE: "村"}[of]
