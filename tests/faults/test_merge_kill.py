"""kill -9 while a roster is read and merged: staged again from the start, merged whole or not."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from jingzhun.households.models import (
    household,
    household_event,
    household_version,
    income,
    member,
    member_token,
    member_version,
)
from jingzhun.households.roster.models import roster_household
from jingzhun.imports.models import import_batch, import_row
from jingzhun.imports.repository.batches import BatchRepository
from jingzhun.imports.service import batches, merging
from jingzhun.jobs.repository import LEASE
from jingzhun.jobs.service import run_one
from jingzhun.journal.models import journal_entry
from jingzhun.kit.unit import Unit
from jingzhun.policy.roles import Permission
from jingzhun.web.context import Context
from tests.callers import everything, seed_places, stopped
from tests.faults.harness import Scene, Tell
from tests.households.roster.workbooks import home, workbook

VILLAGE = "北山村委会"
HOMES = 12
MEMBERS = 3
# Statements of one merge, counted once by hand.
STEPS = 45


def content(serial: int) -> bytes:
    """Twelve households of three, unlike those of any other serial."""
    return workbook({VILLAGE: [home(f"44081107020{serial:02d}{n:03d}") for n in _numbers(serial)]})


def _numbers(serial: int) -> range:
    start = serial * HOMES + 1
    return range(start, start + HOMES)


def upload(context: Context, serial: int) -> str:
    with context.database.write(everything(), now=context.now()) as unit:
        return batches.upload(unit, context, "roster", "花名册.xlsx", content(serial), None, {})


def read(context: Context, tell: Tell) -> None:
    """Check what waits."""
    while run_one(context):
        tell("checked")


def merge(context: Context, tell: Tell, batch_id: str) -> None:
    """Merge a checked batch."""
    with context.database.write(everything(), now=context.now()) as unit:
        merging.merge(unit, context.keys, batch_id, {})
    tell("merged")


@pytest.fixture
def context_with_places(context: Context) -> Context:
    seed_places(context)
    return context


def _state(context: Context, batch_id: str) -> Any:
    with context.database.read(everything()) as unit:
        return BatchRepository(unit, Permission.IMPORTS_READ).get(batch_id).state


def _count(unit: Unit, table: Any, *where: Any) -> int:
    return int(unit.execute(select(func.count()).select_from(table).where(*where)).scalar_one())


def _merged(context: Context) -> int:
    """How many batches the registry holds; fails where one is there in part."""
    with context.database.read(everything()) as unit:
        households = _count(unit, household)
        assert households % HOMES == 0, "a merge was left half done"
        whole = households // HOMES
        for table, each in (
            (household_version, 1), (household_event, 1), (income, 1),
            (member, MEMBERS), (member_version, MEMBERS),
        ):  # fmt: skip
            assert _count(unit, table) == households * each, table.name
        members = unit.execute(select(func.count(member_token.c.member_id.distinct()))).scalar_one()
        assert members == households * MEMBERS
        assert _count(unit, household, household.c.member_count != MEMBERS) == 0
        assert _count(unit, roster_household, roster_household.c.action == "merged") == households
        assert _count(unit, import_batch, import_batch.c.state == "merged") == whole
        assert _count(unit, journal_entry, journal_entry.c.action == "import.merge") == whole
    return whole


def test_killed_while_merging(scene: Scene, context_with_places: Context) -> None:
    context = context_with_places
    for serial, chance in enumerate(scene.chances()):
        batch_id = upload(context, serial)
        while run_one(context):
            pass
        kind = chance.random()
        if kind < 0.15:
            outcome = scene.run(merge, batch_id, at_step=1, past=True)
        elif kind < 0.75:
            outcome = scene.run(merge, batch_id, at_step=chance.randint(1, STEPS))
        else:
            outcome = scene.run(merge, batch_id, after=chance.random() * 0.15)
        found = _merged(context)
        assert found - serial in {0, 1}
        assert found - serial == 1 or not outcome.told
        if found == serial:
            assert _state(context, batch_id) == "checked"
            merge(context, lambda _line: None, batch_id)
        assert _merged(context) == serial + 1
        scene.assert_journal_is_whole()


def test_killed_while_reading_it_is_read_again(scene: Scene, context_with_places: Context) -> None:
    context, moment = context_with_places, stopped(context_with_places)
    for serial, chance in enumerate(scene.chances(0.5)):
        batch_id = upload(context, serial)
        scene.run(read, at_step=chance.randint(1, STEPS))
        moment.at += LEASE + timedelta(seconds=1)
        while run_one(context):
            pass
        assert _state(context, batch_id) == "checked"
        with context.database.read(everything()) as unit:
            rows = _count(unit, import_row, import_row.c.batch_id == batch_id)
            staged = _count(unit, roster_household, roster_household.c.batch_id == batch_id)
        assert (rows, staged) == (HOMES * MEMBERS, HOMES)
