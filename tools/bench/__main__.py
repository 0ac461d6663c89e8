"""`python -m tools.bench [--households N] [--store sqlite|postgresql|both] [--only S1,S2]`."""

from __future__ import annotations

import argparse
import os
import platform
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import orjson

from tools.bench import apportioning, importing, pages, reading, stores
from tools.bench.figures import Figure
from tools.bench.stores import Store

SMALL = 2_500
Measure = Callable[[Store], Iterator[Figure]]

# What is measured on each filled store, by the figures it answers.
ON_A_STORE: dict[str, Measure] = {
    "S1": reading.against_the_limit,
    "S3": reading.searching,
    "S5": pages.exports,
    "S6": pages.indicators,
    "S7": apportioning.on_a_store,
    "S13": pages.starting,
}
# Figures that one measurement answers together.
TOGETHER = {"S2": "S1"}


def arguments(given: list[str]) -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(prog="python -m tools.bench", description=__doc__)
    parser.add_argument("--households", type=int, default=20_000, help="of four members each")
    parser.add_argument("--rows", type=int, default=100_000, help="people in the workbook of S4")
    parser.add_argument("--store", choices=("sqlite", "postgresql", "both"), default="both")
    parser.add_argument("--only", default="", help="figures, such as S1,S2,S6")
    parser.add_argument("--json", type=Path, default=Path("bench.json"), help="where to write")
    parser.add_argument("--keep", type=Path, help="folder in which SQLite stores are kept")
    return parser.parse_args(given)


def measured(asked: argparse.Namespace) -> Iterator[Figure]:
    """Every figure asked for; one that cannot be measured says why and the rest goes on."""
    only = {one.strip().upper() for one in asked.only.split(",") if one.strip()}
    only = {TOGETHER.get(one, one) for one in only}

    def wanted(key: str) -> bool:
        return not only or key in only

    kinds = ("sqlite", "postgresql") if asked.store == "both" else (asked.store,)
    if wanted("S7"):
        yield from _tried("S7", "", apportioning.measure)
    for kind in kinds:
        if wanted("S4"):
            yield from _tried("S4", kind, partial(importing.importing, kind, asked.rows))
        if any(wanted(key) for key in (*ON_A_STORE, "S12")):
            yield from _on_a_store(kind, asked, wanted)


def _on_a_store(
    kind: str, asked: argparse.Namespace, wanted: Callable[[str], bool]
) -> Iterator[Figure]:
    with ExitStack() as held:
        store = held.enter_context(stores.made(kind, asked.households, asked.keep))
        seconds = {"seconds": round(store.load_seconds, 1)}
        yield Figure("data", f"{asked.households} households made", kind, {**seconds})
        for key, measure in ON_A_STORE.items():
            if wanted(key):
                yield from _tried(key, kind, partial(measure, store))
        if wanted("S12"):
            small = held.enter_context(stores.made(kind, SMALL, asked.keep))
            yield from _tried("S12", kind, partial(reading.growth, small, store))


def _tried(key: str, kind: str, measure: Callable[[], Iterator[Figure]]) -> Iterator[Figure]:
    try:
        yield from measure()
    except Exception as error:  # noqa: BLE001 - a bench reports, it never fails
        traceback.print_exc()
        yield Figure(key, "not measured", kind, {}, note=f"{type(error).__name__}: {error}")


def main(given: list[str]) -> None:
    """Measure, print, write."""
    asked = arguments(given)
    machine = {
        "cores": os.cpu_count(), "python": platform.python_version(),
        "load": round(os.getloadavg()[0], 1), "households": asked.households,
        "at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        "postgresql": "fsync and synchronous_commit off: a server of the tests",
    }  # fmt: skip
    print("  ".join(f"{name} {value}" for name, value in machine.items()), flush=True)
    figures = []
    for figure in measured(asked):
        figures.append(figure.as_json())
        print(figure.line(), flush=True)
    content = {"machine": machine, "figures": figures}
    asked.json.write_bytes(orjson.dumps(content, option=orjson.OPT_INDENT_2))
    print(f"written: {asked.json}")


if __name__ == "__main__":
    main(sys.argv[1:])
