"""S7: spreading an amount over a million rows and four tiers, and counting heads for it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime
from statistics import median
from time import perf_counter, process_time

from jingzhun.funds.apportionment import apportion
from jingzhun.funds.counting import HOUSEHOLD_MEMBERS, Basis
from jingzhun.funds.repository.registry import RegistryRepository
from tools.bench.figures import Figure
from tools.bench.stores import Store, everybody

ROWS = 1_000_000
SPLIT = [60, 30, 5, 5]
TOTAL_FEN = 2_000_000_000_007
_BASIS = Basis(HOUSEHOLD_MEMBERS, counts_weak=False)


def measure(*, rows: int = ROWS, rounds: int = 3) -> Iterator[Figure]:
    """Yield the two cases in plain integers: persons of equal weight, and distinct weights."""
    chance = random.Random(84)  # noqa: S311 - made-up weights, the same in every run
    cases = (
        (f"{rows:,} persons × 4", [1] * rows, 3.0),
        (f"{rows:,} × 4, distinct", [chance.randrange(10**9) for _ in range(rows)], 10.0),
    )
    for name, weights, goal in cases:
        taken = [_timed(weights) for _ in range(rounds)]
        # One thread does nothing but this: what the processor took is what a free core takes.
        worked = median(one[1] for one in taken)
        measured: dict[str, float | int | str] = {
            "seconds": round(median(one[0] for one in taken), 2),
            "cpu": round(worked, 2),
        }
        yield Figure("S7", name, "", measured, f"≤ {goal:g} s of one core", worked <= goal)


def on_a_store(store: Store, *, rounds: int = 3) -> Iterator[Figure]:
    """Yield how long counting every head of the store and spreading over its villages takes."""
    with store.context() as context:
        taken, weights = [], [0]
        for _ in range(rounds):
            started = perf_counter()
            with context.database.read(everybody(), now=datetime.now(UTC)) as unit:
                heads = RegistryRepository(unit, unit.today, "/").count(_BASIS)
            weights = [one.by(_BASIS) for one in heads.values()]
            apportion(TOTAL_FEN, weights, SPLIT)
            taken.append(perf_counter() - started)
    measured: dict[str, float | int | str] = {
        "seconds": round(median(taken), 2), "counted": sum(weights), "villages": len(weights),
    }  # fmt: skip
    yield Figure("S7", "heads counted and spread", store.kind, measured)


def _timed(weights: list[int]) -> tuple[float, float]:
    """Seconds on the wall, and of the processor: the machine may be busy with others."""
    started, worked = perf_counter(), process_time()
    apportion(TOTAL_FEN, weights, SPLIT)
    return perf_counter() - started, process_time() - worked
