"""Parameters and orders as the interface shows them. Pure: rows come in, plain content goes out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from jingzhun.grammar.parameters import Figure, FigureValue, Parameter
from jingzhun.policy.workflows import figure_revision

_REVISION = (
    "id", "parameter", "year", "basis", "document_number", "note", "attachment_id", "state", "rev",
    "proposed_name", "proposed_at", "settled_name", "settled_at",
)  # fmt: skip


def figure(shown: Figure | None, parameter: Parameter) -> dict[str, Any] | None:
    """A figure with its basis."""
    if shown is None:
        return None
    return {
        "year": shown.year,
        "value": plain(shown.value),
        "basis": shown.basis,
        "is_verified": shown.verified,
        "is_declared": shown in parameter.figures,
    }


def parameter(shown: Parameter, in_force: Figure | None, waiting: int) -> dict[str, Any]:
    """A parameter with the figure in force."""
    return {
        "slug": shown.slug,
        "title": shown.title,
        "kind": shown.kind,
        "unit": shown.unit,
        "parts": [{"slug": part.slug, "title": part.title} for part in shown.parts],
        "choices": dict(shown.codes.titles) if shown.codes else None,
        "help": shown.help,
        "clause_ref": shown.clause.ref,
        "clause_number": shown.clause.number,
        "clause_quote": shown.clause.quote,
        "in_force": figure(in_force, shown),
        "waiting": waiting,
    }


def revision(row: Any, value: FigureValue, steps: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """An order with what may be done with it."""
    return {
        **{name: getattr(row, name) for name in _REVISION},
        "value": plain(value),
        "state_title": figure_revision.states[row.state],
        "possible_steps": steps,
    }


def plain(value: FigureValue) -> Any:
    """A split as a list."""
    return list(value) if isinstance(value, tuple) else value
