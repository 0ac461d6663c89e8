"""One unit of work: a connection, the actor, the instant, and what is to be journalled."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, CursorResult, Executable
from sqlalchemy.orm import Session

from jingzhun.kit.actor import Actor
from jingzhun.kit.clock import day_of


@dataclass(frozen=True)
class Entry:
    """What happened: `action` is noun.verb; values are masked before they come here.

    `place_path` says in whose scope the entry may be read; "" means the whole county.
    """

    action: str
    subject: str
    subject_id: str
    summary: str
    before: Mapping[str, Any] | None = None
    after: Mapping[str, Any] | None = None
    reason: str = ""
    place_path: str = ""
    is_access: bool = False


@dataclass
class Unit:
    """Reads see one instant; writes are one transaction that commits whole or not at all.

    `kept` holds what was read once and cannot change within the unit, by the reader's own key.
    """

    connection: Connection
    actor: Actor
    now: datetime
    writes: bool
    entries: list[Entry] = field(default_factory=list)
    after_commit: list[Callable[[], None]] = field(default_factory=list)
    kept: dict[str, Any] = field(default_factory=dict)
    _session: Session | None = None
    _has_snapshot: bool = False

    @property
    def today(self) -> date:
        """The district's day of this unit."""
        return day_of(self.now)

    @property
    def session(self) -> Session:
        """A session on the same connection; flushed before the commit."""
        if self._session is None:
            self._session = Session(
                bind=self.connection,
                expire_on_commit=False,
                join_transaction_mode="rollback_only",
            )
        return self._session

    @property
    def is_postgresql(self) -> bool:
        """Whether the store is PostgreSQL; otherwise it is SQLite."""
        return self.connection.dialect.name == "postgresql"

    def execute(
        self,
        statement: Executable,
        parameters: Mapping[str, Any] | Sequence[Mapping[str, Any]] | None = None,
    ) -> CursorResult[Any]:
        """Run a Core statement after flushing what the session holds."""
        self.flush()
        if "yield_per" in statement.get_execution_options():
            self._keep_snapshot()
        return self.connection.execute(statement, parameters)

    def _keep_snapshot(self) -> None:
        """Rows read in stretches need a transaction; PostgreSQL's readers otherwise have none.

        It ends when the connection goes back to its pool.
        """
        if self.is_postgresql and not self.writes and not self._has_snapshot:
            self.connection.exec_driver_sql("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            self._has_snapshot = True

    def flush(self) -> None:
        """Send what the session holds to the database."""
        if self._session is not None:
            self._session.flush()

    def note(self, entry: Entry) -> None:
        """Write `entry` to the journal when this unit commits."""
        self.entries.append(entry)

    def close(self) -> None:
        """Let the session go; the connection belongs to the database."""
        if self._session is not None:
            self._session.close()
