"""Writes version rows on both time axes. Never decides what may be written.

A new row holds from its day up to the next known version. What it covers is replaced, not
overwritten: the earlier knowledge stays readable by `known_at`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Table, insert, select, update
from sqlalchemy.exc import IntegrityError

from jingzhun.households.errors import IdNumberHeld
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
from jingzhun.kit.ids import new_id
from jingzhun.kit.unit import Unit

Row = Mapping[Any, Any]
Columns = dict[str, Any]


@dataclass(frozen=True)
class Stamp:
    """Who writes, from what, and the instant from which it is known."""

    recorded_at: datetime
    actor_id: str
    actor_name: str
    source: str
    batch_id: str | None = None

    def columns(self) -> Columns:
        """The stamp as columns of a new row."""
        return {
            "recorded_at": self.recorded_at, "replaced_at": None, "actor_id": self.actor_id,
            "actor_name": self.actor_name, "source": self.source, "batch_id": self.batch_id,
        }  # fmt: skip


class VersionRepository:
    """Version rows of one unit; scope was checked when the household was locked."""

    def __init__(self, unit: Unit, stamp: Stamp) -> None:
        self.unit, self.stamp = unit, stamp

    def of_household(self, household_id: str) -> Sequence[Row]:
        """Known version rows of a household with every column, by day."""
        return self._known(household_version, household_version.c.household_id == household_id)

    def of_members(self, household_id: str) -> Sequence[Row]:
        """Known version rows of everybody whose identity is with the household, by day."""
        own = select(member.c.id).where(member.c.household_id == household_id)
        return self._known(member_version, member_version.c.member_id.in_(own))

    def of_member(self, member_id: str) -> Sequence[Row]:
        """Known version rows of one member, in whatever household, by day."""
        return self._known(member_version, member_version.c.member_id == member_id)

    def incomes(self, household_id: str) -> Sequence[Row]:
        """Known income rows with every column."""
        rows = income
        statement = select(rows).where(
            rows.c.household_id == household_id, rows.c.replaced_at.is_(None)
        )
        return self.unit.execute(statement.order_by(rows.c.year)).mappings().all()

    def _known(self, table: Table, which: Any) -> Sequence[Row]:
        statement = select(table).where(which, table.c.replaced_at.is_(None))
        return self.unit.execute(statement.order_by(table.c.valid_from)).mappings().all()

    def put(self, table: Table, known: Sequence[Row], day: date, columns: Columns) -> None:
        """Let `columns` hold from `day` to the next known version among `known`."""
        until = min((row["valid_from"] for row in known if row["valid_from"] > day),
                    default=MAX_DAY)  # fmt: skip
        covering = covering_row(known, day)
        if covering is not None:
            self._replace(table, covering["id"])
            until = covering["valid_to"]
            if covering["valid_from"] < day:
                kept = {**covering, "id": new_id(), "valid_to": day,
                        "recorded_at": self.stamp.recorded_at}  # fmt: skip
                self.unit.execute(insert(table), kept)
        row = {**columns, **self.stamp.columns(), "id": new_id(), "valid_from": day,
               "valid_to": until}  # fmt: skip
        self.unit.execute(insert(table), row)

    def put_income(self, known: Row | None, columns: Columns) -> None:
        """Let `columns` be the income of its year."""
        if known is not None:
            self._replace(income, known["id"])
        self.unit.execute(insert(income), {**columns, **self.stamp.columns(), "id": new_id()})

    def _replace(self, table: Table, row_id: str) -> None:
        self.unit.execute(
            update(table).where(table.c.id == row_id).values(replaced_at=self.stamp.recorded_at)
        )

    def make_household(self, columns: Columns) -> None:
        """Enter a household's identity; the summary follows by `refresh_summaries`."""
        empty = {
            "rev": 0, "made_at": self.stamp.recorded_at, "updated_at": self.stamp.recorded_at,
            "member_count": 0, "able_count": 0, "labour_unknown_count": 0,
        }  # fmt: skip
        self.unit.execute(insert(household), {**empty, **columns})

    def put_member(self, member_id: str, columns: Columns, *, is_new: bool) -> None:
        """Enter or change a member's identity; raises IdNumberHeld where a rival was faster."""
        try:
            if is_new:
                made = {"id": member_id, "made_at": self.stamp.recorded_at, **columns}
                self.unit.execute(insert(member), made)
            else:
                self.unit.execute(update(member).where(member.c.id == member_id).values(columns))
        except IntegrityError as error:
            raise IdNumberHeld(who="该成员", holder="另一户") from error

    def put_tokens(self, member_id: str, household_id: str, path: str, words: list[str]) -> None:
        """Put a member's search tokens in place of the ones before."""
        self.unit.execute(member_token.delete().where(member_token.c.member_id == member_id))
        if words:
            self.unit.execute(
                insert(member_token),
                [
                    {"member_id": member_id, "household_id": household_id, "place_path": path,
                     "token": word}
                    for word in words
                ],
            )  # fmt: skip

    def move(self, household_id: str, path: str) -> None:
        """Let tokens and income follow a household to another village."""
        for table in (member_token, income):
            self.unit.execute(
                update(table).where(table.c.household_id == household_id).values(place_path=path)
            )

    def put_event(self, household_id: str, columns: Columns) -> None:
        """Record an event; events are never changed."""
        self.unit.execute(insert(household_event), {
            "id": new_id(), "household_id": household_id, "member_id": None, "document": "",
            "note": "", "content": "{}", "actor_id": self.stamp.actor_id,
            "actor_name": self.stamp.actor_name, "recorded_at": self.stamp.recorded_at,
            "batch_id": self.stamp.batch_id, **columns,
        })  # fmt: skip


def covering_row(known: Sequence[Row], day: date) -> Row | None:
    """The version that holds on a day, or None before the first one."""
    return next((row for row in known if row["valid_from"] <= day < row["valid_to"]), None)
