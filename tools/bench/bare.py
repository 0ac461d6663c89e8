"""The least that answers the same pages: `python -m tools.bench.bare URL PORT`.

A bare ASGI function, the driver itself in a thread, orjson. It knows no caller, no scope, no mask,
no problem, no header: what is missing between it and the product is what the product costs.
"""

from __future__ import annotations

import asyncio
import sqlite3
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import parse_qsl, unquote

import orjson
import psycopg
import uvicorn

from jingzhun.grammar.facts import Fact, Protection
from jingzhun.households.repository.listing import ITEM
from jingzhun.policy.vocabulary import household as household_facts
from jingzhun.policy.vocabulary import income as income_facts
from jingzhun.policy.vocabulary import member as member_facts

_THREADS = 4
_RENAMED = {
    "village_name": "place.name",
    "contact_phone": "household.contact_phone_masked",
}
_LIST = (
    f"SELECT {', '.join(_RENAMED.get(name, f'household.{name}') for name in ITEM)} "  # noqa: S608
    "FROM household JOIN place ON place.id = household.village_id "
    "WHERE household.place_path >= ? AND household.place_path < ? "
)
_KEYSET = (
    f"{_LIST}AND (household.place_path, household.household_no) > (?, ?) "
    "ORDER BY household.place_path, household.household_no LIMIT ?"
)
_PAGE = f"{_LIST}ORDER BY household.place_path, household.household_no LIMIT ? OFFSET ?"
_COUNT = "SELECT count(*) FROM household WHERE place_path >= ? AND place_path < ?"
_LIMIT = 50


def _columns(facts: Sequence[Fact]) -> str:
    return ", ".join(
        f"{fact.slug}_masked" if fact.protection is Protection.SEALED else fact.slug
        for fact in facts
    )


_HOUSEHOLD = (
    f"SELECT valid_from, {_columns(household_facts.STORED)} "  # noqa: S608
    "FROM household_version WHERE household_id = ? AND replaced_at IS NULL ORDER BY valid_from"
)
_MEMBERS = (
    f"SELECT member_id, ordinal, {_columns(member_facts.STORED)} FROM member_version "  # noqa: S608
    "WHERE household_id = ? AND replaced_at IS NULL ORDER BY member_id, valid_from"
)
_INCOMES = (
    f"SELECT year, net_income_fen, {_columns(income_facts.STORED)} FROM income "  # noqa: S608
    "WHERE household_id = ? AND replaced_at IS NULL ORDER BY year DESC"
)
_ONE = _LIST.split("WHERE", maxsplit=1)[0] + "WHERE household.id = ?"

Rows = Callable[[str, Sequence[Any]], tuple[list[str], list[Any]]]


def rows_of(url: str) -> Rows:
    """What runs a statement on this thread's own connection."""
    own = threading.local()
    is_sqlite = url.startswith("sqlite")

    def connect() -> Any:
        if is_sqlite:
            connection = sqlite3.connect(url.removeprefix("sqlite:///"))
            connection.execute("PRAGMA cache_size=-65536")
            return connection
        return psycopg.connect(url.replace("+psycopg", ""), autocommit=True)

    def rows(sql: str, values: Sequence[Any]) -> tuple[list[str], list[Any]]:
        if not hasattr(own, "connection"):
            own.connection = connect()
        statement = sql if is_sqlite else sql.replace("?", "%s")
        cursor = own.connection.execute(statement, values)
        return [column[0] for column in cursor.description], cursor.fetchall()

    return rows


def _dicts(rows: Rows, sql: str, values: Sequence[Any]) -> list[dict[str, Any]]:
    names, found = rows(sql, values)
    return [dict(zip(names, row, strict=True)) for row in found]


def answer(rows: Rows, path: str, query: dict[str, str]) -> Any:
    """The content of a page."""
    low, high = query.get("low", ""), query.get("high", "")
    if path == "/list":
        after = (query.get("after_path", ""), query.get("after_no", ""))
        return {"items": _dicts(rows, _KEYSET, (low, high, *after, _LIMIT + 1))[:_LIMIT]}
    if path == "/page":
        total = rows(_COUNT, (low, high))[1][0][0]
        return {"items": _dicts(rows, _PAGE, (low, high, _LIMIT, 0)), "total": total}
    if path == "/detail":
        key = (query["id"],)
        head = _dicts(rows, _ONE, key)[0]
        members = _dicts(rows, _MEMBERS, key)
        facts = _dicts(rows, _HOUSEHOLD, key)
        return head | {"facts": facts, "members": members, "incomes": _dicts(rows, _INCOMES, key)}
    return {}


def application(url: str) -> Any:
    """The ASGI function."""
    rows, threads = rows_of(url), ThreadPoolExecutor(_THREADS)

    def work(scope: Any) -> bytes:
        query = dict(parse_qsl(unquote(scope["query_string"].decode())))
        return orjson.dumps(answer(rows, scope["path"], query))

    async def app(scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await receive()
            await send({"type": "lifespan.startup.complete"})
            await receive()
            await send({"type": "lifespan.shutdown.complete"})
            return
        body = await asyncio.get_running_loop().run_in_executor(threads, work, scope)
        headers = [
            (b"content-type", b"application/json"),
            (b"content-length", str(len(body)).encode()),
        ]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    return app


if __name__ == "__main__":
    uvicorn.run(
        application(sys.argv[1]), port=int(sys.argv[2]), log_level="warning", access_log=False
    )
