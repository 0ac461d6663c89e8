"""Turns a filed household into rows of the staging tables. Pure but for the keys.

Rows are plain tuples in the order of the tables' columns: a roster has a hundred thousand of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import orjson

from jingzhun.grammar.facts import Fact, Kind, Protection
from jingzhun.households.income import net_income_fen
from jingzhun.households.roster.columns import HOUSEHOLD_FACTS, INCOME_FACTS, MEMBER_FACTS
from jingzhun.households.roster.filing import Filed, Record
from jingzhun.households.tokens import tokens_of
from jingzhun.kit.columns import hundredths_text
from jingzhun.kit.crypto import Keyring
from jingzhun.kit.ids import new_id
from jingzhun.kit.masks import mask

Row = tuple[Any, ...]
REGISTERED, POOR, EXITED = "registered", "poor", "exited"
_OPEN, _SEALED, _DAY, _DECIMAL = range(4)
_NOTHING: Mapping[str, Any] = {}


class _Plan:
    """Where each fact of a kind of record stands among the columns; most facts are not said."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        self.places: dict[str, tuple[int, int, int]] = {}
        width = 0
        for number, fact in enumerate(facts):
            mode = _mode(fact)
            self.places[fact.slug] = (mode, width, number)
            width += 3 if mode == _SEALED else 1
        self.blank: list[Any] = [None] * width
        self.unsaid: list[Any] = [None] * len(facts)


def _mode(fact: Fact) -> int:
    if fact.protection is Protection.SEALED:
        return _SEALED
    return {Kind.DATE: _DAY, Kind.DECIMAL: _DECIMAL}.get(fact.kind, _OPEN)


_HOUSEHOLD, _MEMBER, _INCOME = (
    _Plan(facts) for facts in (HOUSEHOLD_FACTS, MEMBER_FACTS, INCOME_FACTS)
)


@dataclass(frozen=True)
class Load:
    """What the initial load says of households that are not registered yet.

    `year` is that of the list they stand on, or in which they left poverty; 0 where nobody said it.
    """

    poverty_state: str = POOR
    year: int = 0

    @property
    def exit_year(self) -> int | None:
        """The year in which they left poverty, where they have."""
        return self.year if self.year and self.poverty_state == EXITED else None


def load_of(options: Mapping[str, str]) -> Load:
    """The initial load as a batch's options tell it."""
    return Load(options.get("poverty_state", POOR), int(options.get("year", "0")))


@dataclass
class Staged:
    """Rows of the three tables, gathered."""

    households: list[Row] = field(default_factory=list)
    members: list[Row] = field(default_factory=list)
    incomes: list[Row] = field(default_factory=list)


class Stager:
    """Makes the rows of one batch."""

    def __init__(self, batch_id: str, keys: Keyring, load: Load) -> None:
        self._batch_id, self._keys = batch_id, keys
        self._load = load

    def stage(self, filed: Filed, sheet: int, at: date) -> Staged:
        """Return the rows of one household; a year's income only where the sheet has any."""
        staged = Staged()
        own = new_id()
        staged.households.append(self._household(filed, own, sheet, at))
        for position, member in enumerate(filed.members):
            row = filed.rows[position].number
            staged.members.append(self._member(filed, member, own, position, row, at))
        for year, income in filed.incomes.items():
            if any(value is not None for value in income.values()):
                staged.incomes.append(self._income(filed, income, own, year))
        return staged

    def _household(self, filed: Filed, own: str, sheet: int, at: date) -> Row:
        # The digest is that of a new household; beside a registered one it is worked out again.
        load = self._load
        supposed: Record = {"registration": REGISTERED, "poverty_state": load.poverty_state}
        if load.exit_year:
            supposed["exit_year"] = load.exit_year
        values, digest = self._facts(_HOUSEHOLD, filed.record, "household", supposed)
        place = filed.place
        return (
            own, self._batch_id, sheet, filed.group, filed.rows[0].number, filed.household_no,
            place.id if place else None, place.path if place else "", filed.hamlet or None, None,
            filed.head_name[:120] or None, len(filed.members), at, False, "new", "new", None, None,
            None, None, digest, None, *values,
        )  # fmt: skip

    def _member(
        self, filed: Filed, member: Record, own: str, position: int, row: int, at: date
    ) -> Row:
        if member.get("sex") is None:
            member["sex"] = member.get("_id_sex")
        if member.get("born_on") is None:
            member["born_on"] = member.get("_id_born_on")
        values, digest = self._facts(_MEMBER, member, "member")
        number, phone = member.get("id_number"), member.get("phone")
        tokens = tokens_of(self._keys, member.get("name"), number, [phone])
        return (
            new_id(), self._batch_id, own, filed.group, row, position + 1,
            filed.names[position][:120], at, "new", None, None, None, None, digest,
            " ".join(tokens), *values,
        )  # fmt: skip

    def _income(self, filed: Filed, income: Record, own: str, year: int) -> Row:
        values, digest = self._facts(_INCOME, income, "income")
        return (
            new_id(), self._batch_id, own, filed.group, year, "new", None, digest, *values,
            net_income_fen(income),
        )  # fmt: skip

    def _facts(
        self, plan: _Plan, record: Record, kind: str, supposed: Mapping[str, Any] = _NOTHING
    ) -> tuple[list[Any], str]:
        """The columns of the facts, and the keyed digest of what they say."""
        values, content = plan.blank[:], plan.unsaid[:]
        for slug, text in supposed.items():
            content[plan.places[slug][2]] = text
        keys, places = self._keys, plan.places
        for slug, value in record.items():
            if value is None or slug not in places:
                continue
            mode, at, number = places[slug]
            if mode == _SEALED:
                blind = content[number] = keys.blind(value, slug)
                values[at : at + 3] = (keys.seal(value, slug), mask(value, slug), blind)
                continue
            kept = date.fromisoformat(value) if mode == _DAY else value
            values[at] = kept
            content[number] = hundredths_text(value) if mode == _DECIMAL else kept
        return values, keys.blind(orjson.dumps(content).decode(), kind)
