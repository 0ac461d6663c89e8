"""Rows for exports: masked by default, in clear with permission, reason and an entry in the log."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from jingzhun.factbook import AsOf
from jingzhun.grammar.facts import Subject
from jingzhun.households.repository import export
from jingzhun.households.service.exporting import iter_clear_rows, iter_rows
from jingzhun.kit.errors import NotPermitted
from jingzhun.policy.roles import Permission
from jingzhun.policy.vocabulary import derived, member
from jingzhun.web.context import Context
from tests.callers import TOWN, everything
from tests.conftest import actor_with
from tests.village import Settled

FACTS = (derived.member_household_no, member.name, member.id_number, derived.age)


def test_masked_in_scope_and_in_order(
    context: Context, village: Settled, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export, "_CHUNK", 2)
    actor = actor_with(Permission.HOUSEHOLDS_EXPORT, path=TOWN)
    with context.database.read(actor, now=context.now()) as unit:
        rows = list(iter_rows(unit, context.book, AsOf(unit.today), Subject.MEMBER, FACTS))
    assert len(rows) == 6
    assert {str(row["name"]) for row in rows} == set(village.members) - {"庄强"}
    assert all("*" in row["id_number"] for row in rows)
    assert [row["member_household_no"] for row in rows] == sorted(
        row["member_household_no"] for row in rows
    )


def test_in_clear_with_a_reason(context: Context, village: Settled) -> None:
    asked = (Subject.MEMBER, FACTS, "区审计要求")
    with (
        context.database.read(actor_with(Permission.HOUSEHOLDS_EXPORT)) as unit,
        pytest.raises(NotPermitted),
    ):
        next(iter_clear_rows(unit, context.keys, context.book, AsOf(unit.today), *asked))
    actor = actor_with(Permission.HOUSEHOLDS_EXPORT_CLEAR)
    with context.database.write(actor, now=context.now()) as unit:
        rows = list(iter_clear_rows(unit, context.keys, context.book, AsOf(unit.today), *asked))
    assert {row["name"]: row["id_number"] for row in rows} == village.id_numbers
    with context.database.read(everything()) as unit:
        logged = unit.execute(text(
            "SELECT reason, after FROM journal_entry WHERE is_access"
        )).one()  # fmt: skip
    assert tuple(logged) == ("区审计要求", '{"fields":["id_number"]}')
