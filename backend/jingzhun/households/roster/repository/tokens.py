"""Search tokens of merged members, set by set: one statement a store."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Text, delete, func, insert, literal, select, text

from jingzhun.households.models import member_token
from jingzhun.households.roster.models import roster_household, roster_member
from jingzhun.households.roster.repository.merging import Merging

_RH, _RM = roster_household.c, roster_member.c


def write_tokens(merging: Merging) -> None:
    """Put the tokens of everybody who is new or changed in place of the ones before."""
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
    unit.execute(insert(member_token).from_select(columns, rows))
