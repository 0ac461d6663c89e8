"""Spreads an amount received, as a preview: by a plan's heads and split, or by weights given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from jingzhun.funds.counting import Rounding
from jingzhun.funds.errors import NothingToSpread, WholeCountyOnly
from jingzhun.funds.repository.plans import PlanRepository
from jingzhun.funds.service.planning import spread_whole_units, tiers_of
from jingzhun.kit.unit import Unit
from jingzhun.policy.roles import Permission


@dataclass(frozen=True)
class Weight:
    """A row or column to spread over."""

    title: str
    weight: int


def by_plan(
    unit: Unit, amount_fen: int, plan_id: str, *, over_towns: bool, rounding: Rounding
) -> dict[str, Any]:
    """Spread over the villages or towns of a plan and its tiers; asked for the whole county."""
    repository = PlanRepository(unit, Permission.FUND_PLANS_READ)
    plan = repository.get(plan_id)
    if not repository.sees_whole(plan):
        raise WholeCountyOnly
    heads: dict[str, int] = {}
    for row in repository.villages(plan_id):
        title = row.town if over_towns else f"{row.town} {row.village}"
        heads[title] = heads.get(title, 0) + int(row.heads)
    columns = [Weight(tier["title"], tier["weight"]) for tier in tiers_of(plan)]
    rows = [Weight(title, weight) for title, weight in heads.items()]
    return by_weights(amount_fen, rows, columns, rounding)


def by_weights(
    amount_fen: int, rows: Sequence[Weight], columns: Sequence[Weight], rounding: Rounding
) -> dict[str, Any]:
    """Spread over rows and columns given; refuse weights that are all zero."""
    across, down = [one.weight for one in columns], [one.weight for one in rows]
    if not any(across) or not any(down):
        raise NothingToSpread
    cells, odd = spread_whole_units(amount_fen, rounding.unit_fen, rounding.words, down, across)
    total = Fraction(amount_fen, sum(down))
    return {
        "amount_fen": amount_fen,
        "rounding": rounding,
        "columns": [
            {
                **vars(one),
                "amount_fen": sum(row[at] for row in cells),
                "exact": exact(Fraction(amount_fen * one.weight, sum(across))),
                "odd": sum(row[at] for row in odd),
            }
            for at, one in enumerate(columns)
        ],
        "rows": [
            {
                **vars(one),
                "amount_fen": sum(amounts),
                "exact": exact(total * one.weight),
                "cells": [
                    {
                        "amount_fen": amount,
                        "exact": exact(total * one.weight * part / sum(across)),
                        "odd": mark,
                    }
                    for amount, mark, part in zip(amounts, marks, across, strict=True)
                ],
            }
            for one, amounts, marks in zip(rows, cells, odd, strict=True)
        ],
        "odd_units": sum(map(sum, odd)),
    }


def exact(share: Fraction) -> str:
    """A share in fen, exactly: whole fen, and what is left as a fraction."""
    whole, rest = divmod(share.numerator, share.denominator)
    return f"{whole} {rest}/{share.denominator}" if rest else str(whole)
