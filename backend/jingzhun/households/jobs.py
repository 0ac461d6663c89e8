"""Exports of the registry as jobs: masked, or in clear with a permission and a reason."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from jingzhun.factbook import AsOf
from jingzhun.grammar.facts import Fact, Section, Subject
from jingzhun.grammar.showing import in_sheet
from jingzhun.households.service import exporting
from jingzhun.jobs import service as jobs
from jingzhun.jobs.kinds import Kind, register
from jingzhun.jobs.service import Running
from jingzhun.kit import xlsx
from jingzhun.kit.unit import Unit
from jingzhun.places import service as places
from jingzhun.policy.roles import Permission
from jingzhun.policy.vocabulary import derived, household, income, member
from jingzhun.web.context import Context

EXPORT = "household-export"
_TELL = 500
_SHEETS: dict[Subject, tuple[str, tuple[Fact, ...]]] = {
    Subject.HOUSEHOLD: (
        "扶贫对象（户）",
        (
            derived.household_no, derived.household_town, derived.household_village,
            derived.household_hamlet, derived.household_head, derived.member_count,
            derived.able_count, *household.STORED, derived.income_year, *income.STORED,
            derived.net_income_fen, derived.net_income_per_head_fen,
        ),
    ),
    Subject.MEMBER: (
        "扶贫对象（人）",
        (
            derived.member_household_no, derived.member_town, derived.member_village,
            derived.member_hamlet, derived.head_name, *member.STORED, derived.age,
        ),
    ),
}  # fmt: skip


def ask(unit: Unit, context: Context, content: dict[str, Any]) -> str:
    """Have an export made; return the job's id. Refuses what the actor may not export."""
    permission = _permission(content)
    unit.actor.require(permission)
    if content["subject"] == Subject.MEMBER:
        unit.actor.require(Permission.MEMBERS_READ)
    if content["place"] is not None:
        places.path_in_scope(unit, content["place"], permission)
    return jobs.submit(unit, context, EXPORT, content)


def _permission(content: dict[str, Any]) -> Permission:
    if content["clear"]:
        return Permission.HOUSEHOLDS_EXPORT_CLEAR
    return Permission.HOUSEHOLDS_EXPORT


def _work(running: Running) -> None:
    subject = Subject(running.content["subject"])
    title, facts = _SHEETS[subject]
    with _opened(running) as unit:
        lines = list(_lines(running, unit, subject, facts))
    heads = [f"{one.title}（{one.unit}）" if one.section is Section.INCOME else one.title
             for one in facts]  # fmt: skip
    at = running.content["at"]
    running.keep_file(xlsx.write_table(title, heads, lines), f"{title}_{at}.xlsx", xlsx.MEDIA_TYPE)
    running.result = {"rows": len(lines), "at": at}


@contextmanager
def _opened(running: Running) -> Iterator[Unit]:
    """In clear the unit writes, since the access log says who took what and why."""
    database, now = running.context.database, running.context.now()
    if running.content["clear"]:
        with database.write(running.actor, now=now) as unit:
            yield unit
    else:
        with database.read(running.actor, now=now) as unit:
            yield unit


def _lines(
    running: Running, unit: Unit, subject: Subject, facts: tuple[Fact, ...]
) -> Iterator[list[str | int | None]]:
    content, context = running.content, running.context
    as_of = AsOf(date.fromisoformat(content["at"]))
    path = None
    if content["place"] is not None:
        path = places.path_in_scope(unit, content["place"], _permission(content))
    if content["clear"]:
        rows = exporting.iter_clear_rows(
            unit, context.keys, context.book, as_of, subject, facts, content["reason"], path
        )
    else:
        rows = exporting.iter_rows(unit, context.book, as_of, subject, facts, path)
    for number, row in enumerate(rows, 1):
        yield [in_sheet(fact, row[fact.slug]) for fact in facts]
        if number % _TELL == 0 and not content["clear"]:
            running.progress(number, 0)


def register_jobs() -> None:
    """Make the work known to the runner."""
    register(Kind(EXPORT, "导出扶贫对象", _work, needs=_permission))
