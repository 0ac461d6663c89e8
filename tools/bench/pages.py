"""S5, S6, S13: exports, indicators, and what a server costs before anybody asks."""

from __future__ import annotations

import time
from collections.abc import Iterator
from statistics import median

import orjson

from tools.bench import load, reading, servers
from tools.bench.figures import Figure
from tools.bench.servers import Server
from tools.bench.stores import Store

ROUNDS = 5
_EXPORTED = 100_000
_EXPORT_GOALS = {"csv": 2.0, "xlsx": 5.0}
_REGISTER = "labour"
_ALL_MEMBERS = 1_000_000
_FRESH_SECONDS, _KEPT_MS, _VILLAGE_MS = 2.0, 50.0, 100.0
_START_SECONDS, _IDLE_MB = 2.0, 150.0


def exports(store: Store) -> Iterator[Figure]:
    """S5: the largest register as CSV and as a workbook, over the wire, and the memory it took."""
    with servers.full(store) as full:
        url = f"/api/v1/registers/{_REGISTER}"
        _, body = load.fetch(full.port, load.request("GET", f"{url}?page_size=1", full.headers))
        rows = int(orjson.loads(body)["total"])
        for kind, goal in _EXPORT_GOALS.items():
            before, times, size = full.rss_mb, [], 0
            for _ in range(3):
                began = time.perf_counter()
                sent = load.request("GET", f"{url}.{kind}", full.headers)
                status, body = load.fetch(full.port, sent)
                times.append(time.perf_counter() - began)
                if status != 200:
                    raise RuntimeError(f"{status} {body[:200]!r}")
                size = len(body)
            whole = median(times)
            scaled = round(whole / max(rows, 1) * _EXPORTED, 2)
            measured: dict[str, float | int | str] = {
                "seconds": round(whole, 2), "rows": rows, "per_100k": scaled,
                "bytes": size, "grew_mb": round(full.rss_mb - before),
            }  # fmt: skip
            yield Figure(
                "S5", f"register as {kind}", store.kind, measured,
                f"≤ {goal} s for 100,000 rows", scaled <= goal,
            )  # fmt: skip


def indicators(store: Store) -> Iterator[Figure]:
    """S6: all of the district computed fresh (a day nobody asked about yet), again, one village."""
    with servers.full(store) as full:
        days = [f"2018-0{month}-15" for month in range(1, 7)]
        _seconds(full, "?at=2017-12-15")
        fresh = [_seconds(full, f"?at={day}") for day in days[:ROUNDS]]
        kept = [_seconds(full, f"?at={days[0]}") for _ in range(ROUNDS)]
        today = _seconds(full, "")
        villages = reading.villages(store)
        few = [_seconds(full, f"?place={one}") for one, _ in villages[:ROUNDS]]
    share = store.households * 4 / _ALL_MEMBERS
    measured: dict[str, float | int | str] = {
        "fresh_s": round(median(fresh), 3), "today_s": round(today, 3),
        "kept_ms": round(median(kept) * 1000, 1), "village_ms": round(median(few) * 1000, 1),
    }  # fmt: skip
    yield Figure(
        "S6", "all indicators", store.kind, measured,
        f"≤ {_FRESH_SECONDS * share:.2f} s fresh, ≤ {_KEPT_MS:.0f} ms kept, "
        f"≤ {_VILLAGE_MS:.0f} ms a village",
        median(fresh) <= max(_FRESH_SECONDS * share, _VILLAGE_MS / 1000)
        and median(kept) * 1000 <= _KEPT_MS and median(few) * 1000 <= _VILLAGE_MS,
    )  # fmt: skip


def _seconds(full: Server, query: str) -> float:
    sent = load.request("GET", f"/api/v1/indicators{query}", full.headers)
    found = load.run(full.port, [sent], connections=1, seconds=0.001)
    if found.failures:
        raise RuntimeError(f"indicators answered {found.failures}")
    return found.times[0]


def starting(store: Store) -> Iterator[Figure]:
    """S13: from the command to the first answer, and the memory of an idle worker."""
    times, sizes = [], []
    for _ in range(ROUNDS):
        with servers.full(store) as full:
            times.append(full.started_seconds)
            sizes.append(full.rss_mb)
    measured: dict[str, float | int | str] = {
        "seconds": round(median(times), 2), "rss_mb": round(median(sizes)),
        "first_s": round(times[0], 2),
    }  # fmt: skip
    yield Figure(
        "S13", "serve, first answer", store.kind, measured,
        f"≤ {_START_SECONDS} s, ≤ {_IDLE_MB:.0f} MB",
        median(times) <= _START_SECONDS and median(sizes) <= _IDLE_MB,
    )  # fmt: skip
