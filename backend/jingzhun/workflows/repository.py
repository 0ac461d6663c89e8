"""Statements over the history of steps. The owner of the record has scoped it before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, insert, select

from jingzhun.kit.unit import Unit
from jingzhun.workflows.models import workflow_step


class StepRepository:
    """Steps of one workflow."""

    def __init__(self, unit: Unit, workflow: str) -> None:
        self._unit, self._workflow = unit, workflow

    def of(self, subject_id: str) -> Sequence[Row[Any]]:
        """Every step of a record, the first one first."""
        statement = (
            select(workflow_step)
            .where(
                workflow_step.c.subject_id == subject_id,
                workflow_step.c.workflow == self._workflow,
            )
            .order_by(workflow_step.c.id)
        )
        return self._unit.execute(statement).all()

    def add(self, row: dict[str, Any]) -> None:
        """Keep a step."""
        self._unit.execute(insert(workflow_step).values(workflow=self._workflow, **row))
