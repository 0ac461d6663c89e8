"""The amount is spread exactly: properties, a brute-force oracle, and the second pass on its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from jingzhun.funds import apportionment
from jingzhun.funds.apportionment import (
    Matrix,
    NotApportionable,
    apportion,
    odd_units,
    spread,
)

SPLIT = [60, 30, 5, 5]
SEARCHED = (4, [7, 4, 3], [1, 3])
WEIGHTS = st.one_of(
    st.integers(0, 3),
    st.sampled_from([0, 1, 60, 30, 5, 97, 10**6, 10**6 + 1]),
    st.integers(0, 10**20),
)
TOTALS = st.one_of(st.integers(0, 40), st.integers(0, 10**6), st.integers(0, 10**24))


def faults(total: int, rows: Sequence[int], columns: Sequence[int], cells: Matrix) -> Iterator[str]:
    """Every promise of the docstring that is not kept, checked with exact fractions."""
    shape = (len(cells), {len(row) for row in cells})
    if shape != (len(rows), {len(columns)}):
        yield "shape"
    if sum(map(sum, cells)) != total:
        yield "the cells do not sum to the amount"
    whole_rows, whole_columns = sum(rows), sum(columns)
    for weight, row in zip(rows, cells, strict=True):
        if abs(sum(row) - Fraction(total * weight, whole_rows)) >= 1:
            yield f"row {weight}"
        for other, cell in zip(columns, row, strict=True):
            exact = Fraction(total * weight * other, whole_rows * whole_columns)
            if abs(cell - exact) >= 1 or (not exact and cell):
                yield f"cell {weight} x {other}"
    for other, column in zip(columns, zip(*cells, strict=True), strict=True):
        if abs(sum(column) - Fraction(total * other, whole_columns)) >= 1:
            yield f"column {other}"


@settings(max_examples=600, deadline=None)
@given(
    TOTALS, st.lists(WEIGHTS, min_size=1, max_size=30), st.lists(WEIGHTS, min_size=1, max_size=6)
)
def test_every_promise_is_kept(total: int, rows: list[int], columns: list[int]) -> None:
    assume(any(rows) and any(columns))
    cells = apportion(total, rows, columns)
    assert not list(faults(total, rows, columns, cells))
    assert cells == apportion(total, rows, columns)
    assert {mark for row in odd_units(total, rows, columns, cells) for mark in row} <= {0, 1}


@settings(max_examples=150, deadline=None)
@given(
    TOTALS, st.lists(WEIGHTS, min_size=1, max_size=7), st.lists(WEIGHTS, min_size=1, max_size=40)
)
def test_more_columns_than_rows(total: int, rows: list[int], columns: list[int]) -> None:
    assume(any(rows) and any(columns))
    assert not list(faults(total, rows, columns, apportion(total, rows, columns)))


@settings(max_examples=150, deadline=None)
@given(
    st.integers(0, 12),
    st.lists(st.integers(0, 5), min_size=1, max_size=3),
    st.lists(st.integers(0, 5), min_size=1, max_size=3),
)
def test_the_answer_is_among_all_right_ones(
    total: int, rows: list[int], columns: list[int]
) -> None:
    """The oracle tries every matrix of floors and ceilings and keeps those without fault."""
    assume(any(rows) and any(columns))
    whole = sum(rows) * sum(columns)
    choices = [
        sorted({total * row * column // whole, -(-total * row * column // whole)})
        for row in rows
        for column in columns
    ]
    width = len(columns)
    right = [
        cells
        for flat in product(*choices)
        if not list(
            faults(total, rows, columns, cells := [
                list(flat[start : start + width]) for start in range(0, len(flat), width)
            ])
        )
    ]  # fmt: skip
    assert apportion(total, rows, columns) in right


@settings(max_examples=300, deadline=None)
@given(
    st.integers(0, 10**6),
    st.lists(st.integers(0, 50), min_size=1, max_size=25),
    st.lists(st.integers(0, 50), min_size=1, max_size=5),
    st.randoms(use_true_random=False),
)
def test_the_second_pass_mends_the_worst_first_pass(
    total: int, rows: list[int], columns: list[int], chance: object
) -> None:
    """Odd units of each row are put anywhere they may go; the chains must still find a way."""
    assume(any(rows) and any(columns) and len(columns) <= len(rows))
    work = apportionment._Spreading(
        total, apportionment._lowest(rows), apportionment._lowest(columns)
    )
    cells = []
    for weight, wanted in zip(work.rows, spread(total, rows), strict=True):
        shares = work.shares(weight)
        row = list(shares.floors)
        picked = list(shares.claimants)
        chance.shuffle(picked)  # type: ignore[attr-defined]
        for index in picked[: wanted - shares.base]:
            row[index] += 1
        cells.append(row)
    apportionment._Repair(work, cells).run()
    assert not list(faults(total, rows, columns, cells))


def test_one_sided_first_pass_is_mended() -> None:
    """All odd fen of 1,000 villages in the first tier: hundreds of units must be passed on."""
    rows, total = [1] * 1000, 2_333
    work = apportionment._Spreading(total, rows, [1, 1, 1, 1])
    cells = []
    for wanted in spread(total, rows):
        base = list(work.shares(1).floors)
        for index in range(wanted - sum(base)):
            base[index] += 1
        cells.append(base)
    assert list(faults(total, rows, [1, 1, 1, 1], cells))
    apportionment._Repair(work, cells).run()
    assert not list(faults(total, rows, [1, 1, 1, 1], cells))


def test_a_case_the_first_pass_alone_gets_wrong() -> None:
    """Found by search: without the second pass a column is a whole fen from its share."""
    total, rows, columns = SEARCHED
    work = apportionment._Spreading(total, rows, columns)
    assert list(faults(total, rows, columns, work._first_pass()))
    assert not list(faults(total, rows, columns, apportion(total, rows, columns)))


def test_the_split_of_the_scheme() -> None:
    """
    heads  province  helper city  prefecture  district
    1          12,000        6,000       1,000     1,000 yuan
    """
    assert apportion(2_000_000, [1], SPLIT) == [[1_200_000, 600_000, 100_000, 100_000]]
    assert apportion(2_000_000 * 3, [1, 0, 2], SPLIT) == [
        [1_200_000, 600_000, 100_000, 100_000],
        [0, 0, 0, 0],
        [2_400_000, 1_200_000, 200_000, 200_000],
    ]


def test_one_odd_fen_goes_to_the_greatest_claim() -> None:
    cells = apportion(1, [1, 1], SPLIT)
    assert cells == [[1, 0, 0, 0], [0, 0, 0, 0]]
    assert odd_units(1, [1, 1], SPLIT, cells) == cells


def test_nothing_to_spread_leaves_zeros() -> None:
    assert apportion(0, [3, 4], SPLIT) == [[0] * 4] * 2


@pytest.mark.parametrize(
    ("total", "rows", "columns"),
    [
        (1, [], SPLIT),
        (1, [1], []),
        (1, [0, 0], SPLIT),
        (1, [1], [0, 0]),
        (0, [0], SPLIT),
        (-1, [1], SPLIT),
        (1, [-1, 2], SPLIT),
        (1, [1], [2, -1]),
        (1.5, [1], SPLIT),
        (1, [1.0], SPLIT),
        (True, [1], SPLIT),
    ],
)
def test_what_cannot_be_spread_is_refused(total: int, rows: list[int], columns: list[int]) -> None:
    with pytest.raises(NotApportionable):
        apportion(total, rows, columns)


@settings(max_examples=300, deadline=None)
@given(TOTALS, st.lists(WEIGHTS, min_size=1, max_size=30))
def test_one_list_of_weights(total: int, weights: list[int]) -> None:
    assume(any(weights))
    parts = spread(total, weights)
    assert sum(parts) == total
    for part, weight in zip(parts, weights, strict=True):
        exact = Fraction(total * weight, sum(weights))
        assert abs(part - exact) < 1
        assert exact or not part


def test_a_common_divisor_changes_nothing() -> None:
    rows = [3, 7, 0, 11, 5]
    assert apportion(10_007, rows, SPLIT) == apportion(
        10_007, [one * 6 for one in rows], [12, 6, 1, 1]
    )
