"""The summary of a household as of a day, and its rewriting after a change.

The list reads it from the household row; a past day is worked out from the version rows by the
very same select, so that the two cannot differ.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Select,
    and_,
    case,
    false,
    func,
    insert,
    null,
    select,
    text,
    true,
    update,
)

from jingzhun.factbook import AsOf
from jingzhun.households.models import (
    MAX_DAY,
    household,
    household_version,
    income,
    member,
    member_token,
    member_version,
)
from jingzhun.households.models.expressions import (
    HEAD,
    count_if,
    depends_on_age,
    grown_up_on,
    in_force,
    is_able,
    is_child,
    is_covered,
    known,
    per_head,
)
from jingzhun.kit.unit import Unit

Ids = Sequence[str] | Select[Any]
_CHUNK = 400
_FEW = 20


def summary_of(as_of: AsOf, ids: Ids | None = None) -> Select[Any]:
    """Select the summary of every household that had a version in force on the day.

    `ids` narrows it to some households; a scope is added to the result by who asks.
    """
    hv = household_version
    people, earned = _people(as_of, ids), _earned(as_of, ids)
    return (
        select(
            hv.c.household_id.label("id"),
            case(
                (people.c.shifting > 0, null()),
                (people.c.grown_on > people.c.changed_on, people.c.grown_on),
                else_=people.c.changed_on,
            ).label("settled_on"),
            hv.c.village_id, hv.c.hamlet_id, hv.c.place_path,
            func.coalesce(hv.c.registration, "surveyed").label("registration"),
            hv.c.poverty_state, hv.c.household_kind, hv.c.main_cause, hv.c.contact_phone_masked,
            people.c.head_name,
            func.coalesce(people.c.member_count, 0).label("member_count"),
            func.coalesce(people.c.able_count, 0).label("able_count"),
            func.coalesce(people.c.unknown_count, 0).label("labour_unknown_count"),
            case(
                (people.c.covered_count > 0, true()),
                (people.c.uncertain_count > 0, null()),
                else_=false(),
            ).label("is_covered"),
            earned.c.year.label("income_year"),
            earned.c.net_income_fen,
            per_head(earned.c.net_income_fen, people.c.member_count).label(
                "net_income_per_head_fen"
            ),
        )
        .outerjoin(people, people.c.household_id == hv.c.household_id)
        .outerjoin(earned, earned.c.household_id == hv.c.household_id)
        .where(in_force(hv, as_of), _among(hv, ids))
    )  # fmt: skip


def _people(as_of: AsOf, ids: Ids | None) -> FromClause:
    mv = member_version
    here = and_(mv.c.is_present, mv.c.valid_from <= as_of.at, mv.c.valid_to > as_of.at)
    able, turning = is_able(mv, as_of.at), depends_on_age(mv)
    ended = case((mv.c.valid_to < MAX_DAY, mv.c.valid_to), else_=mv.c.valid_from)
    return (
        select(
            mv.c.household_id,
            func.min(case((and_(here, mv.c.relation == HEAD), mv.c.name))).label("head_name"),
            count_if(here).label("member_count"),
            count_if(and_(here, able)).label("able_count"),
            count_if(and_(here, able.is_(None))).label("unknown_count"),
            count_if(and_(here, is_covered(mv))).label("covered_count"),
            count_if(and_(here, is_covered(mv).is_(None))).label("uncertain_count"),
            count_if(and_(here, turning, is_child(mv, as_of.at))).label("shifting"),
            func.max(ended).label("changed_on"),
            func.max(case((and_(here, turning), grown_up_on(mv.c.born_on)))).label("grown_on"),
        )
        .where(known(mv, as_of), _among(mv, ids))
        .group_by(mv.c.household_id)
        .subquery("people")
    )


def _earned(as_of: AsOf, ids: Ids | None) -> FromClause:
    latest = (
        select(income.c.household_id, func.max(income.c.year).label("year"))
        .where(known(income, as_of), income.c.year <= as_of.at.year, _among(income, ids))
        .group_by(income.c.household_id)
        .subquery("latest")
    )
    return (
        select(income.c.household_id, income.c.year, income.c.net_income_fen)
        .join(
            latest,
            and_(latest.c.household_id == income.c.household_id, latest.c.year == income.c.year),
        )
        .where(known(income, as_of), _among(income, ids))
        .subquery("earned")
    )


def _among(rows: FromClause, ids: Ids | None) -> ColumnElement[bool]:
    return true() if ids is None else rows.c.household_id.in_(ids)


def refresh_summaries(
    unit: Unit, household_ids: Ids, *, recorded_at: datetime | None = None
) -> None:
    """Rewrite the summary of households whose versions or income changed; counts `rev` on.

    Set-based: give a SELECT of ids for bulk work, or the ids themselves for a few. A summary's
    `settled_on` is the first day from which it holds; empty where a birthday will change it.
    """
    as_of = AsOf(unit.today)
    for ids in _parts(household_ids):
        summary = summary_of(as_of, ids).subquery("summary")
        own = household_version
        starts = (
            select(own.c.household_id, func.max(own.c.valid_from).label("day"))
            .where(known(own, as_of), _among(own, ids))
            .group_by(own.c.household_id)
            .subquery("starts")
        )
        values: dict[str, Any] = {
            column.name: column for column in summary.c if column.name not in ("id", "settled_on")
        }
        values["settled_on"] = case(
            (summary.c.member_count == 0, starts.c.day),
            (summary.c.settled_on >= starts.c.day, summary.c.settled_on),
            (summary.c.settled_on < starts.c.day, starts.c.day),
        )
        statement = (
            update(household)
            .values(**values, rev=household.c.rev + 1, updated_at=recorded_at or unit.now)
            .where(household.c.id == summary.c.id, starts.c.household_id == summary.c.id)
        )
        with _hash_joins(unit, ids):
            unit.execute(statement)


@contextmanager
def _hash_joins(unit: Unit, ids: Ids) -> Iterator[None]:
    """Keep PostgreSQL from looping over grouped subqueries where it has no statistics yet.

    Rows just loaded in the same transaction look like none to its planner.
    """
    if not unit.is_postgresql or (not isinstance(ids, Select) and len(ids) <= _FEW):
        yield
        return
    unit.execute(text("SET LOCAL enable_nestloop = off"))
    yield
    unit.execute(text("SET LOCAL enable_nestloop = on"))


def tell_planner(unit: Unit) -> None:
    """Let PostgreSQL look at tables that just grew; its own look comes a minute too late.

    Until then it takes them for empty and loops over them, which costs minutes per indicator.
    """
    if unit.is_postgresql:
        tables = (household, household_version, member, member_version, income, member_token)
        unit.execute(text(f"ANALYZE {', '.join(table.name for table in tables)}"))


def _parts(ids: Ids) -> Iterator[Ids]:
    if isinstance(ids, Select):
        yield ids
        return
    for start in range(0, len(ids), _CHUNK):
        yield ids[start : start + _CHUNK]


def replace_tokens(unit: Unit, member_id: str, rows: Sequence[dict[str, Any]]) -> None:
    """Put a member's search tokens in place of the ones before."""
    unit.execute(member_token.delete().where(member_token.c.member_id == member_id))
    if rows:
        unit.execute(insert(member_token), list(rows))
