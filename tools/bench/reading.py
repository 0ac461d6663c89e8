"""S1, S2, S3, S12: lists, records and search, against the bare limit and against a small store."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

import orjson
from sqlalchemy import select

from jingzhun.households.models import household
from tools.bench import load, people, servers, stores
from tools.bench.figures import Figure
from tools.bench.load import Run
from tools.bench.servers import Server
from tools.bench.stores import Store

CONNECTIONS = 16
ROUNDS = 5
SECONDS = 1.5
USERS, THINK, SEARCH_SECONDS = 50, 1.0, 12.0
_DISTRICT = ("/440840/", "/4408400")
_GOALS = {
    ("S1", "sqlite"): 0.60, ("S1", "postgresql"): 0.50,
    ("S2", "sqlite"): 0.50, ("S2", "postgresql"): 0.50,
}  # fmt: skip
_FIRST = {"sqlite": 0.45, "postgresql": 0.40}
_SEARCH_MS, _LIST_MS, _GROWTH = 150, 100, 1.5


@dataclass
class Pages:
    """The same pages asked of both servers."""

    key: str
    case: str
    full: list[bytes]
    bare: list[bytes]


def against_the_limit(store: Store) -> Iterator[Figure]:
    """S1 and S2: the full stack and the bare one in turn, five times."""
    with servers.full(store) as full, servers.bare(store) as bare:
        for pages in _pages(store, full):
            cold = [_first_ms(full, pages.full[0]), _first_ms(bare, pages.bare[0])]
            for server, sent in ((full, pages.full), (bare, pages.bare)):
                load.run(server.port, sent, connections=CONNECTIONS, seconds=0.5)
            yield _compared(store, pages, full, bare, cold)


def _compared(
    store: Store, pages: Pages, full: Server, bare: Server, cold: Sequence[float]
) -> Figure:
    runs: dict[str, list[Run]] = {"full": [], "bare": []}
    used = {"full": 0.0, "bare": 0.0}
    for _ in range(ROUNDS):
        for name, server, sent in (("full", full, pages.full), ("bare", bare, pages.bare)):
            before = server.cpu_seconds
            found = load.run(server.port, sent, connections=CONNECTIONS, seconds=SECONDS)
            used[name] += server.cpu_seconds - before
            runs[name].append(found)
    ratios = [a.rate / b.rate for a, b in zip(runs["full"], runs["bare"], strict=True)]
    ratio, goal = round(median(ratios), 2), _GOALS.get((pages.key, store.kind), 0.0)
    answers = {name: sum(len(one.times) for one in runs[name]) for name in runs}
    measured: dict[str, float | int | str] = {
        "ratio": ratio,
        "full/s": round(median(one.rate for one in runs["full"])),
        "bare/s": round(median(one.rate for one in runs["bare"])),
        "cpu_us": round(used["full"] / max(1, answers["full"]) * 1e6),
        "bare_cpu_us": round(used["bare"] / max(1, answers["bare"]) * 1e6),
        "p50_ms": round(median(one.p50_ms for one in runs["full"]), 1),
        "p95_ms": round(median(one.p95_ms for one in runs["full"]), 1),
        "cold_ms": round(cold[0], 1),
        "bare_cold_ms": round(cold[1], 1),
        "failures": sum(sum(one.failures.values()) for one in runs["full"]),
    }
    words = f"≥ {goal} of the limit, first version {_FIRST[store.kind]}" if goal else ""
    return Figure(
        pages.key, pages.case, store.kind, measured, words, ratio >= goal if goal else None
    )


def _first_ms(server: Server, sent: bytes) -> float:
    found = load.run(server.port, [sent], connections=1, seconds=0.001)
    return found.p50_ms


def _pages(store: Store, full: Server) -> Iterator[Pages]:
    places = villages(store)
    lists: tuple[list[bytes], list[bytes]] = ([], [])
    for village_id, path in places[:20]:
        url = f"/api/v1/households?place={village_id}&limit=50"
        low_high = f"low={path}&high={path[:-1]}0"
        _, body = load.fetch(full.port, load.request("GET", url, full.headers))
        first = orjson.loads(body)
        lists[0].append(load.request("GET", url, full.headers))
        lists[1].append(load.request("GET", f"/list?{low_high}"))
        if first["next_cursor"]:
            last = first["items"][-1]["household_no"]
            url += f"&cursor={first['next_cursor']}"
            lists[0].append(load.request("GET", url, full.headers))
            after = f"after_path={path}&after_no={last}"
            lists[1].append(load.request("GET", f"/list?{low_high}&{after}"))
    yield Pages("S1", "list, 50 by cursor", *lists)
    yield Pages(
        "S1", "list, page 1 and total",
        [load.request("GET", "/api/v1/households?page=1&page_size=50", full.headers)],
        [load.request("GET", f"/page?low={_DISTRICT[0]}&high={_DISTRICT[1]}")],
    )  # fmt: skip
    ids = _ids(store, 200)
    yield Pages(
        "S2", "one household",
        [load.request("GET", f"/api/v1/households/{one}", full.headers) for one in ids],
        [load.request("GET", f"/detail?id={one}") for one in ids],
    )  # fmt: skip


def villages(store: Store) -> list[tuple[str, str]]:
    """Id and path of every village."""
    with store.context() as context:
        return [(one.id, one.path) for one in stores.villages_of(context)]


def _ids(store: Store, count: int) -> list[str]:
    with store.context() as context, context.database.read(stores.everybody()) as unit:
        found = list(unit.execute(select(household.c.id).order_by(household.c.id)).scalars())
    return found[:: max(1, len(found) // count)][:count]


def searching(store: Store) -> Iterator[Figure]:
    """S3: fifty users who think for a second between two searches, or two lists."""
    with servers.full(store) as full:
        sent = [
            load.request(
                "POST", "/api/v1/households/search", full.headers, orjson.dumps({"text": text})
            )
            for text in _searched()
        ]
        load.run(full.port, sent, connections=4, seconds=1.0)
        found = load.run(full.port, sent, connections=USERS, seconds=SEARCH_SECONDS, think=THINK)
        yield _waited(store, "search, 50 users", found, _SEARCH_MS)
        pages = [
            load.request("GET", f"/api/v1/households?{rest}", full.headers)
            for rest in ("page=1", "page=2", "kind=dibao_poor", "state=poor&has_able=no",
                         "sort=-net_income_per_head_fen", "cause=1&cause=2")
        ]  # fmt: skip
        found = load.run(full.port, pages, connections=USERS, seconds=SEARCH_SECONDS, think=THINK)
        yield _waited(store, "filtered list, 50 users", found, _LIST_MS)


def _waited(store: Store, case: str, found: Run, most: int) -> Figure:
    measured: dict[str, float | int | str] = {
        "p50_ms": round(found.p50_ms, 1), "p95_ms": round(found.p95_ms, 1),
        "answers": len(found.times), "failures": sum(found.failures.values()),
    }  # fmt: skip
    return Figure("S3", case, store.kind, measured, f"p95 ≤ {most} ms", measured["p95_ms"] <= most)  # type: ignore[operator]


def _searched() -> list[str]:
    """Names, initials and last digits of people who are there, and of some who are not."""
    chance = random.Random(7)  # noqa: S311 - the same in every run
    texts: list[str] = []
    for serial in range(60):
        texts.append(people.name(chance))
        number = people.id_number(serial, people.born(serial), female=False)
        texts += [number[-4:], number[-6:], number]
        texts.append("".join(chance.choices("clwzhyxg", k=chance.choice((2, 3)))))
    return texts


def growth(small: Store, large: Store) -> Iterator[Figure]:
    """S12: the same pages of a small and a large registry, in turn."""
    with servers.full(small) as a, servers.full(large) as b:
        for few, many in zip(_pages(small, a), _pages(large, b), strict=True):
            times: dict[str, list[float]] = {"small": [], "large": []}
            for name, server, sent in [("small", a, few.full), ("large", b, many.full)] * ROUNDS:
                found = load.run(server.port, sent, connections=1, seconds=0.5)
                times[name].append(found.p50_ms)
            ratio = round(median(times["large"]) / median(times["small"]), 2)
            measured: dict[str, float | int | str] = {
                "ratio": ratio,
                "small_p50_ms": round(median(times["small"]), 2),
                "large_p50_ms": round(median(times["large"]), 2),
                "small": small.households,
                "large": large.households,
            }
            yield Figure("S12", few.case, large.kind, measured, f"≤ {_GROWTH} ×", ratio <= _GROWTH)
