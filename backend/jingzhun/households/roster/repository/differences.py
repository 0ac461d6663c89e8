"""What changed field by field, masked, and the digest of what will be written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import orjson
from sqlalchemy import bindparam, select, update

from jingzhun.grammar.facts import Fact, Kind, Protection, shown
from jingzhun.households import values as forms
from jingzhun.households.models import household_version, income, member_version
from jingzhun.households.roster.columns import HOUSEHOLD_FACTS, INCOME_FACTS, MEMBER_FACTS
from jingzhun.households.roster.models import roster_household, roster_income, roster_member
from jingzhun.households.roster.repository.resolving import Resolver, compared
from jingzhun.kit.crypto import Keyring
from jingzhun.kit.ids import new_id

_RH, _RM, _RI = roster_household.c, roster_member.c, roster_income.c
_MOST_TOLD = 200
Change = dict[str, str]


class Differences:
    """Works through the changed rows of a resolver's batch or group."""

    def __init__(self, resolver: Resolver, keys: Keyring) -> None:
        self.resolver, self.unit, self.keys = resolver, resolver.unit, keys
        self._told: dict[str, list[Change]] = defaultdict(list)

    def write(self) -> None:
        """Fill in digests of changed rows, and the changes of each household."""
        self._work(roster_household, household_version, _RH.base_version_id, HOUSEHOLD_FACTS,
                   "household")  # fmt: skip
        self._work(roster_member, member_version, _RM.base_version_id, MEMBER_FACTS, "member")
        self._work(roster_income, income, _RI.base_id, INCOME_FACTS, "income")
        self._tell_new()
        rows = [
            {"key": key, "told": orjson.dumps(told[:_MOST_TOLD]).decode()}
            for key, told in self._told.items()
        ]
        if rows:
            self.unit.execute(
                update(roster_household)
                .where(_RH.id == bindparam("key"))
                .values(changes=bindparam("told")),
                rows,
            )

    def _work(self, table: Any, base: Any, link: Any, facts: Sequence[Fact], kind: str) -> None:
        names = [name for fact in facts for name in _names(fact)]
        owner = table.c.id if table is roster_household else table.c.roster_household_id
        who = table.c.name if table is roster_member else table.c.group_no
        statement = (
            select(
                table.c.id.label("key"), owner.label("owner"), who.label("who"),
                *(table.c[name].label(f"n_{name}") for name in names),
                *(base.c[name].label(f"o_{name}") for name in names),
            )
            .outerjoin(base, base.c.id == link)
            .where(self.resolver.staged(table), table.c.action == "changed")
        )  # fmt: skip
        digests = []
        for row in self.unit.execute(statement).mappings():
            new = {name: row[f"n_{name}"] for name in names}
            old = {name: row[f"o_{name}"] for name in names}
            person = str(row["who"] or "") if table is roster_member else ""
            self._told[row["owner"]] += _changes(facts, person, old, new)
            digest = forms.digest(facts, new, self.keys, kind)
            written = {"key": row["key"], "digest_": digest}
            if table is not roster_income:
                written["closing"] = new_id()
            digests.append(written)
        if digests:
            self.unit.execute(
                update(table)
                .where(table.c.id == bindparam("key"))
                .values(
                    digest=bindparam("digest_"),
                    **({} if table is roster_income else {"closing_id": bindparam("closing")}),
                ),
                digests,
            )

    def _tell_new(self) -> None:
        """People who come into a household that is registered, and its incomes of a new year."""
        joined = select(_RM.roster_household_id.label("owner"), _RM.name).join(
            roster_household, _RH.id == _RM.roster_household_id
        )
        people = joined.where(
            self.resolver.staged(roster_member), _RM.action == "new", _RH.household_id.is_not(None)
        )
        for row in self.unit.execute(people):
            self._told[row.owner].append(_said(row.name or "", "成员", "", "新增"))
        years = (
            select(_RI.roster_household_id.label("owner"), _RI.year)
            .join(roster_household, _RH.id == _RI.roster_household_id)
            .where(self.resolver.staged(roster_income), _RI.action == "new",
                   _RH.household_id.is_not(None))
        )  # fmt: skip
        for row in self.unit.execute(years):
            self._told[row.owner].append(_said("", f"{row.year}年收入", "", "新增"))


def _names(fact: Fact) -> tuple[str, ...]:
    if fact.protection is Protection.SEALED:
        return (f"{fact.slug}_masked", f"{fact.slug}_blind")
    return (fact.slug,)


def _changes(
    facts: Iterable[Fact], person: str, old: dict[str, Any], new: dict[str, Any]
) -> list[Change]:
    return [
        _said(person, fact.title, _shown(fact, old), _shown(fact, new))
        for fact in facts
        if old[compared(fact)] != new[compared(fact)]
    ]


def _said(member: str, title: str, before: str, after: str) -> Change:
    return {"member": member, "title": title, "before": before, "after": after}


def _shown(fact: Fact, row: dict[str, Any]) -> str:
    if fact.protection is Protection.SEALED:
        return row[f"{fact.slug}_masked"] or ""
    value = row[fact.slug]
    if value is None:
        return ""
    if fact.kind in {Kind.DATE, Kind.DECIMAL}:
        return str(value)
    return shown(fact, value)
