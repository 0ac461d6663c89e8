"""Asks every rule of a filed household on the roster's own day. Pure.

A fault of a derived fact stands at the column a clerk would correct.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from jingzhun.grammar.facts import Subject
from jingzhun.grammar.parameters import Revision, figures_of
from jingzhun.grammar.rules import Breach, Context
from jingzhun.households.roster import columns as known
from jingzhun.households.roster.filing import Filed, Filer
from jingzhun.households.roster.location import Locator
from jingzhun.households.roster.table import Table
from jingzhun.imports.reading.layout import Row
from jingzhun.policy import derivation, rules
from jingzhun.policy.vocabulary import derived

_STANDS_AT = {
    derived.household_head.slug: "name",
    derived.age.slug: "id_number",
}


class Bench:
    """The judges of one table, and the day its households are judged on."""

    def __init__(
        self, table: Table, locator: Locator, at: date, revisions: Iterable[Revision] = ()
    ) -> None:
        self._filer = Filer(table)
        self._locator = locator
        self._context = Context(at, figures_of(at.year, revisions))
        self._member = rules.judge_of(Subject.MEMBER, table.slugs)
        self._household = rules.judge_of(Subject.HOUSEHOLD, table.slugs)

    def hear(self, rows: list[Row], group: int) -> Filed:
        """Read one household, find its place, ask the rules."""
        filed = self._filer.file(rows, group)
        self._locate(filed)
        record = dict(filed.record)
        for year in sorted(filed.incomes):
            record |= filed.incomes[year]
        people: list[derivation.MutableRecord] = list(filed.members)
        derivation.complete(record, people, self._context)
        for position, member in enumerate(filed.members):
            unread = frozenset(filed.unread[position])
            for breach in self._member.judge(member, self._context, unread):
                self._report(filed, breach, position)
        unread = frozenset(filed.household_unread)
        for breach in self._household.judge(record, self._context, unread):
            self._report(filed, breach, -1)
        return filed

    def _report(self, filed: Filed, breach: Breach, position: int) -> None:
        slug = breach.rule.column.slug if breach.rule.column else known.HOUSEHOLD_NO
        row = filed.rows[max(position, 0)].number
        key = _STANDS_AT.get(slug, slug)
        self._filer.say(filed, breach.rule, row, key, position, message=breach.message)

    def _locate(self, filed: Filed) -> None:
        location = self._locator.locate(filed.town, filed.village, filed.sheet)
        filed.place = location.village
        for said in location.said:
            self._filer.say(filed, said.rule, filed.rows[0].number, said.key, words=said.words)
