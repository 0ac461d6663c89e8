"""Search tokens of merged members, set by set: one statement a store."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Text, delete, func, insert, literal, select, text

from jingzhun.households.models import member_token
from jingzhun.households.roster.models import roster_household, roster_member
from jingzhun.households.roster.repository.merging import Merging
from jingzhun.kit.unit import Unit

_MANY = 5_000
_RH, _RM = roster_household.c, roster_member.c


def write_tokens(merging: Merging, members: int) -> None:
    """Put the tokens of everybody who is new or changed (`members`) in place of those before."""
    unit = merging.unit
    source = roster_member.join(roster_household, _RH.id == _RM.roster_household_id)
    chosen = (_RM.batch_id == merging.batch_id, merging.chosen)
    changed = select(_RM.member_id).select_from(source).where(*chosen, _RM.action == "changed")
    unit.execute(delete(member_token).where(member_token.c.member_id.in_(changed)))
    spread: Any
    token: Any
    if unit.is_postgresql:
        spread, token = source, func.unnest(func.string_to_array(_RM.tokens, " "))
    else:
        # A JSON list made of the blanks between; tokens hold no quotes.
        words = func.replace(_RM.tokens, " ", '","', type_=Text())
        listed = literal('["', Text()).concat(words).concat('"]')
        each = func.json_each(listed).table_valued("value")
        spread, token = source.join(each, text("1")), each.c.value
    rows = (
        select(
            func.coalesce(_RM.member_id, _RM.id),
            func.coalesce(_RH.household_id, _RH.id),
            token,
            _RH.place_path,
        )
        .select_from(spread)
        .where(*chosen, _RM.action.in_(("new", "changed")), _RM.tokens != "")
    )
    columns = ["member_id", "household_id", "token", "place_path"]
    with _index_set_aside(unit, members):
        unit.execute(insert(member_token).from_select(columns, rows))


@contextmanager
def _index_set_aside(unit: Unit, members: int) -> Iterator[None]:
    """Where more comes in than is there, SQLite builds the index anew faster than it keeps it.

    Both are part of the transaction; PostgreSQL would keep readers out meanwhile.
    """
    there = select(func.count()).select_from(member_token)
    if unit.is_postgresql or members < _MANY or unit.execute(there).scalar_one() > members:
        yield
        return
    indexes = [index for index in member_token.indexes if not index.unique]
    for index in indexes:
        index.drop(unit.connection)
    yield
    for index in indexes:
        index.create(unit.connection)
