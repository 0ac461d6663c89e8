"""Counts of households over their current summary, in one statement."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import BigInteger, and_, case, cast, func, select

from jingzhun.households.models import household
from jingzhun.households.models.expressions import count_if
from jingzhun.kit.columns import narrowed, within
from jingzhun.kit.unit import Unit

GROUPS = ("village_id", "registration", "household_kind", "main_cause", "poverty_state")
SUMS = (
    "households", "members", "able", "no_labour", "net_income_fen", "income_members",
    "income_unknown",
)  # fmt: skip


def count_households(unit: Unit, permission: str, path: str | None) -> Sequence[Any]:
    """Rows of GROUPS and SUMS within the actor's places, narrowed to a path where given."""
    rows = household
    where = [within(rows.c.place_path, narrowed(unit.actor.paths(permission), path))]
    groups = [rows.c[name] for name in GROUPS]
    statement = (
        select(
            *groups, func.count(), func.coalesce(func.sum(rows.c.member_count), 0),
            func.coalesce(func.sum(rows.c.able_count), 0),
            count_if(and_(rows.c.able_count == 0, rows.c.labour_unknown_count == 0)),
            cast(func.coalesce(func.sum(rows.c.net_income_fen), 0), BigInteger),
            func.coalesce(
                func.sum(case((rows.c.net_income_fen.is_not(None), rows.c.member_count))), 0
            ),
            count_if(rows.c.net_income_fen.is_(None)),
        )
        .where(*where)
        .group_by(*groups)
        .order_by(*groups)
    )  # fmt: skip
    return unit.execute(statement).all()
