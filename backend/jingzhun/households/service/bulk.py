"""Enters many new households at once: demo, benchmarks, tests. Judges nothing, journals once.

The drafts must be of households the registry does not know; `values` are in the form policy speaks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import Any

from sqlalchemy import Table

from jingzhun.grammar.facts import Value
from jingzhun.households import values as forms
from jingzhun.households.income import net_income_fen
from jingzhun.households.models import (
    MAX_DAY,
    household,
    household_event,
    household_version,
    income,
    member,
    member_token,
    member_version,
)
from jingzhun.households.repository.summary import refresh_summaries, tell_planner
from jingzhun.households.service.sheet import stamp_of
from jingzhun.households.tokens import tokens_of
from jingzhun.kit.bulk import insert_rows, learn_growth
from jingzhun.kit.columns import Hundredths
from jingzhun.kit.crypto import Keyring
from jingzhun.kit.ids import new_id
from jingzhun.kit.unit import Unit
from jingzhun.places.finding import Place
from jingzhun.policy.vocabulary import household as household_facts
from jingzhun.policy.vocabulary import income as income_facts
from jingzhun.policy.vocabulary import member as member_facts

Columns = dict[str, Any]
Rows = dict[Table, list[Columns]]
_ORDER = (household, household_version, member, member_version, income, member_token,
          household_event)  # fmt: skip
_CHUNK = 1000


@dataclass
class Draft:
    """A household to enter. A member's own `valid_from` may be later than the household's."""

    household_no: str
    village: Place
    valid_from: date
    values: Mapping[str, Value]
    members: Sequence[Mapping[str, Value]]
    hamlet: Place | None = None
    incomes: Mapping[int, Mapping[str, Value]] = field(default_factory=dict)
    event: tuple[str, str] = ("make", "")
    id: str = field(default_factory=new_id)
    member_ids: list[str] = field(default_factory=list)
    member_since: list[date] = field(default_factory=list)


def load(unit: Unit, keys: Keyring, drafts: Iterable[Draft], source: str) -> int:
    """Write the drafts a thousand at a time; return how many households that were."""
    waiting, count = iter(drafts), 0
    while some := list(islice(waiting, _CHUNK)):
        rows: Rows = {table: [] for table in _ORDER}
        for draft in some:
            _enter(unit, keys, draft, source, rows)
        for table in _ORDER:
            insert_rows(unit, table, _as_kept(table, rows[table]))
        learn_growth(unit, len(some), *_ORDER)
        refresh_summaries(unit, [draft.id for draft in some])
        count += len(some)
    tell_planner(unit)
    return count


def _as_kept(table: Table, rows: list[Columns]) -> list[list[Any]]:
    """Values in the order of the table's columns, as the database keeps them."""
    names = [column.name for column in table.columns]
    exact = [at for at, column in enumerate(table.columns) if isinstance(column.type, Hundredths)]
    kept = []
    for row in rows:
        values: list[Any] = [row.get(name) for name in names]
        for at in exact:
            if values[at] is not None:
                values[at] = int(Decimal(values[at]) * 100)
        kept.append(values)
    return kept


def _enter(unit: Unit, keys: Keyring, draft: Draft, source: str, rows: Rows) -> None:
    stamp = stamp_of(unit, source)
    stamped = stamp.columns()
    place = {
        "village_id": draft.village.id,
        "hamlet_id": draft.hamlet.id if draft.hamlet else None,
        "place_path": draft.village.path,
    }
    empty: dict[str, Value] = {fact.slug: None for fact in household_facts.STORED}
    columns = forms.to_columns(household_facts.STORED, empty | dict(draft.values), keys)
    rows[household].append({
        "id": draft.id, "household_no": draft.household_no, "rev": 0, "made_at": unit.now,
        "updated_at": unit.now, **place, "registration": columns["registration"] or "surveyed",
        "member_count": 0, "able_count": 0, "labour_unknown_count": 0,
    })  # fmt: skip
    rows[household_version].append({
        "id": new_id(), "household_id": draft.id, **place, "valid_from": draft.valid_from,
        "valid_to": MAX_DAY, **stamped, **columns,
        "digest": forms.digest(household_facts.STORED, columns, keys, "household"),
    })  # fmt: skip
    kind, document = draft.event
    rows[household_event].append({
        "id": new_id(), "household_id": draft.id, "member_id": None, "kind": kind,
        "happened_on": draft.valid_from, "document": document, "note": "", "content": "{}",
        "actor_id": stamp.actor_id, "actor_name": stamp.actor_name, "recorded_at": unit.now,
        "batch_id": None,
    })  # fmt: skip
    for row in _people(unit, keys, draft, stamped):
        rows[member].append(row.identity)
        rows[member_version].append(row.version)
        rows[member_token] += row.tokens
    rows[income] += _incomes(keys, draft, stamped)


@dataclass
class _Person:
    identity: Columns
    version: Columns
    tokens: list[Columns]


def _people(unit: Unit, keys: Keyring, draft: Draft, stamped: Columns) -> Iterator[_Person]:
    empty: dict[str, Value] = {fact.slug: None for fact in member_facts.STORED}
    since = draft.member_since or [draft.valid_from] * len(draft.members)
    for ordinal, (given, day) in enumerate(zip(draft.members, since, strict=True), start=1):
        values = forms.with_identity(empty | dict(given))
        columns = forms.to_columns(member_facts.STORED, values, keys)
        member_id = new_id()
        draft.member_ids.append(member_id)
        number, phone = (values[slug] and str(values[slug]) for slug in ("id_number", "phone"))
        words = tokens_of(keys, columns["name"], number or None, [phone or None])
        where = {"household_id": draft.id, "place_path": draft.village.path}
        yield _Person(
            {"id": member_id, "household_id": draft.id, "is_present": True, "made_at": unit.now,
             "id_number_blind": columns["id_number_blind"]},
            {"id": new_id(), "member_id": member_id, **where, "is_present": True,
             "leave_reason": None, "ordinal": ordinal, "valid_from": day, "valid_to": MAX_DAY,
             **stamped, **columns,
             "digest": forms.digest(member_facts.STORED, columns, keys, "member")},
            [{"member_id": member_id, **where, "token": word} for word in words],
        )  # fmt: skip


def _incomes(keys: Keyring, draft: Draft, stamped: Columns) -> Iterator[Columns]:
    empty: dict[str, Value] = {fact.slug: None for fact in income_facts.STORED}
    for year, given in draft.incomes.items():
        columns = forms.to_columns(income_facts.STORED, empty | dict(given), keys)
        yield {
            "id": new_id(), "household_id": draft.id, "place_path": draft.village.path,
            "year": year, **stamped, **columns, "net_income_fen": net_income_fen(columns),
            "digest": forms.digest(income_facts.STORED, columns, keys, "income"),
        }  # fmt: skip
