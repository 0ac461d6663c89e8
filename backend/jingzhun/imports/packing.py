"""The cells of a row as bytes, to be sealed whole. Pure."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import msgspec

from jingzhun.imports.reading.cells import Cell, ErrorValue, Formula

_PLAIN = frozenset({str, float, int, bool, type(None)})
SEAL = "import-row"


def pack(cells: list[Cell]) -> bytes:
    """Write a row; texts, numbers and blanks as they are, the rest with a mark."""
    return msgspec.msgpack.encode(
        [cell if type(cell) in _PLAIN else _marked(cell) for cell in cells]
    )


def unpack(content: bytes) -> list[Cell]:
    """Read a row back."""
    return [
        _unmarked(cell) if isinstance(cell, dict) else cell
        for cell in msgspec.msgpack.decode(content)
    ]


def _marked(cell: Cell) -> dict[str, Any]:
    match cell:
        case Formula(text, result):
            return {"f": text, "r": _marked(result) if isinstance(result, date) else result}
        case ErrorValue(text):
            return {"e": text}
        case datetime():
            return {"t": cell.isoformat()}
        case date():
            return {"d": cell.isoformat()}
    raise TypeError(type(cell).__name__)


def _unmarked(cell: dict[str, Any]) -> Cell:
    if "f" in cell:
        result = cell["r"]
        kept: Any = _unmarked(result) if isinstance(result, dict) else result
        return Formula(cell["f"], kept)
    if "e" in cell:
        return ErrorValue(cell["e"])
    if "t" in cell:
        return datetime.fromisoformat(cell["t"])
    return date.fromisoformat(cell["d"])
