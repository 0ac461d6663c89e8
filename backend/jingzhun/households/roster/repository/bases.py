"""Which registered version a staged row is laid beside: that of its day, within the places seen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, and_, func, literal, select

from jingzhun.households.models import MAX_DAY, household, household_version, member
from jingzhun.kit.columns import within


def covers(
    base: Any, own: ColumnElement[bool], day: Any, paths: Sequence[str]
) -> ColumnElement[bool]:
    """The version of the day, of a household that stands in one of the places now."""
    return and_(
        own, base.c.replaced_at.is_(None), base.c.valid_from <= day, base.c.valid_to > day,
        within(household.c.place_path, paths),
    )  # fmt: skip


def next_day(base: Any, day: Any) -> ColumnElement[Any]:
    """The first day already known after the roster's: a back-dated roster reaches no further."""
    later = base.alias("later")
    key = "household_id" if base is household_version else "member_id"
    owner = household.c.id if base is household_version else member.c.id
    found = (
        select(func.min(later.c.valid_from))
        .where(later.c[key] == owner, later.c.replaced_at.is_(None), later.c.valid_from > day)
        .correlate_except(later)
        .scalar_subquery()
    )
    return func.coalesce(found, literal(MAX_DAY))
