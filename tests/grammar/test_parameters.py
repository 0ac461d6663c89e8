"""A figure holds until a later one replaces it; an order replaces what was declared."""

import pytest

from jingzhun.grammar.clauses import Clause
from jingzhun.grammar.facts import Kind
from jingzhun.grammar.parameters import (
    Figure,
    FigureValue,
    Parameter,
    Part,
    Revision,
    figures_of,
    in_force,
)

CLAUSE = Clause("X-1", "一", "试", "试试试试试试")
LINE = Parameter(
    "line", "标准", Kind.MONEY, CLAUSE, (Figure(2018, 100, "甲"), Figure(2020, 120, "乙"))
)
SPLIT = Parameter(
    "split", "比例", Kind.SPLIT, CLAUSE, (Figure(2018, (60, 40), "甲"),),
    parts=(Part("a", "甲"), Part("b", "乙")),
)  # fmt: skip


def order(year: int, value: FigureValue, parameter: str = "line") -> Revision:
    return Revision(parameter, Figure(year, value, "令"))


@pytest.mark.parametrize(
    ("year", "value"), [(2017, None), (2018, 100), (2019, 100), (2020, 120), (2026, 120)]
)
def test_declared_figures(year: int, value: int | None) -> None:
    figure = LINE.in_force(year)
    assert (figure.value if figure else None) == value


@pytest.mark.parametrize(
    ("revisions", "year", "value"),
    [
        ([order(2019, 110)], 2019, 110),
        ([order(2019, 110)], 2020, 120),
        ([order(2020, 125)], 2021, 125),
        ([order(2020, 125), order(2020, 126)], 2021, 126),
        ([order(2021, 130), order(2019, 110)], 2026, 130),
        ([order(2019, 110, "other")], 2019, 100),
        ([order(2016, 90)], 2017, 90),
    ],
)
def test_orders_beside_declared_figures(revisions: list[Revision], year: int, value: int) -> None:
    figure = in_force(LINE, year, revisions)
    assert figure is not None
    assert figure.value == value
    assert figures_of(year, revisions)(LINE) == value


@pytest.mark.parametrize(
    ("parameter", "value", "fits"),
    [
        (LINE, 1, True),
        (LINE, -1, False),
        (LINE, True, False),
        (LINE, "1", False),
        (SPLIT, (1, 0), True),
        (SPLIT, (0, 0), False),
        (SPLIT, (1, 2, 3), False),
        (SPLIT, (1, -1), False),
        (SPLIT, 100, False),
    ],
)
def test_what_an_order_may_enter(parameter: Parameter, value: object, fits: bool) -> None:
    assert parameter.accepts(value) is fits


def test_problems_are_all_named() -> None:
    wrong = Parameter("w", "错", Kind.COUNT, CLAUSE, (Figure(2018, -1, ""), Figure(2018, 2, "甲")))
    assert list(wrong.problems()) == [
        "parameter w: a year is stated twice",
        "parameter w: 2018 is not a count value",
        "parameter w: 2018 has no legal basis",
    ]
