"""What is said of a household, from wherever a row knows its id."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    Boolean,
    ColumnElement,
    FromClause,
    SQLColumnExpression,
    and_,
    case,
    cast,
    false,
    func,
    literal,
    null,
    select,
    true,
)

from jingzhun.factbook import AsOf
from jingzhun.grammar.facts import Fact, Protection
from jingzhun.households.models import household, household_version, income, member_version
from jingzhun.households.models.expressions import (
    HEAD,
    count_if,
    in_force,
    is_able,
    is_covered,
    known,
    per_head,
)

Expression = SQLColumnExpression[Any]
_UNKNOWN = cast(null(), Boolean)


def stored(rows: FromClause, fact: Fact) -> Expression:
    """The column a stored fact is read from: of a sealed one its mask."""
    return rows.c[f"{fact.slug}_masked" if fact.protection is Protection.SEALED else fact.slug]


def is_settled(as_of: AsOf) -> ColumnElement[bool]:
    """Whether the summary beside the row holds as of the day."""
    return false() if as_of.known_at is not None else household.c.settled_on <= literal(as_of.at)


def summed(as_of: AsOf, column: str, otherwise: Expression) -> Expression:
    """Read the summary where it holds, else work it out from the version rows."""
    if as_of.known_at is not None:
        return otherwise
    return case((is_settled(as_of), household.c[column]), else_=otherwise)


def of_version(as_of: AsOf, column: str) -> Expression:
    """A column of the household's version in force."""
    hv = household_version.alias("its_version")
    found = select(hv.c[column]).where(hv.c.household_id == household.c.id, in_force(hv, as_of))
    return found.correlate(household).scalar_subquery()


def over_members(as_of: AsOf, work_out: Any) -> Expression:
    """Work something out over the members present in the household."""
    mv = member_version.alias("its_member")
    found = select(work_out(mv)).where(
        mv.c.household_id == household.c.id, in_force(mv, as_of), mv.c.is_present
    )
    return found.correlate(household).scalar_subquery()


def member_count(as_of: AsOf) -> Expression:
    """Registered members."""
    return summed(as_of, "member_count", over_members(as_of, lambda _: func.count()))


def able_count(as_of: AsOf) -> Expression:
    """Able members."""
    worked = over_members(as_of, lambda mv: count_if(is_able(mv, as_of.at)))
    return summed(as_of, "able_count", worked)


def unknown_count(as_of: AsOf) -> Expression:
    """Members of whom the record does not say whether they are able."""
    worked = over_members(as_of, lambda mv: count_if(is_able(mv, as_of.at).is_(None)))
    return summed(as_of, "labour_unknown_count", worked)


def has_able(as_of: AsOf) -> Expression:
    """At least one able member; unknown where nobody is and somebody's record is silent."""
    return case(
        (able_count(as_of) > 0, true()), (unknown_count(as_of) > 0, _UNKNOWN), else_=false()
    )


def covered(as_of: AsOf) -> Expression:
    """Somebody draws an allowance or destitute support."""

    def work_out(mv: FromClause) -> Expression:
        return case(
            (count_if(is_covered(mv)) > 0, true()),
            (count_if(is_covered(mv).is_(None)) > 0, _UNKNOWN),
            else_=false(),
        )

    return summed(as_of, "is_covered", over_members(as_of, work_out))


def head(as_of: AsOf) -> Expression:
    """The head's name."""
    worked = over_members(as_of, lambda mv: func.min(case((mv.c.relation == HEAD, mv.c.name))))
    return summed(as_of, "head_name", worked)


def registered(as_of: AsOf) -> Expression:
    """Registered as poor, now or before."""
    held = summed(as_of, "registration", of_version(as_of, "registration"))
    return held == "registered"


def of_income(as_of: AsOf, column: str) -> Expression:
    """A column of the latest year's income that is not after the day's year."""
    rows = income.alias("its_income")
    found = (
        select(rows.c[column])
        .where(
            rows.c.household_id == household.c.id, known(rows, as_of),
            rows.c.year <= as_of.at.year,
        )
        .order_by(rows.c.year.desc())
        .limit(1)
    )  # fmt: skip
    return found.correlate(household).scalar_subquery()


def earned(as_of: AsOf, column: str) -> Expression:
    """Year or net income, from the summary where its year is not after the day's."""
    worked = of_income(as_of, {"income_year": "year"}.get(column, column))
    if as_of.known_at is not None:
        return worked
    holds = household.c.income_year <= as_of.at.year
    return case((holds, household.c[column]), else_=worked)


def earned_per_head(as_of: AsOf) -> Expression:
    """Net income of the year over registered members."""
    worked = per_head(earned(as_of, "net_income_fen"), member_count(as_of))
    if as_of.known_at is not None:
        return worked
    holds = and_(is_settled(as_of), household.c.income_year <= as_of.at.year)
    return case((holds, household.c.net_income_per_head_fen), else_=worked)


def disposable_per_head(as_of: AsOf) -> Expression:
    """Disposable income over registered members; unknown where what was paid out is."""
    spent = of_income(as_of, "transfer_expenditure_fen")
    left = earned(as_of, "net_income_fen") - spent
    return per_head(left, member_count(as_of))
