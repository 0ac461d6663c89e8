"""One measured figure, and how figures are printed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass
class Figure:
    """`key` is that of the quality goals; `measured` holds numbers by name, `goal` in words."""

    key: str
    case: str
    store: str
    measured: dict[str, float | int | str]
    goal: str = ""
    is_met: bool | None = None
    note: str = field(default="")

    def as_json(self) -> dict[str, Any]:
        """Everything, for the file."""
        return vars(self)

    def line(self) -> str:
        """One line of the table."""
        shown = "  ".join(f"{name} {value}" for name, value in self.measured.items())
        verdict = {True: "ok", False: "MISSED", None: ""}[self.is_met]
        goal = f"[{self.goal}] {verdict}" if self.goal else ""
        note = f" ({self.note})" if self.note else ""
        return f"{self.key:<4} {self.store:<11}{self.case:<26} {shown}  {goal}{note}".rstrip()
