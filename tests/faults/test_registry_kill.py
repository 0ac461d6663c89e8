"""kill -9 while households are made and changed: whole or not at all, and what was told stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

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
from jingzhun.households.schemas.changes import HouseholdCreate, HouseholdUpdate
from jingzhun.households.service import household as households
from jingzhun.journal.models import journal_entry
from jingzhun.kit.unit import Unit
from jingzhun.web.context import Context
from tests.callers import everything
from tests.faults.harness import Scene, Tell
from tests.village import id_number, settle

PLACES = """
村   | 户 | 姓名 | 关系 | 生日       | 性别 | 劳动 | 就读   | 健康
北山 | 1  | 陈明 | 户主 | 1968-03-12 | 男   | 普通 | 非在校 | 健康
"""
MEMBERS = 3
# Statements of one writing, counted once by hand: the steps at which a kill is worth while.
STEPS = 45
SERIALS = 100


def _draft(village_id: str, serial: int) -> HouseholdCreate:
    """A household of three; the serial makes its numbers unlike any other's."""
    born_on = date(1950, 1, 1) + timedelta(days=serial // 130)
    people = [
        {
            "name": f"测试{'甲乙丙'[index]}",
            "relation": ("01", "02", "03")[index],
            "sex": "12"[index % 2],
            "id_number": id_number(
                born_on.isoformat(), serial % 130 * MEMBERS + index, female=index % 2 == 1
            ),
        }
        for index in range(MEMBERS)
    ]
    return HouseholdCreate.model_validate(
        {
            "household_no": f"K{serial:06d}",
            "village_id": village_id,
            "facts": {
                "household_kind": "general",
                "main_cause": "1",
                "contact_phone": "13812345678",
            },
            "members": people,
            "incomes": [{"year": 2017, "amounts": {"wage_income_fen": 100_00 + serial}}],
        }
    )


def make_and_change(context: Context, tell: Tell, village_id: str, first: int) -> None:
    """Make a household, then change it, again and again; say so after each commit."""
    for serial in range(first, first + SERIALS):
        with context.database.write(everything(), now=context.now()) as unit:
            made, _ = households.create(unit, context.keys, _draft(village_id, serial))
        tell(f"made {made}")
        change = HouseholdUpdate.model_validate({"facts": {"remark": f"第{serial}次"}})
        with context.database.write(everything(), now=context.now()) as unit:
            households.update(unit, context.keys, made, change, lambda _rev: None)
        tell(f"changed {made}")


@pytest.fixture
def village_id(context: Context) -> str:
    return settle(context, PLACES).villages["北山"]


@dataclass
class Ledger:
    """What is known to have happened; after each kill at most one more than was told."""

    scene: Scene
    made: set[str] = field(default_factory=set)
    changed: set[str] = field(default_factory=set)

    def check(self, told: list[str]) -> None:
        """Compare with the store and take over the one whose answer the kill cut off."""
        self.made |= {one.split()[1] for one in told if one.startswith("made")}
        self.changed |= {one.split()[1] for one in told if one.startswith("changed")}
        with self.scene.database.read(everything()) as unit:
            made = _whole_households(unit)
            entries = unit.execute(select(journal_entry.c.action, journal_entry.c.subject_id))
            actions = [(row.action, row.subject_id) for row in entries]
        assert sorted(made) == sorted(one for action, one in actions if action == "household.make")
        changed = [one for action, one in actions if action == "household.change"]
        assert len(changed) == len(set(changed)), "a change was done twice"
        assert self.made <= made
        assert self.changed <= set(changed)
        untold = len(made - self.made) + len(set(changed) - self.changed)
        assert untold <= 1, "more than the one whose answer the kill cut off"
        self.made, self.changed = made, set(changed)
        self.scene.assert_journal_is_whole()


def _whole_households(unit: Unit) -> set[str]:
    """The households made by the child; fails where one lacks a part."""
    rows = unit.execute(
        select(household.c.id, household.c.member_count).where(
            household.c.household_no.startswith("K")
        )
    ).all()
    parts = {
        household_version: None, household_event: None, income: 1,
        member: MEMBERS, member_version: MEMBERS, member_token: None,
    }  # fmt: skip
    for table, wanted in parts.items():
        counted = select(table.c.household_id, func.count().label("held")).group_by(
            table.c.household_id
        )
        counts = {row.household_id: row.held for row in unit.execute(counted)}
        for row in rows:
            assert counts.get(row.id, 0) >= 1, f"a household without {table.name}"
            assert wanted is None or counts[row.id] == wanted, table.name
    assert all(row.member_count == MEMBERS for row in rows)
    return {row.id for row in rows}


def test_killed_at_any_statement_a_household_is_whole_or_absent(
    scene: Scene, village_id: str
) -> None:
    ledger = Ledger(scene)
    for number, chance in enumerate(scene.chances(0.5)):
        step = chance.randint(1, 3 * STEPS)
        outcome = scene.run(make_and_change, village_id, number * SERIALS, at_step=step)
        assert outcome.was_killed
        ledger.check(outcome.told)


def test_killed_after_the_commit_but_before_the_answer(scene: Scene, village_id: str) -> None:
    ledger = Ledger(scene)
    for number, chance in enumerate(scene.chances(0.17)):
        done = chance.randint(1, 6)
        outcome = scene.run(make_and_change, village_id, number * SERIALS, at_step=done, past=True)
        assert outcome.was_killed
        assert len(outcome.told) == done - 1
        before = len(ledger.made) + len(ledger.changed)
        ledger.check(outcome.told)
        assert len(ledger.made) + len(ledger.changed) == before + done, "the last was committed"


def test_killed_at_any_moment(scene: Scene, village_id: str) -> None:
    ledger = Ledger(scene)
    for number, chance in enumerate(scene.chances(0.34)):
        moment = chance.random() * 0.4
        ledger.check(scene.run(make_and_change, village_id, number * SERIALS, after=moment).told)
