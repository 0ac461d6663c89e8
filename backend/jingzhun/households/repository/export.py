"""Streams members with their household for exports: masked, or with ciphertexts to be opened.

Memory stays flat: rows are read in stretches by place and household number.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Label, select

from jingzhun.factbook import AsOf, FactBook
from jingzhun.grammar.facts import Fact, Protection, Subject
from jingzhun.households.models import household, household_version, member_version
from jingzhun.kit.columns import narrowed, within
from jingzhun.kit.unit import Unit

Row = Mapping[Any, Any]
_CHUNK = 2000


class ExportRepository:
    """Rows within the actor's places for one permission, as of a day."""

    def __init__(self, unit: Unit, permission: str, book: FactBook, as_of: AsOf) -> None:
        self.unit, self.book, self.as_of = unit, book, as_of
        self.paths = unit.actor.paths(permission)

    def rows(
        self, subject: Subject, facts: Sequence[Fact], path: str | None, *, clear: bool = False
    ) -> Iterator[Row]:
        """Yield one mapping of slugs per member or household, with `id` and `household_id`.

        With `clear` a sealed fact is given as ciphertext: who opens it writes the access log.
        """
        root = self.book.roots[subject]
        columns = [self._column(subject, fact, clear=clear) for fact in facts]
        where = [root.holds(self.as_of), within(root.place_path, narrowed(self.paths, path))]
        statement = (
            select(root.key.label("id"), household.c.id.label("household_id"), *columns)
            .select_from(root.rows)
            .where(*where)
            .order_by(root.place_path, household.c.household_no, root.key)
        )
        # One statement read in stretches: sorted once, and memory stays flat.
        found = self.unit.execute(statement.execution_options(yield_per=_CHUNK))
        yield from found.mappings()

    def _column(self, subject: Subject, fact: Fact, *, clear: bool) -> Label[Any]:
        column: ColumnElement[Any] | Any = self.book.column(fact, self.as_of)
        if clear and fact.protection is Protection.SEALED:
            table = member_version if subject is Subject.MEMBER else household_version
            column = table.c[fact.slug]
        return column.label(fact.slug)
