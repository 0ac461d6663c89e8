"""Reads and checks an uploaded workbook: the work of the job, and of the command line.

Rows are staged in short transactions, so that others write in between; what was staged by a try
that was stopped is cleared first.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

import orjson
from sqlalchemy import Table

from jingzhun.imports.errors import FileGone, ImportClosed
from jingzhun.imports.models import import_finding, import_row, import_sheet
from jingzhun.imports.packing import SEAL, pack
from jingzhun.imports.reading.cells import Cell
from jingzhun.imports.reading.limits import Limits
from jingzhun.imports.reading.workbook import Progress, RawSheet, read_sheets
from jingzhun.imports.repository.batches import BatchRepository, remembered, tell
from jingzhun.imports.repository.rows import finding_row
from jingzhun.imports.target import ROW, TARGETS, Batch, Finding, SheetReport
from jingzhun.kit.actor import Actor
from jingzhun.kit.bulk import insert_rows
from jingzhun.kit.columns import narrowed
from jingzhun.kit.files import SealedFiles
from jingzhun.kit.unit import Unit
from jingzhun.policy.roles import Permission
from jingzhun.web.context import Context

STAGE = Permission.IMPORTS_STAGE
_CHUNK = 5_000
_TELL_SECONDS = 0.5
OPEN = ("uploaded", "reading", "needs-columns", "needs-date", "checked", "partly-merged", "failed")


def files(context: Context) -> SealedFiles:
    """Where uploaded workbooks are kept."""
    return SealedFiles(context.files_dir, context.keys, "import")


def limits_of(context: Context) -> Limits:
    """How large a workbook may be here."""
    return Limits(file_bytes=context.settings.upload_limit)


def batch_of(unit: Unit, row: Any) -> Batch:
    """What the target is told of a batch; its scope is the actor's within that of its uploader.

    What is found for one reader is read by all others, so a wider eye must not widen it.
    """
    return Batch(
        row.id,
        row.file_name,
        row.asked_on,
        narrowed(unit.actor.paths(STAGE), row.scope_path),
        remembered(unit, row.target),
        orjson.loads(row.options),
    )


def check(context: Context, actor: Actor, batch_id: str, progress: Progress) -> None:
    """Read, judge, stage and compare the workbook of a batch; safe to begin again."""
    pen = Writer(context, actor, batch_id, progress)
    with pen.write() as unit:
        row = BatchRepository(unit, STAGE).get(batch_id, locks=True)
        if row.state not in OPEN:
            raise ImportClosed
        target = TARGETS[row.target]
        batch = batch_of(unit, row)
        target.clear(unit, batch_id)
        BatchRepository(unit, STAGE).clear(batch_id)
        BatchRepository(unit, STAGE).change(
            batch_id, state="reading", done=0, error_code=None, error=None, counts={}
        )
    content = files(context).find(batch_id)
    if content is None:
        raise FileGone
    sheets = read_sheets(content, limits_of(context), pen.tell)
    with context.database.read(actor, now=context.now()) as reading:
        reader = target.prepare(reading, batch, context.keys)
    asks = reader.read(_named(sheets), pen)
    pen.finish()
    with pen.write() as unit:
        repository = BatchRepository(unit, STAGE)
        found = repository.get(batch_id, locks=True)
        if found.state != "reading":
            raise ImportClosed
        counts = {} if asks else target.resolve(unit, batch, context.keys)
        repository.change(
            batch_id, state=asks or "checked", counts=dict(counts), checked_at=unit.now,
            done=found.total,
        )  # fmt: skip


def _named(sheets: Iterator[RawSheet]) -> Iterator[RawSheet]:
    """Two tabs never share a name; one that is overlong is cut as the table keeps it."""
    for sheet in sheets:
        sheet.name = sheet.name[:100]
        yield sheet


class Writer:
    """The pen of a check: gathers rows, writes a few thousand at a time."""

    def __init__(self, context: Context, actor: Actor, batch_id: str, progress: Progress) -> None:
        self._context, self._actor, self._batch_id = context, actor, batch_id
        self._progress = progress
        self._sheets: list[SheetReport] = []
        self._positions: dict[str, int] = {}
        self._raw: list[tuple[Any, ...]] = []
        self._findings: list[tuple[Any, ...]] = []
        self._other: dict[Table, list[tuple[Any, ...]]] = {}
        self._seq = 0
        self._held = 0
        self._told_at = 0.0

    def write(self) -> Any:
        """A short writing unit of the batch's actor."""
        return self._context.database.write(self._actor, now=self._context.now())

    def tell(self, done: int, total: int) -> None:
        """Show how far the reading is."""
        now = time.monotonic()
        if now - self._told_at < _TELL_SECONDS and done < total:
            return
        self._told_at = now
        with self.write() as unit:
            tell(unit, self._batch_id, done, total)
        self._progress(done, total)

    def sheet(self, report: SheetReport) -> int:
        """Begin a sheet."""
        position = len(self._sheets)
        self._sheets.append(report)
        self._positions[report.name] = position
        return position

    def group(self, sheet: int, number: int, rows: Sequence[tuple[int, Sequence[Cell]]]) -> None:
        """Keep raw rows, sealed."""
        seal = self._context.keys.seal_bytes
        for row_no, cells in rows:
            self._raw.append((self._batch_id, sheet, row_no, number, seal(pack(list(cells)), SEAL)))
        self._count(len(rows))

    def findings(self, found: Sequence[Finding], path: str = "", origin: str = ROW) -> None:
        """Keep findings."""
        for one in found:
            self._seq += 1
            sheet = self._positions[one.sheet]
            self._findings.append(finding_row(self._batch_id, self._seq, one, sheet, path, origin))

    def rows(self, table: Any, rows: Sequence[tuple[Any, ...]]) -> None:
        """Keep rows of the target."""
        self._other.setdefault(table, []).extend(rows)

    def _count(self, rows: int) -> None:
        self._held += rows
        if self._held >= _CHUNK:
            self.flush()

    def flush(self) -> None:
        """Write what was gathered, in one short transaction."""
        with self.write() as unit:
            insert_rows(unit, import_row, self._raw)
            for table, rows in self._other.items():
                insert_rows(unit, table, rows)
            insert_rows(unit, import_finding, self._findings)
        self._raw, self._findings, self._held = [], [], 0
        for rows in self._other.values():
            rows.clear()

    def finish(self) -> None:
        """Write the rest, and the sheets, whose figures are known only now."""
        self.flush()
        rows = [
            _sheet_row(self._batch_id, position, report)
            for position, report in enumerate(self._sheets)
        ]
        with self.write() as unit:
            insert_rows(unit, import_sheet, rows)


def _sheet_row(batch_id: str, position: int, report: SheetReport) -> tuple[Any, ...]:
    headings = [asdict(heading) for heading in report.headings]
    return (
        batch_id, position, report.name, report.kind, report.heading_row, report.filled_on,
        report.income_year, orjson.dumps(headings).decode(), report.households, report.members,
    )  # fmt: skip
