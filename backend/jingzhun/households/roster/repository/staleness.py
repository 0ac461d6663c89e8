"""Whether the registry is still what a batch was compared with. Asked right before the merge."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select

from jingzhun.households.models import household, household_version, income, member, member_version
from jingzhun.households.roster.models import roster_household, roster_income, roster_member
from jingzhun.households.roster.repository.merging import Merging
from jingzhun.places.repository import closed_villages

_RH, _RM, _RI = roster_household.c, roster_member.c, roster_income.c


def count_moved(merging: Merging) -> int:
    """Households that are there now and were not, or whose versions or income are others."""
    stale = or_(
        and_(_RH.household_id.is_(None), _is_there_now()),
        and_(_RH.household_id.is_(None), _RH.village_id.in_(closed_villages(merging.unit.today))),
        and_(_RH.base_version_id.is_not(None), _base_is_gone()),
        _RH.id.in_(_people_moved(merging)),
        _RH.id.in_(_incomes_moved(merging)),
    )
    found = select(func.count()).select_from(roster_household).where(merging.chosen, stale)
    return int(merging.unit.execute(found).scalar_one())


def _is_there_now() -> ColumnElement[bool]:
    return exists().where(household.c.household_no == _RH.household_no)


def _base_is_gone() -> ColumnElement[bool]:
    base = household_version.c
    return ~exists().where(
        base.household_id == _RH.household_id, base.replaced_at.is_(None),
        base.valid_to == _RH.valid_to, base.id == _RH.base_version_id,
    )  # fmt: skip


def _people_moved(merging: Merging) -> Select[Any]:
    base = member_version.c
    known = exists().where(member.c.id_number_blind == _RM.id_number_blind)
    same = exists().where(base.id == _RM.base_version_id, base.replaced_at.is_(None))
    moved = or_(
        and_(_RM.member_id.is_(None), known),
        and_(_RM.base_version_id.is_not(None), ~same),
    )
    return merging.people(select(_RM.roster_household_id)).where(moved)


def _incomes_moved(merging: Merging) -> Select[Any]:
    same = exists().where(income.c.id == _RI.base_id, income.c.replaced_at.is_(None))
    known = exists().where(
        income.c.household_id == _RH.household_id, income.c.year == _RI.year,
        income.c.replaced_at.is_(None),
    )  # fmt: skip
    moved = or_(and_(_RI.base_id.is_not(None), ~same), and_(_RI.base_id.is_(None), known))
    return merging.earned(select(_RI.roster_household_id)).where(moved)
