"""The chain under rival writers, and every kind of tampering named."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, delete, func, insert, select, text, update
from sqlalchemy.exc import DBAPIError

from jingzhun.journal import links, service
from jingzhun.journal.models import journal_entry, journal_head
from jingzhun.kit.actor import Actor, Grant
from jingzhun.kit.database import Database
from jingzhun.kit.ids import new_id
from jingzhun.kit.unit import Entry
from jingzhun.web.context import Context
from tests.callers import everything

ROOT = Path(__file__).resolve().parents[2]
PROCESSES, EACH = 8, 500
COUNT = 12


def test_eight_processes_with_five_hundred_writes_each_make_one_chain(
    database: Database,
) -> None:
    url = database.url
    command = [sys.executable, "-W", "error", "-m", "tests.journal.writer", url]
    running = [
        subprocess.Popen(
            [*command, f"w{number}", str(EACH)],
            cwd=ROOT,
            env={"PYTHONPATH": f"{ROOT}:{ROOT / 'backend'}", "PATH": "/usr/bin:/bin"},
            stderr=subprocess.PIPE,
        )
        for number in range(PROCESSES)
    ]
    faults = [process.communicate()[1].decode() for process in running]
    assert [process.returncode for process in running] == [0] * PROCESSES, faults
    assert service.verify(database) is None
    with database.read(everything()) as unit:
        assert service.head(unit).seq == PROCESSES * EACH
        counted = select(func.count(journal_entry.c.subject_id.distinct()))
        assert unit.execute(counted).scalar_one() == PROCESSES * EACH


@pytest.fixture
def written(context: Context) -> Database:
    """A chain of twelve entries by three units of work."""
    database = context.database
    for unit_number in range(3):
        with database.write(everything(), now=context.now()) as unit:
            for number in range(COUNT // 3):
                unit.note(
                    Entry(
                        "account.update", "account", f"a-{unit_number}-{number}", "修改账号",
                        {"name": "旧"}, {"name": "新"}, "事由", "/440840/",
                    )
                )  # fmt: skip
    assert service.verify(database) is None
    return database


@contextmanager
def tampering(database: Database) -> Iterator[Connection]:
    """A connection of someone who may do anything to the database, past its triggers."""
    with database.writer.connect() as connection:
        if database.is_sqlite:
            names = connection.execute(
                text("SELECT name FROM sqlite_master WHERE type='trigger' AND name LIKE '%journal%'")
            ).scalars().all()  # fmt: skip
            kept = [
                connection.execute(
                    text("SELECT sql FROM sqlite_master WHERE name = :name"), {"name": name}
                ).scalar_one()
                for name in names
            ]
            for name in names:
                connection.execute(text(f"DROP TRIGGER {name}"))
        else:
            kept = []
            connection.execute(text("SET session_replication_role = replica"))
        yield connection
        for sql in kept:
            connection.exec_driver_sql(sql)
        if not database.is_sqlite:
            connection.execute(text("SET session_replication_role = DEFAULT"))
        connection.commit()


def entry(connection: Connection, seq: int) -> dict[str, Any]:
    found = connection.execute(select(journal_entry).where(journal_entry.c.seq == seq))
    return dict(found.mappings().one())


def changed(connection: Connection, at: int, **values: Any) -> None:
    connection.execute(update(journal_entry).where(journal_entry.c.seq == at).values(**values))


def a_field(name: str, value: Any) -> Callable[[Connection], None]:
    return lambda connection: changed(connection, 7, **{name: value})


def removed(connection: Connection) -> None:
    connection.execute(delete(journal_entry).where(journal_entry.c.seq == 5))


def removed_first(connection: Connection) -> None:
    connection.execute(delete(journal_entry).where(journal_entry.c.seq == 1))


def removed_and_closed_up(connection: Connection) -> None:
    removed(connection)
    for seq in range(6, COUNT + 1):
        changed(connection, seq, seq=seq - 1)
    connection.execute(update(journal_head).values(seq=COUNT - 1))


def cut(connection: Connection) -> None:
    connection.execute(delete(journal_entry).where(journal_entry.c.seq > 9))


def emptied(connection: Connection) -> None:
    connection.execute(delete(journal_entry))


def swapped(connection: Connection) -> None:
    first, second = entry(connection, 3), entry(connection, 4)
    for here, other in ((first, second), (second, first)):
        content = {name: other[name] for name in other if name not in ("seq", "id")}
        changed(connection, here["seq"], **content)


def appended(connection: Connection) -> None:
    last = entry(connection, COUNT)
    forged = last | {"seq": COUNT + 1, "id": new_id(), "previous": last["hash"]}
    forged["hash"] = links.digest(forged)
    connection.execute(insert(journal_entry).values(**forged))


def squeezed_in(connection: Connection) -> None:
    for seq in range(COUNT, 5, -1):
        changed(connection, seq, seq=seq + 1)
    connection.execute(update(journal_head).values(seq=COUNT + 1))
    before = entry(connection, 5)
    forged = before | {"seq": 6, "id": new_id(), "previous": before["hash"]}
    forged["hash"] = links.digest(forged)
    connection.execute(insert(journal_entry).values(**forged))


def rehashed(connection: Connection) -> None:
    content = entry(connection, 7) | {"summary": "从未发生"}
    changed(connection, 7, summary="从未发生", hash=links.digest(content))


def head_number(connection: Connection) -> None:
    connection.execute(update(journal_head).values(seq=COUNT - 1))


def head_hash(connection: Connection) -> None:
    connection.execute(update(journal_head).values(hash="f" * 64))


def head_removed(connection: Connection) -> None:
    connection.execute(delete(journal_head))


TAMPERINGS: dict[str, tuple[Callable[[Connection], None], str]] = {
    "actor changed": (a_field("actor_name", "别人"), "第7条内容被改动"),
    "instant changed": (
        lambda connection: changed(
            connection, 7, happened_at=entry(connection, 7)["happened_at"] + timedelta(seconds=1)
        ),
        "第7条内容被改动",
    ),
    "before changed": (a_field("before", "{}"), "第7条内容被改动"),
    "reason emptied": (a_field("reason", ""), "第7条内容被改动"),
    "made an access entry": (a_field("is_access", True), "第7条内容被改动"),
    "hash changed": (a_field("hash", "0" * 64), "第7条内容被改动"),
    "link changed": (a_field("previous", "0" * 64), "第7条与上一条不相连"),
    "removed": (removed, "第5条缺失"),
    "first removed": (removed_first, "第1条缺失"),
    "removed and closed up": (removed_and_closed_up, "第5条与上一条不相连"),
    "tail cut": (cut, "链头记为第12条，实有9条"),
    "emptied": (emptied, "链头记为第12条，实有0条"),
    "swapped": (swapped, "第3条与上一条不相连"),
    "appended": (appended, "第13条起有1条不在链上"),
    "squeezed in": (squeezed_in, "第7条与上一条不相连"),
    "rewritten with a new hash": (rehashed, "第8条与上一条不相连"),
    "head number changed": (head_number, "链头的摘要与第11条不符"),
    "head hash changed": (head_hash, "链头的摘要与第12条不符"),
    "head removed": (head_removed, "第1条起有12条不在链上"),
}


@pytest.mark.parametrize("name", TAMPERINGS)
def test_tampering_is_named(written: Database, name: str) -> None:
    tamper, expected = TAMPERINGS[name]
    with tampering(written) as connection:
        tamper(connection)
    assert service.verify(written) == expected


def rewritten(connection: Connection, until: int = COUNT) -> None:
    """Whoever holds the database may make the whole chain anew; a kept head shows it."""
    previous = links.GENESIS
    for seq in range(1, until + 1):
        content = entry(connection, seq) | {"previous": previous}
        if seq == 4:
            content["summary"] = "从未发生"
        previous = content["hash"] = links.digest(content)
        changed(connection, seq, **content)
    connection.execute(delete(journal_entry).where(journal_entry.c.seq > until))
    connection.execute(update(journal_head).values(seq=until, hash=previous))


def test_a_kept_head_shows_a_chain_made_anew_or_cut_with_its_head(written: Database) -> None:
    with written.read(everything()) as unit:
        kept = service.head(unit)
    head = (kept.seq, kept.hash)
    assert service.verify(written, head) is None
    with tampering(written) as connection:
        rewritten(connection)
    assert service.verify(written) is None
    assert service.verify(written, head) == "第12条的摘要与保存的链头不符：此前内容被改写"
    with tampering(written) as connection:
        rewritten(connection, 8)
    assert service.verify(written) is None
    assert service.verify(written, head) == "保存的链头是第12条，现在只有8条：末尾被截去"


def test_an_empty_journal_is_whole(context: Context) -> None:
    assert service.verify(context.database) is None
    assert service.verify(context.database, (0, links.GENESIS)) is None


@pytest.mark.parametrize("statement", [
    "UPDATE journal_entry SET summary = 'x'",
    "UPDATE journal_entry SET hash = 'x' WHERE seq = 1",
    "DELETE FROM journal_entry WHERE seq = 12",
    "DELETE FROM journal_entry",
])  # fmt: skip
def test_the_database_itself_refuses_to_change_an_entry(written: Database, statement: str) -> None:
    with (
        pytest.raises(DBAPIError, match="append-only"),
        written.writer.connect() as connection,
    ):
        connection.execute(text(statement))
    assert service.verify(written) is None


def test_what_is_rolled_back_leaves_no_entry(written: Database) -> None:
    def fail() -> None:
        with written.write(everything()) as unit:
            unit.note(Entry("trial.fail", "trial", "1", "不应留下"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    with written.read(everything()) as unit:
        assert service.head(unit).seq == COUNT


def test_an_actor_of_many_places_fits(context: Context) -> None:
    grants = tuple(Grant("village-committee", f"/440840/{n}/", frozenset()) for n in range(40))
    actor = Actor("a", "林小明", "person", grants, address="::ffff:255.255.255.255")
    with context.database.write(actor) as unit:
        unit.note(Entry("trial.write", "trial", "1", "多地任职"))
    assert service.verify(context.database) is None
