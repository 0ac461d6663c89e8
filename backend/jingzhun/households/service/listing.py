"""The household list: filters into a query, cursors, and the place that is not there."""

from __future__ import annotations

import hashlib
from typing import Any

import orjson

from jingzhun.households.errors import DayInFuture, ModesMixed
from jingzhun.households.repository.listing import Filters, HouseholdList
from jingzhun.households.schemas.household import HouseholdQuery
from jingzhun.kit.paging import BadCursor, read_cursor, sign_cursor
from jingzhun.kit.unit import Unit
from jingzhun.places.repository import PlaceRepository
from jingzhun.policy.roles import Permission

_PAGE_SIZE, _LIMIT = 50, 500


def filters_of(unit: Unit, query: HouseholdQuery, permission: str) -> Filters:
    """Resolve the place and the day; refuses what is out of scope or in the future."""
    if query.at is not None and query.at > unit.today:
        raise DayInFuture(day=query.at)
    place = None
    if query.place is not None:
        kind, path = PlaceRepository(unit, permission).locate(query.place)
        place = (query.place, kind, path)
    return Filters(
        place=place,
        codes={
            "household_kind": query.kind, "poverty_state": query.state,
            "main_cause": query.cause, "registration": query.registration,
        },
        has_able=query.has_able,
        income_from_fen=query.income_from_fen,
        income_below_fen=query.income_below_fen,
        changed_since=query.changed_since,
        household_no=query.household_no,
        at=query.at,
        known_at=query.known_at,
    )  # fmt: skip


def list_households(
    unit: Unit, query: HouseholdQuery, cursor_key: bytes
) -> tuple[str, dict[str, Any]]:
    """Return the items as JSON text, and the rest of the answer."""
    by_cursor = query.cursor is not None or query.limit is not None
    if by_cursor and (query.page is not None or query.page_size is not None):
        raise ModesMixed
    filters = filters_of(unit, query, Permission.HOUSEHOLDS_READ)
    found = HouseholdList(unit, Permission.HOUSEHOLDS_READ, filters)
    rest: dict[str, Any] = {
        "at": query.at or unit.today, "known_at": query.known_at, "page": None, "page_size": None,
        "total": None, "next_cursor": None,
    }  # fmt: skip
    if by_cursor:
        stamp = _stamp(filters, query.sort)
        after = _after(cursor_key, query.cursor, stamp)
        items, more = found.stretch(query.sort, after, query.limit or _LIMIT)
        if more is not None:
            rest["next_cursor"] = sign_cursor(cursor_key, [stamp, *more])
        return items, rest
    page, size = query.page or 1, query.page_size or _PAGE_SIZE
    rest |= {"page": page, "page_size": size, "total": found.total()}
    return found.page(query.sort, (page - 1) * size, size), rest


def _stamp(filters: Filters, sort: str | None) -> str:
    """A cursor goes on with the list it was made for, not with another."""
    content = orjson.dumps([vars(filters), sort], default=str)
    return hashlib.sha256(content).hexdigest()[:12]


def _after(key: bytes, cursor: str | None, stamp: str) -> list[Any]:
    if cursor is None:
        return []
    held, *after = read_cursor(key, cursor) or [None]
    if held != stamp:
        raise BadCursor
    return after
