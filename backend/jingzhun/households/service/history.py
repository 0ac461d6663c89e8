"""The history of a household from its version rows: who, when, field by field, masked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import orjson

from jingzhun.factbook import AsOf
from jingzhun.grammar.facts import Fact, Protection
from jingzhun.households.repository.identity import IdentityRepository
from jingzhun.households.repository.record import HouseholdRepository
from jingzhun.households.values import to_wire
from jingzhun.kit.unit import Unit
from jingzhun.policy.roles import Permission
from jingzhun.policy.vocabulary import household as household_facts
from jingzhun.policy.vocabulary import income as income_facts
from jingzhun.policy.vocabulary import member as member_facts

Row = Mapping[Any, Any]
Content = dict[str, Any]


def history(unit: Unit, household_id: str) -> list[Content]:
    """Return every change, latest first; those of members only for who may read them."""
    repository = HouseholdRepository(unit, Permission.HOUSEHOLDS_READ)
    head = repository.get_head_row(household_id, AsOf(unit.today), is_now=True)
    households, members, incomes = repository.all_rows(household_id)
    entries = _entries("household", households, household_facts.STORED, ("village_id",))
    if unit.actor.covers(Permission.MEMBERS_READ, head["place_path"]):
        for member_id, rows in _grouped(members, "member_id").items():
            found = _entries("member", rows, member_facts.STORED, ("is_present", "leave_reason"))
            entries += [{**entry, "member_id": member_id} for entry in found]
    for year, rows in _grouped(incomes, "year").items():
        entries += [{**entry, "year": year} for entry in _incomes(rows)]
    entries.sort(key=lambda entry: entry["recorded_at"], reverse=True)
    return entries


def events(unit: Unit, household_id: str) -> list[Content]:
    """Return the events of a household in scope, latest first."""
    repository = HouseholdRepository(unit, Permission.HOUSEHOLDS_READ)
    repository.get_head_row(household_id, AsOf(unit.today), is_now=True)
    names = ("id", "kind", "happened_on", "member_id", "document", "note", "actor_name",
             "recorded_at")  # fmt: skip
    return [
        {**{name: row[name] for name in names}, "content": orjson.loads(row["content"])}
        for row in IdentityRepository(unit).events(household_id)
    ]


def _grouped(rows: Iterable[Row], name: str) -> dict[Any, list[Row]]:
    found: dict[Any, list[Row]] = {}
    for row in rows:
        found.setdefault(row[name], []).append(row)
    return found


def _entries(
    subject: str, rows: Sequence[Row], facts: Sequence[Fact], extra: tuple[str, ...]
) -> list[Content]:
    """A row that differs from what was known of its first day before it was written."""
    entries = []
    for row in rows:
        earlier = _known_before(rows, row, row["valid_from"])
        changes = _changes(facts, earlier, row) + [
            {"slug": name, "before": earlier and earlier[name], "after": row[name]}
            for name in extra
            if (earlier[name] if earlier else None) != row[name]
        ]
        if changes:
            entries.append(_entry(subject, row, changes, row["valid_from"], row.get("name")))
    return entries


def _known_before(rows: Sequence[Row], row: Row, day: date) -> Row | None:
    """What stood before: the row replaced in the same writing, else the version just before."""
    instant = row["recorded_at"]
    for other in rows:
        if (
            other is not row and other["recorded_at"] < instant
            and other["valid_from"] <= day < other["valid_to"]
            and (other["replaced_at"] is None or other["replaced_at"] >= instant)
        ):  # fmt: skip
            return other
    return None


def _incomes(rows: Sequence[Row]) -> list[Content]:
    entries = []
    earlier: Row | None = None
    for row in rows:
        changes = _changes(income_facts.STORED, earlier, row)
        if changes:
            entries.append(_entry("income", row, changes, None, None))
        earlier = row
    return entries


def _changes(facts: Sequence[Fact], earlier: Row | None, row: Row) -> list[Content]:
    changes = []
    for fact in facts:
        is_sealed = fact.protection is Protection.SEALED
        compared = f"{fact.slug}_blind" if is_sealed else fact.slug
        if (earlier[compared] if earlier else None) != row[compared]:
            before = to_wire(fact, earlier) if earlier else None
            changes.append({"slug": fact.slug, "before": before, "after": to_wire(fact, row)})
    return changes


def _entry(
    subject: str, row: Row, changes: list[Content], valid_from: date | None, name: str | None
) -> Content:
    return {
        "recorded_at": row["recorded_at"], "actor_name": row["actor_name"],
        "source": row["source"], "valid_from": valid_from, "subject": subject, "member_id": None,
        "member_name": name if subject == "member" else None, "year": None, "changes": changes,
    }  # fmt: skip
