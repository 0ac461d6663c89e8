"""Proves that a stored plan adds up: sums exact, every share within one unit. Pure, integers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One village: heads, its amount and what each tier pays of it, in fen."""

    heads: int
    amount_fen: int
    cells_fen: Mapping[str, int]


@dataclass(frozen=True)
class Matrix:
    """A plan as stored; `unit_fen` is what it was rounded to, `people` how many were frozen."""

    total_fen: int
    heads: int
    people: int
    unit_fen: int
    split: Mapping[str, int]
    rows: Sequence[Row]


def faults(matrix: Matrix) -> Iterator[str]:
    """Yield in Chinese what does not add up; nothing where the plan is whole."""
    if sum(row.heads for row in matrix.rows) != matrix.heads:
        yield "各村人数之和与方案人数不符"
    if matrix.people != matrix.heads:
        yield "计入人员名单与方案人数不符"
    if sum(sum(row.cells_fen.values()) for row in matrix.rows) != matrix.total_fen:
        yield "各村各级金额之和与方案总额不符"
    if any(sum(row.cells_fen.values()) != row.amount_fen for row in matrix.rows):
        yield "有村的各级金额之和与该村合计不符"
    if any(amount % matrix.unit_fen for row in matrix.rows for amount in row.cells_fen.values()):
        yield "有金额不是取整单位的整数倍"
    yield from _far_shares(matrix)


def _far_shares(matrix: Matrix) -> Iterator[str]:
    weights = sum(matrix.split.values())
    for row in matrix.rows:
        due = matrix.total_fen * row.heads
        if abs(row.amount_fen * matrix.heads - due) >= matrix.unit_fen * matrix.heads:
            yield "有村的合计偏离应得份额一个单位以上"
        for tier, weight in matrix.split.items():
            whole = matrix.heads * weights
            if abs(row.cells_fen[tier] * whole - due * weight) >= matrix.unit_fen * whole:
                yield "有单元格偏离应得份额一个单位以上"
    for tier, weight in matrix.split.items():
        paid = sum(row.cells_fen[tier] for row in matrix.rows)
        if abs(paid * weights - matrix.total_fen * weight) >= matrix.unit_fen * weights:
            yield "有一级的合计偏离应得份额一个单位以上"
