"""Pieces of SQL shared by the summary and the facts: what holds as of a day, ages, labour.

The words are those of `policy.derivation`; a test holds the two together. Reads no clock.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Date,
    FromClause,
    Integer,
    SQLColumnExpression,
    and_,
    case,
    cast,
    extract,
    false,
    func,
    literal,
    null,
    or_,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from jingzhun.factbook import AsOf
from jingzhun.policy.derivation import ADULT_AGE

ABLE = ("01", "02")
HEAD = "01"
_NOT_IN_SCHOOL = "01"
_PRESCHOOL = "06"
_UNKNOWN = cast(null(), Boolean)
Expression = SQLColumnExpression[Any]


def known(rows: FromClause, as_of: AsOf) -> ColumnElement[bool]:
    """Rows that were what was known at the instant asked about."""
    if as_of.known_at is None:
        return rows.c.replaced_at.is_(None)
    return and_(
        rows.c.recorded_at <= as_of.known_at,
        or_(rows.c.replaced_at.is_(None), rows.c.replaced_at > as_of.known_at),
    )


def in_force(rows: FromClause, as_of: AsOf) -> ColumnElement[bool]:
    """Version rows valid on the day, as known at the instant."""
    return and_(known(rows, as_of), rows.c.valid_from <= as_of.at, rows.c.valid_to > as_of.at)


def years_before(at: date, years: int) -> date:
    """The day on which somebody who reaches `years` on `at` was born, at the latest."""
    try:
        return at.replace(year=at.year - years)
    except ValueError:
        return date(at.year - years, 2, 28)


def full_years(born_on: Expression, at: date) -> Expression:
    """Age in completed years; the birthday counts on its day."""
    birthday = extract("month", born_on) * 100 + extract("day", born_on)
    not_yet = case((birthday > at.month * 100 + at.day, 1), else_=0)
    return cast(at.year - extract("year", born_on) - not_yet, Integer)


def month_passed(born_on: Expression, years: int, at: date) -> Expression:
    """Whether the month in which `years` were reached lies before the month of `at`."""
    return born_on < date(at.year - years, at.month, 1)


def is_child(member: FromClause, at: date) -> ColumnElement[bool]:
    """Under sixteen; unknown where the birth date is."""
    return member.c.born_on > literal(years_before(at, ADULT_AGE))


def in_school(member: FromClause) -> ColumnElement[bool]:
    """A pupil or student; who names an education and no status is none."""
    status, education = member.c.student_status, member.c.education
    return case(
        (status.is_not(None), status != _NOT_IN_SCHOOL),
        (or_(education.is_(None), education == _PRESCHOOL), _UNKNOWN),
        else_=false(),
    )


def is_able(member: FromClause, at: date) -> ColumnElement[bool]:
    """Able: labour code 01 or 02, neither child nor pupil."""
    labour = member.c.labour
    return case(
        (is_child(member, at), false()),
        (in_school(member), false()),
        (labour.is_(None), _UNKNOWN),
        else_=labour.in_(ABLE),
    )


def is_unable(member: FromClause, at: date) -> ColumnElement[bool]:
    """Unable: sixteen or older, no pupil, code 03, 04 or 05."""
    labour = member.c.labour
    return case(
        (is_child(member, at), false()),
        (in_school(member), false()),
        (labour.is_(None), _UNKNOWN),
        (labour.in_(ABLE), false()),
        (or_(member.c.born_on.is_(None), in_school(member).is_(None)), _UNKNOWN),
        else_=literal(value=True),
    )


def is_covered(member: FromClause) -> ColumnElement[bool]:
    """Draws an allowance or destitute support; unknown where neither is a yes and one unsaid."""
    return or_(member.c.receives_allowance, member.c.receives_destitute_support)


class grown_up_on(FunctionElement[date]):  # noqa: N801 - reads as a function of SQL
    """The sixteenth birthday of a birth date."""

    type = Date()
    inherit_cache = True


@compiles(grown_up_on)
def _grown_up_on(element: Any, compiler: SQLCompiler, **kw: Any) -> str:
    born_on = compiler.process(element.clauses, **kw)
    return f"CAST({born_on} + INTERVAL '{ADULT_AGE} years' AS DATE)"


@compiles(grown_up_on, "sqlite")
def _grown_up_on_sqlite(element: Any, compiler: SQLCompiler, **kw: Any) -> str:
    return f"date({compiler.process(element.clauses, **kw)}, '+{ADULT_AGE} years')"


def depends_on_age(member: FromClause) -> ColumnElement[bool]:
    """Somebody whose sixteenth birthday alone changes who is counted as able or unknown."""
    labour = member.c.labour
    return and_(
        or_(labour.is_(None), labour.in_(ABLE)),
        func.coalesce(in_school(member), false()).is_(False),
    )


def count_if(condition: ColumnElement[bool]) -> Expression:
    """How many rows of a group the condition holds for; unknown counts as no."""
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


def per_head(amount: Expression, members: Expression) -> Expression:
    """Share whole fen over members, half away from zero; unknown without members."""
    double = 2 * members
    return case(
        (members <= 0, null()),
        (amount < 0, -((-2 * amount + members) // double)),
        else_=(2 * amount + members) // double,
    )
