"""Statements over orders. Figures hold for the whole county, so there is no scope to apply."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, select, update

from jingzhun.figures.errors import RevisionNotFound
from jingzhun.figures.models import figure_revision
from jingzhun.kit.unit import Unit


class FigureRepository:
    """Orders by parameter and year."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit

    def confirmed(self, known_at: datetime | None = None) -> Sequence[Row[Any]]:
        """Confirmed orders, the latest last; those not yet known at the instant are left out."""
        at = figure_revision.c.settled_at
        statement = (
            select(
                figure_revision.c.id, figure_revision.c.parameter, figure_revision.c.year,
                figure_revision.c.value, figure_revision.c.basis,
                figure_revision.c.document_number,
            )
            .where(figure_revision.c.state == "confirmed")
            .order_by(at, figure_revision.c.id)
        )  # fmt: skip
        if known_at is not None:
            statement = statement.where(at <= known_at)
        return self._unit.execute(statement).all()

    def of(self, parameter: str) -> Sequence[Row[Any]]:
        """Every order on a parameter, the newest first."""
        statement = (
            select(figure_revision)
            .where(figure_revision.c.parameter == parameter)
            .order_by(figure_revision.c.proposed_at.desc(), figure_revision.c.id.desc())
        )
        return self._unit.execute(statement).all()

    def waiting(self) -> dict[str, int]:
        """How many orders wait for their second person, by parameter."""
        statement = select(figure_revision.c.parameter).where(figure_revision.c.state == "proposed")
        counts: dict[str, int] = {}
        for slug in self._unit.execute(statement).scalars():
            counts[slug] = counts.get(slug, 0) + 1
        return counts

    def get(self, revision_id: str, *, lock: bool = False) -> Row[Any]:
        """One order; raises RevisionNotFound."""
        statement = select(figure_revision).where(figure_revision.c.id == revision_id)
        row = self._unit.execute(statement.with_for_update() if lock else statement).one_or_none()
        if row is None:
            raise RevisionNotFound
        return row

    def has_open(self, parameter: str, year: int) -> bool:
        """Whether an order on this figure waits for its second person."""
        statement = select(figure_revision.c.id).where(
            figure_revision.c.parameter == parameter,
            figure_revision.c.year == year,
            figure_revision.c.state == "proposed",
        )
        return self._unit.execute(statement).first() is not None

    def add(self, row: dict[str, Any]) -> None:
        """Keep a proposed order."""
        self._unit.execute(insert(figure_revision).values(**row))

    def settle(self, revision_id: str, state: str, name: str) -> None:
        """Move a proposed order on."""
        self._unit.execute(
            update(figure_revision)
            .where(figure_revision.c.id == revision_id)
            .values(
                state=state,
                rev=figure_revision.c.rev + 1,
                settled_name=name,
                settled_at=self._unit.now,
            )
        )
