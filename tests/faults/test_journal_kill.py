"""Eight processes write the journal at once, some are killed; the chain holds every told entry."""

from __future__ import annotations

from sqlalchemy import select

from jingzhun.journal.models import journal_entry
from jingzhun.kit.unit import Entry
from jingzhun.web.context import Context
from tests.callers import everything
from tests.faults.harness import KILLS, Scene, Tell

WRITERS = 8
WRITES = 500 if KILLS > 100 else 15


def write_entries(context: Context, tell: Tell, name: str, count: int) -> None:
    """One entry a transaction."""
    for number in range(count):
        with context.database.write(everything(), now=context.now()) as unit:
            unit.note(Entry("trial.write", "trial", f"{name}-{number}", "并发写入"))
        tell(f"{name}-{number}")


def test_rival_writers_of_whom_two_are_killed(scene: Scene) -> None:
    children = [
        scene.start(write_entries, f"w{number}", WRITES, **death)
        for number, death in enumerate(
            [{"at_step": 20}, {"at_step": 6, "past": True}, *[{}] * (WRITERS - 2)]
        )
    ]
    outcomes = [scene.finish(child) for child in children]
    assert [outcome.was_killed for outcome in outcomes] == [True, True] + [False] * (WRITERS - 2)
    assert all(len(outcome.told) == WRITES for outcome in outcomes[2:])
    scene.assert_journal_is_whole()
    with scene.database.read(everything()) as unit:
        held = unit.execute(select(journal_entry.c.subject_id)).scalars().all()
    told = {line for outcome in outcomes for line in outcome.told}
    assert len(held) == len(set(held))
    assert told <= set(held)
    assert len(set(held) - told) == 1, "the one committed whose writer was killed before telling"
