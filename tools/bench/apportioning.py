"""S7: spreading an amount over a million rows and four tiers, in plain integers."""

from __future__ import annotations

import random
from statistics import median
from time import perf_counter

from jingzhun.funds.apportionment import apportion

ROWS = 1_000_000
SPLIT = [60, 30, 5, 5]
TOTAL_FEN = 2_000_000_000_007


def measure(*, rows: int = ROWS, rounds: int = 3) -> list[dict[str, object]]:
    """Return one row per case: name, median seconds of `rounds`, goal of QUALITY S7."""
    chance = random.Random(84)  # noqa: S311 - made-up weights, the same in every run
    cases = (
        ("1 M persons × 4 tiers", [1] * rows, 3.0),
        ("10⁶ × 4, distinct weights", [chance.randrange(10**9) for _ in range(rows)], 10.0),
    )
    return [
        {
            "figure": "S7",
            "case": name,
            "seconds": round(median(_timed(weights) for _ in range(rounds)), 2),
            "goal_seconds": goal,
            "rows": rows,
        }
        for name, weights, goal in cases
    ]


def _timed(weights: list[int]) -> float:
    started = perf_counter()
    apportion(TOTAL_FEN, weights, SPLIT)
    return perf_counter() - started
