"""Reads the journal and proves its chain. Never changes an entry."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

import orjson

from jingzhun.journal import links, repository, words
from jingzhun.journal.errors import PeriodReversed
from jingzhun.journal.repository import SHOWN, JournalRepository, Wanted
from jingzhun.kit.actor import system_actor
from jingzhun.kit.clock import DISTRICT_ZONE
from jingzhun.kit.database import Database
from jingzhun.kit.paging import Page
from jingzhun.kit.unit import Unit
from jingzhun.policy.roles import Permission

NEWEST = "9999-12-31"


@dataclass(frozen=True)
class Head:
    """The last entry: its number, hash and instant. Whoever keeps it can prove what came before."""

    seq: int
    hash: str
    happened_at: datetime | None


@dataclass(frozen=True)
class Proof:
    """What checking the whole chain found; `fault` is None where it is whole."""

    checked: int
    fault: str | None
    head: Head


def page(
    unit: Unit,
    wanted: Wanted,
    number: Page,
    *,
    is_access: bool,
    first_on: date | None,
    last_on: date | None,
) -> tuple[list[dict[str, Any]], int]:
    """One page of entries of whole days of the district, newest first, and the total."""
    permission = Permission.ACCESS_LOG_READ if is_access else Permission.JOURNAL_READ
    unit.actor.require(permission)
    if first_on and last_on and last_on < first_on:
        raise PeriodReversed
    limited = Wanted(
        wanted.actor_id, wanted.action, wanted.subject, wanted.subject_id,
        None if first_on is None else _midnight(first_on),
        None if last_on is None or str(last_on) == NEWEST
        else _midnight(last_on + timedelta(days=1)),
        wanted.place_path,
    )  # fmt: skip
    rows, total = JournalRepository(unit, permission).page(limited, number, is_access=is_access)
    return [shown(row) for row in rows], total


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), DISTRICT_ZONE)


def shown(row: Any) -> dict[str, Any]:
    """An entry as it is shown: what stood before and after as objects, in words."""
    content: dict[str, Any] = dict(zip(SHOWN, row, strict=True))
    sides = [
        None if content[name] is None else orjson.loads(content[name])
        for name in ("before", "after")
    ]
    for name, side in zip(("before", "after"), sides, strict=True):
        content[name] = words.coded(content["subject"], side)
    content["titles"] = words.titles(content["subject"], *sides)
    content["actor_roles"] = [role for role in content["actor_roles"].split(",") if role]
    return content


def head(unit: Unit) -> Head:
    """The last entry; to be printed or exported and kept outside of the system."""
    seq, digest = repository.head(unit)
    return Head(seq, digest, repository.happened_at(unit, seq) if seq else None)


def prove(unit: Unit, kept: tuple[int, str] | None = None) -> Proof:
    """Check every entry against its hash, the chain against the head, and a head kept outside.

    Only a kept head shows that someone rewrote the whole chain or cut it together with its head.
    """
    last = head(unit)
    fault = links.first_fault(repository.chain(unit, last.seq), (last.seq, last.hash))
    beyond = 0 if fault else repository.beyond_head(unit)
    if beyond:
        fault = f"第{last.seq + 1}条起有{beyond}条不在链上"
    if fault is None and kept is not None:
        fault = _differs(unit, kept, last)
    return Proof(last.seq, fault, last)


def _differs(unit: Unit, kept: tuple[int, str], last: Head) -> str | None:
    seq, digest = kept
    if seq > last.seq:
        return f"保存的链头是第{seq}条，现在只有{last.seq}条：末尾被截去"
    present = links.GENESIS if seq == 0 else repository.hash_of(unit, seq)
    return None if present == digest else f"第{seq}条的摘要与保存的链头不符：此前内容被改写"


def verify(database: Database, kept: tuple[int, str] | None = None) -> str | None:
    """Prove the chain for the command line; return the first fault, or None."""
    with database.read(system_actor("audit verify")) as unit:
        return prove(unit, kept).fault


def head_text(last: Head) -> str:
    """The head as a sheet to be printed, signed and kept."""
    at = "（无）" if last.happened_at is None else last.happened_at.isoformat()
    return (
        "精准 Jingzhun 操作日志链头\n"
        f"条数：{last.seq}\n摘要（SHA-256）：{last.hash}\n末条时刻（UTC）：{at}\n"
        "请打印签字后另行保存；核对时输入条数和摘要，即可证明此前的日志没有被改动。\n"
    )
