"""Every statement over the journal: reading for people, appending for the chain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    String,
    bindparam,
    func,
    insert,
    or_,
    select,
    text,
    type_coerce,
    update,
)

from jingzhun.journal.errors import EntryNotFound
from jingzhun.journal.links import COLUMNS, GENESIS
from jingzhun.journal.models import journal_entry, journal_head
from jingzhun.kit.columns import within
from jingzhun.kit.paging import Page
from jingzhun.kit.unit import Unit

_AT_ONCE = 5000
_SEQ = COLUMNS.index("seq")
# The district's own path has one part: entries that belong to no place are the whole district's.
_DISTRICT_SLASHES = 2
SHOWN = (
    "id", "seq", "happened_at", "actor_id", "actor_name", "actor_roles", "address", "request_id",
    "action", "subject", "subject_id", "place_path", "summary", "reason", "before", "after",
)  # fmt: skip
_COLUMNS = tuple(journal_entry.c[name] for name in SHOWN)
_MAKE_HEAD = text(
    "INSERT INTO journal_head (id, seq, hash) VALUES (1, 0, :hash) ON CONFLICT (id) DO NOTHING"
)


@dataclass(frozen=True)
class Wanted:
    """Which entries a list asks for; None asks for all."""

    actor_id: str | None = None
    action: str | None = None
    subject: str | None = None
    subject_id: str | None = None
    since: datetime | None = None
    until: datetime | None = None
    place_path: str | None = None


class JournalRepository:
    """Entries of the places where the actor has `permission`."""

    def __init__(self, unit: Unit, permission: str) -> None:
        self.unit, self.paths = unit, unit.actor.paths(permission)

    def page(
        self, wanted: Wanted, page: Page, *, is_access: bool
    ) -> tuple[Sequence[Row[Any]], int]:
        """One page, newest first, and how many there are in all."""
        held = [self._scope(), journal_entry.c.is_access.is_(is_access), *_wanted(wanted)]
        rows = self.unit.execute(
            select(*_COLUMNS)
            .where(*held)
            .order_by(journal_entry.c.seq.desc())
            .limit(page.size)
            .offset(page.offset)
        ).all()
        total = select(func.count()).select_from(journal_entry).where(*held)
        return rows, self.unit.execute(total).scalar_one()

    def get(self, entry_id: str) -> Row[Any]:
        """One entry that is no access entry; raises EntryNotFound."""
        found = self.unit.execute(
            select(*_COLUMNS).where(
                journal_entry.c.id == entry_id,
                journal_entry.c.is_access.is_(False),
                self._scope(),
            )
        ).one_or_none()
        if found is None:
            raise EntryNotFound
        return found

    def _scope(self) -> ColumnElement[bool]:
        inside = within(journal_entry.c.place_path, self.paths)
        if any(path.count("/") <= _DISTRICT_SLASHES for path in self.paths):
            return or_(inside, journal_entry.c.place_path == "")
        return inside


def _wanted(wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    for column, value in (
        (journal_entry.c.actor_id, wanted.actor_id),
        (journal_entry.c.subject, wanted.subject),
        (journal_entry.c.subject_id, wanted.subject_id),
    ):
        if value is not None:
            yield column == value
    if wanted.action is not None:
        exact = journal_entry.c.action == wanted.action
        yield or_(exact, journal_entry.c.action.startswith(f"{wanted.action}.", autoescape=True))
    if wanted.since is not None:
        yield journal_entry.c.happened_at >= wanted.since
    if wanted.until is not None:
        yield journal_entry.c.happened_at < wanted.until
    if wanted.place_path is not None:
        yield within(journal_entry.c.place_path, (wanted.place_path,))


def head(unit: Unit) -> tuple[int, str]:
    """Number and hash of the last entry; zero and the genesis hash of an empty journal."""
    row = unit.execute(
        select(journal_head.c.seq, journal_head.c.hash).where(journal_head.c.id == 1)
    ).one_or_none()
    return (0, GENESIS) if row is None else (row.seq, row.hash)


def happened_at(unit: Unit, seq: int) -> datetime | None:
    """When the entry of this number was written."""
    statement = select(journal_entry.c.happened_at).where(journal_entry.c.seq == seq)
    return unit.execute(statement).scalar_one_or_none()


def hash_of(unit: Unit, seq: int) -> str | None:
    """The hash kept with the entry of this number."""
    return unit.execute(
        select(journal_entry.c.hash).where(journal_entry.c.seq == seq)
    ).scalar_one_or_none()


def chain(unit: Unit, until: int) -> Iterator[Sequence[Any]]:
    """All entries up to a number in order, as the chain wants them, a few thousand at a time."""
    statement = (
        select(*(_plain(unit, name) for name in COLUMNS))
        .where(journal_entry.c.seq > bindparam("after"), journal_entry.c.seq <= until)
        .order_by(journal_entry.c.seq)
        .limit(_AT_ONCE)
    )
    rows = unit.execute(statement, {"after": -1}).all()
    while rows:
        yield from rows
        rows = unit.execute(statement, {"after": rows[-1][_SEQ]}).all()


def _plain(unit: Unit, name: str) -> ColumnElement[Any]:
    column = journal_entry.c[name]
    if name == "happened_at" and not unit.is_postgresql:
        return type_coerce(column, String)
    return column


def beyond_head(unit: Unit) -> int:
    """How many entries lie past the head, in one statement, so that writers do not disturb."""
    last = select(func.coalesce(func.max(journal_head.c.seq), 0)).scalar_subquery()
    statement = select(func.count()).select_from(journal_entry).where(journal_entry.c.seq > last)
    return int(unit.execute(statement).scalar_one())


def lock_head(unit: Unit) -> tuple[int, str]:
    """Hold the head until the commit; of two first writers one makes it, the other waits."""
    query = (
        select(journal_head.c.seq, journal_head.c.hash)
        .where(journal_head.c.id == 1)
        .with_for_update()
    )
    last = unit.connection.execute(query).one_or_none()
    if last is None:
        unit.connection.execute(_MAKE_HEAD, {"hash": GENESIS})
        last = unit.connection.execute(query).one()
    return last.seq, last.hash


def append(unit: Unit, rows: Sequence[dict[str, Any]]) -> None:
    """Add linked entries and let the head name the last of them."""
    unit.connection.execute(insert(journal_entry), rows)
    last = {"seq": rows[-1]["seq"], "hash": rows[-1]["hash"]}
    unit.connection.execute(update(journal_head).where(journal_head.c.id == 1).values(**last))
