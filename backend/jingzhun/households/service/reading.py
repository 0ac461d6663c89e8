"""One household as the interface shows it: facts, since when, from whom. Reads only."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from jingzhun.factbook import AsOf
from jingzhun.grammar.facts import Fact, Kind, Protection, Value
from jingzhun.grammar.parameters import figures_of
from jingzhun.grammar.rules import Context
from jingzhun.households.income import disposable_income_fen, per_head_fen
from jingzhun.households.repository.record import HouseholdRepository
from jingzhun.households.values import wire_of
from jingzhun.kit.unit import Unit
from jingzhun.policy import completeness, derivation
from jingzhun.policy.roles import Permission
from jingzhun.policy.vocabulary import household as household_facts
from jingzhun.policy.vocabulary import income as income_facts
from jingzhun.policy.vocabulary import member as member_facts

Row = Mapping[Any, Any]
Content = dict[str, Any]

_HEADER = (
    "id", "household_no", "rev", "village_id", "village_name", "hamlet_id", "registration",
    "poverty_state", "household_kind", "main_cause", "head_name", "member_count", "able_count",
    "labour_unknown_count", "income_year", "net_income_fen", "net_income_per_head_fen",
    "updated_at", "town_id", "town_name", "hamlet_name",
)  # fmt: skip
_ORIGIN = ("valid_from", "recorded_at", "actor_name", "source")
_DERIVED = ("age", "is_in_school", "is_able", "is_unable")
Shown = Callable[[Row], Content]
_HOUSEHOLD_FACTS, _MEMBER_FACTS = wire_of(household_facts.STORED), wire_of(member_facts.STORED)
_AMOUNTS = wire_of(income_facts.STORED)
_SEVERAL = tuple(fact.slug for fact in member_facts.STORED if fact.kind is Kind.MULTI)


def get_household(unit: Unit, household_id: str, as_of: AsOf, *, is_now: bool) -> Content:
    """Return the record as of a day; members only for who may read them at its place."""
    repository = HouseholdRepository(unit, Permission.HOUSEHOLDS_READ)
    head = repository.get_head_row(household_id, as_of, is_now=is_now)
    versions = repository.household_versions(household_id, as_of)
    content: Content = {name: head[name] for name in _HEADER}
    content |= {"contact_phone": head["contact_phone_masked"], "at": as_of.at,
                "known_at": as_of.known_at}  # fmt: skip
    content |= _traced(household_facts.STORED, _HOUSEHOLD_FACTS, versions, as_of.at)
    content["members"] = None
    if unit.actor.covers(Permission.MEMBERS_READ, head["place_path"]):
        rows = repository.member_versions(household_id, as_of)
        content["members"] = members_of(rows, as_of.at)
    incomes = repository.incomes(household_id, as_of)
    content["incomes"] = [_income(row, head["member_count"]) for row in incomes]
    return content


def get_members(unit: Unit, household_id: str, as_of: AsOf, *, is_now: bool) -> list[Content]:
    """Return the members present on the day; raises HouseholdNotFound out of scope."""
    repository = HouseholdRepository(unit, Permission.MEMBERS_READ)
    repository.get_head_row(household_id, as_of, is_now=is_now)
    return members_of(repository.member_versions(household_id, as_of), as_of.at)


def members_of(rows: Sequence[Row], at: date) -> list[Content]:
    """Return everybody present on the day, in the order they were entered."""
    by_member: dict[str, list[Row]] = {}
    for row in rows:
        by_member.setdefault(row["member_id"], []).append(row)
    people, context = [], Context(at, figures_of(at.year))
    for member_id, versions in by_member.items():
        current = _in_force(versions, at)
        if current is not None and current["is_present"]:
            person = {"id": member_id, "ordinal": current["ordinal"]}
            person |= _traced(member_facts.STORED, _MEMBER_FACTS, versions, at)
            people.append(person | _derived(current, person["facts"], context))
    people.sort(key=lambda person: (person["ordinal"], person["id"]))
    return people


def _derived(row: Row, facts: Content, context: Context) -> Content:
    """What follows from the facts of a member; judged like a household of one."""
    record: dict[str, Value] = facts | {slug: row[slug] for slug in _SEVERAL}
    if row["born_on"] is not None:
        record["born_on"] = row["born_on"].isoformat()
    derivation.complete({}, [record], context)
    content: Content = {name: record[name] for name in _DERIVED}
    return content | {"completeness_gaps": completeness.gaps_of(record)}


def _in_force(versions: Iterable[Row], at: date) -> Row | None:
    return next((row for row in versions if row["valid_from"] <= at < row["valid_to"]), None)


def _traced(facts: Sequence[Fact], shown: Shown, versions: Sequence[Row], at: date) -> Content:
    """Facts as of the day; per fact the version since which it stands as it does."""
    past = [row for row in versions if row["valid_from"] <= at]
    if not past:
        empty: Content = {fact.slug: None for fact in facts}
        return {"facts": empty, "since": {}, "versions": []}
    current = past[-1]
    since: dict[str, int] = {}
    if len(past) > 1:
        for fact in facts:
            index = _unchanged_from(past, _compared(fact))
            if index:
                since[fact.slug] = index
    return {
        "facts": shown(current),
        "since": since,
        "versions": [{name: row[name] for name in _ORIGIN} for row in past],
    }


def _compared(fact: Fact) -> str:
    return f"{fact.slug}_blind" if fact.protection is Protection.SEALED else fact.slug


def _unchanged_from(versions: Sequence[Row], column: str) -> int:
    index = len(versions) - 1
    while index and versions[index - 1][column] == versions[index][column]:
        index -= 1
    return index


def _income(row: Row, members: int) -> Content:
    return {
        "year": row["year"],
        "amounts": _AMOUNTS(row),
        "net_income_fen": row["net_income_fen"],
        "disposable_income_fen": disposable_income_fen(row),
        "net_income_per_head_fen": per_head_fen(row["net_income_fen"], members),
        "recorded_at": row["recorded_at"],
        "actor_name": row["actor_name"],
        "source": row["source"],
    }
