"""Exact apportionment: an integer amount spread over rows and columns at once.

Source: DOMAIN §6; controlled rounding (Bacharach 1966, “Matrix rounding problems”; Cox 1987, “A
constructive procedure for unbiased controlled rounding”). Integers only, no floats, no database.

The exact share of cell (i, j) is `total · row_i · column_j ÷ (Σrow · Σcolumn)`. Wanted are whole
numbers that sum to the total, where every cell, every row sum and every column sum is its exact
share or one of the two whole numbers beside it.

Why there always is one: the exact shares are a flow from rows to columns whose bounds (floor and
ceiling of each cell, row and column) are integers, so an integral flow within them exists.

How it is found:
1. Rows in the order given. A row's sum is the step of the running total, rounded up, which is
   the floor or the ceiling of its share, and all rows sum to the total. Its cells get their floors;
   the odd units go to the columns that lack most so far, never to a cell whose share is whole.
   Cells, rows and the total are now right; a column may still be a unit or two away.
2. While a column is out of bounds, one unit is passed from column to column along a shortest chain
   of rows, each of which gives one unit and takes one within its bounds (a row may also pass on its
   own odd unit). The difference to a right answer splits into such chains, so that one exists as
   long as a column is wrong; each makes the distance smaller by one, so this ends.

The same input gives the same answer; equal claims go to what stands first.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from math import gcd
from operator import add
from typing import NamedTuple

Matrix = list[list[int]]

_REMEMBERED = 1 << 16
# The chains run over columns, so a wide matrix is turned; a table of a few tiers never is.
_FEW = 16


class NotApportionable(ValueError):
    """The amount or a weight is no non-negative integer, or all weights are zero."""


def apportion(total_fen: int, row_weights: Sequence[int], column_weights: Sequence[int]) -> Matrix:
    """Spread `total_fen` by both weights at once; returns one list per row, in the order given.

    Cells sum to the total; every cell, row sum and column sum is less than 1 fen from its exact
    share; zero weights get zero. Raises NotApportionable (a ValueError) for all-zero weights.
    """
    _check([total_fen])
    rows, columns = _lowest(row_weights), _lowest(column_weights)
    if len(columns) > max(len(rows), _FEW):
        turned = _Spreading(total_fen, columns, rows).cells()
        return [list(cells) for cells in zip(*turned, strict=True)]
    return _Spreading(total_fen, rows, columns).cells()


def spread(total_fen: int, weights: Sequence[int]) -> list[int]:
    """Spread an amount over one list of weights: the sum is exact, each less than 1 fen away."""
    _check([total_fen])
    steps, reach, given = [], 0, 0
    lowest = _lowest(weights)
    whole = sum(lowest)
    for weight in lowest:
        reach += weight
        upto = -(-total_fen * reach // whole)
        steps.append(upto - given)
        given = upto
    return steps


def odd_units(
    total_fen: int, row_weights: Sequence[int], column_weights: Sequence[int], cells: Matrix
) -> Matrix:
    """Say where the odd units went: 1 where a cell got more than its share rounded down, else 0."""
    whole = sum(row_weights) * sum(column_weights)
    return [
        [
            cell - total_fen * row * column // whole
            for cell, column in zip(cells_of_row, column_weights, strict=True)
        ]
        for cells_of_row, row in zip(cells, row_weights, strict=True)
    ]


def _check(numbers: Sequence[int]) -> None:
    for number in numbers:
        if type(number) is not int or number < 0:
            raise NotApportionable("amounts and weights are non-negative integers")


def _lowest(weights: Sequence[int]) -> list[int]:
    """The weights without their common divisor, which changes no share."""
    _check(weights)
    divisor = gcd(*weights)
    if not divisor:
        raise NotApportionable("at least one weight must be above zero")
    return [weight // divisor for weight in weights]


class _Shares(NamedTuple):
    """One row: shares rounded down, what each lacks (in parts of `whole`), who may get one more."""

    floors: tuple[int, ...]
    lacks: tuple[int, ...]
    claimants: Sequence[int]
    base: int


class _Spreading:
    """The work on one matrix; `whole` is the common denominator of all exact shares."""

    def __init__(self, total: int, rows: list[int], columns: list[int]) -> None:
        common = gcd(total, sum(rows)) or 1
        self.total, self.rows, self.columns = total, rows, columns
        self.factor, self.row_whole = total // common, sum(rows) // common
        self.whole = self.row_whole * sum(columns)
        self.missing = [0] * len(columns)
        self._everyone: Sequence[int] = range(len(columns))
        self._known: dict[int, _Shares] = {}

    def cells(self) -> Matrix:
        """First pass and, where a column is still wrong, the second."""
        cells = self._first_pass()
        if any(abs(missing) >= self.whole for missing in self.missing):
            _Repair(self, cells).run()
        return cells

    def shares(self, weight: int) -> _Shares:
        """Exact shares of a row of this weight; rows of one weight share them."""
        found = self._known.get(weight)
        if found is None:
            row, whole = self.factor * weight, self.whole
            pairs = [divmod(row * column, whole) for column in self.columns]
            floors, lacks = zip(*pairs, strict=True)
            claimants = self._everyone
            if not all(lacks):
                claimants = [index for index in claimants if lacks[index]]
            found = _Shares(floors, lacks, claimants, sum(floors))
            if len(self._known) < _REMEMBERED:
                self._known[weight] = found
        return found

    def _first_pass(self) -> Matrix:
        cells, missing, whole = [], self.missing, self.whole
        factor, row_whole, shares_of = self.factor, self.row_whole, self.shares
        reach = given = 0
        for weight in self.rows:
            shares = shares_of(weight)
            reach += weight
            upto = -(-factor * reach // row_whole)
            odd = upto - given - shares.base
            given = upto
            row = list(shares.floors)
            missing = list(map(add, missing, shares.lacks))
            if odd:
                for index in _neediest(shares.claimants, missing, odd):
                    row[index] += 1
                    missing[index] -= whole
            cells.append(row)
        self.missing = missing
        return cells


def _neediest(claimants: Sequence[int], missing: list[int], count: int) -> Sequence[int]:
    """The `count` claimants that lack most; of equal ones those that stand first."""
    if count == len(claimants):
        return claimants
    if count == 1:
        return (max(claimants, key=missing.__getitem__),)
    return sorted(claimants, key=missing.__getitem__, reverse=True)[:count]


class _Repair:
    """Passes single units between columns until every column is within its bounds.

    The last node stands for the rows' own odd units: a row that got fewer holds one there.
    """

    def __init__(self, spreading: _Spreading, cells: Matrix) -> None:
        self.spreading, self.cells = spreading, cells
        total, columns = spreading.total, spreading.columns
        whole = sum(columns)
        self.low: list[int] = [total * column // whole for column in columns]
        self.high: list[int] = [-(-total * column // whole) for column in columns]
        self.sums: list[int] = [sum(column) for column in zip(*cells, strict=True)]
        self.nodes = len(columns) + 1

    def run(self) -> None:
        """Take units from columns above their bounds, then bring them to columns below."""
        while True:
            over = _first(one > high for one, high in zip(self.sums, self.high, strict=True))
            under = _first(one < low for one, low in zip(self.sums, self.low, strict=True))
            if over is not None:
                self._pass_on(over, 1)
            elif under is not None:
                self._pass_on(under, -1)
            else:
                return

    def _pass_on(self, start: int, way: int) -> None:
        """Move one unit out of `start` (way 1) or into it (way -1)."""
        end, came = self._chain(start, way)
        self.sums[start] -= way
        self.sums[end] += way
        while end != start:
            before, number = came[end]
            for node, change in ((before, -way), (end, way)):
                if node < self.nodes - 1:
                    self.cells[number][node] += change
            end = before

    def _chain(self, start: int, way: int) -> tuple[int, dict[int, tuple[int, int]]]:
        """Breadth first, so that no row is used twice in a chain."""
        came: dict[int, tuple[int, int]] = {}
        waiting, unseen = deque([start]), set(range(self.nodes)) - {start}
        while waiting:
            node = waiting.popleft()
            for number, weight in enumerate(self.spreading.rows):
                if not unseen:
                    break
                marks = self._marks(number, self.spreading.shares(weight))
                if marks[node] != way:
                    continue
                for reached in sorted(other for other in unseen if marks[other] == -way):
                    came[reached] = (node, number)
                    if self._has_room(reached, way):
                        return reached, came
                    unseen.discard(reached)
                    waiting.append(reached)
        raise AssertionError("integral flows exist within integral bounds")

    def _has_room(self, node: int, way: int) -> bool:
        if node == self.nodes - 1:
            return False
        held = self.sums[node]
        return held < self.high[node] if way > 0 else held > self.low[node]

    def _marks(self, number: int, shares: _Shares) -> list[int]:
        """Per node 1 where this row may give one unit, -1 where it may take one, 0 for neither."""
        row = self.cells[number]
        marks = [
            (1 if cell > floor else -1) if lack else 0
            for cell, floor, lack in zip(row, shares.floors, shares.lacks, strict=True)
        ]
        share = self.spreading.factor * self.spreading.rows[number]
        least, rest = divmod(share, self.spreading.row_whole)
        marks.append((1 if sum(row) == least else -1) if rest else 0)
        return marks


def _first(flags: Iterable[bool]) -> int | None:
    return next((index for index, flag in enumerate(flags) if flag), None)
