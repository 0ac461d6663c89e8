"""CSV as spreadsheets of officials open it: UTF-8 with a mark, formulas kept as text."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence


def csv_chunks(heads: Sequence[str], lines: Iterable[Sequence[str | int | None]]) -> Iterator[str]:
    """Write CSV a thousand lines at a time; cells that begin like a formula stay text."""
    out = io.StringIO()
    out.write("\ufeff")
    writer = csv.writer(out)
    writer.writerow(heads)
    for number, line in enumerate(lines, 1):
        writer.writerow([_as_text(cell) for cell in line])
        if number % 1000 == 0:
            yield out.getvalue()
            out.seek(0)
            out.truncate()
    yield out.getvalue()


def _as_text(cell: str | int | None) -> str | int | None:
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in tuple("=+-@\t\r") else cell
