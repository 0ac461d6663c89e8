"""Looking at a batch: its state, findings, the grid, the annotated workbook; correcting a cell."""

from __future__ import annotations

import re
from typing import Any

import orjson

from jingzhun.imports.errors import (
    CellNotCorrectable,
    FileGone,
    ImportClosed,
    ImportNotFound,
    RowNotFound,
)
from jingzhun.imports.packing import SEAL, pack, unpack
from jingzhun.imports.reading.annotate import Finding as Mark
from jingzhun.imports.reading.annotate import annotate
from jingzhun.imports.reading.cells import shown
from jingzhun.imports.repository.batches import BatchRepository
from jingzhun.imports.repository.rows import RowRepository, Wanted
from jingzhun.imports.service.checking import STAGE, batch_of, files, limits_of
from jingzhun.imports.target import TARGETS
from jingzhun.kit.crypto import Keyring
from jingzhun.kit.masks import mask
from jingzhun.kit.unit import Entry, Unit
from jingzhun.policy import rules
from jingzhun.policy.roles import Permission
from jingzhun.web.context import Context

READ = Permission.IMPORTS_READ
_NUMBERS = re.compile(r"\d[\dXx]{6,}")
_CORRECTABLE = ("checked", "partly-merged")
_MOST_MARKS = 20_000
Content = dict[str, Any]


def find_batch(unit: Unit, batch_id: str) -> Content:
    """State, figures, sheets with their columns, and what still has to be answered."""
    repository = BatchRepository(unit, READ)
    row = repository.get(batch_id)
    content = summary(row)
    target = TARGETS[row.target]
    titles = {column.key: column.title for column in target.columns}
    content["sheets"] = [_sheet(one, titles) for one in repository.sheets(batch_id)]
    content["kinds"] = [
        {"rule": kind.rule, "title": _rule_title(kind.rule), "severity": kind.severity,
         "count": kind.count}
        for kind in RowRepository(unit, batch_id).kinds()
    ]  # fmt: skip
    content["fields"] = [
        {"key": column.key, "title": column.title, "is_required": column.is_required}
        for column in target.columns
    ]
    return content


def _rule_title(number: str) -> str:
    """What a rule is about; one number may have several parts."""
    return "；".join(dict.fromkeys(one.title for one in rules.ALL if one.id == number))


_SHOWN = (
    "id", "target", "file_name", "sha256", "size", "state", "rev", "actor_name", "asked_on",
    "done", "total", "job_id", "error_code", "error", "made_at", "checked_at", "merged_at",
    "file_until",
)  # fmt: skip


def summary(row: Any) -> Content:
    """A batch as the list shows it."""
    content: Content = {name: getattr(row, name) for name in _SHOWN}
    content["target_title"] = TARGETS[row.target].title
    content["counts"] = orjson.loads(row.counts)
    content["options"] = orjson.loads(row.options)
    return content


def _sheet(row: Any, titles: dict[str, str]) -> Content:
    columns = [
        {
            "index": one["index"], "heading": one["title"], "group": one["group"],
            "key": one["key"] or None, "title": titles.get(one["key"] or "", ""),
            "status": _status(one["key"]), "suggested": one["suggested"],
        }
        for one in orjson.loads(row.headings)
    ]  # fmt: skip
    return {
        "position": row.position, "name": row.name, "kind": row.kind,
        "heading_row": row.heading_row, "filled_on": row.filled_on,
        "income_year": row.income_year, "groups": row.groups, "rows": row.rows,
        "columns": columns,
    }  # fmt: skip


def _status(key: str | None) -> str:
    if key is None:
        return "unknown"
    return "recognised" if key else "ignored"


def list_findings(
    unit: Unit, batch_id: str, wanted: Wanted, offset: int, size: int
) -> tuple[list[Content], int]:
    """A page of findings."""
    BatchRepository(unit, READ).get(batch_id)
    rows, total = RowRepository(unit, batch_id).findings(wanted, offset, size)
    return [
        {
            "rule": row.rule, "severity": row.severity, "sheet": row.sheet,
            "sheet_position": row.sheet_position, "row": row.row_no,
            "household_no": row.household_no, "member": row.member, "column": row.column_title,
            "column_index": row.column_index, "group": row.group_no, "message": row.message,
        }
        for row in rows
    ], total  # fmt: skip


def list_rows(
    unit: Unit,
    keys: Keyring,
    batch_id: str,
    sheet: int,
    wanted: Wanted | None,
    offset: int,
    size: int,
) -> tuple[list[Content], int]:
    """A page of the sheet as it stands, protected cells masked, with the findings of each row."""
    repository = BatchRepository(unit, READ)
    batch = repository.get(batch_id)
    masks = _masks(repository, batch, sheet)
    store = RowRepository(unit, batch_id)
    rows, total = store.rows(sheet, wanted, offset, size)
    found: dict[int, list[Content]] = {}
    for one in store.findings_of({row.group_no for row in rows}):
        found.setdefault(one.row_no, []).append(
            {"column_index": one.column_index, "rule": one.rule, "severity": one.severity,
             "message": one.message}
        )  # fmt: skip
    return [
        {
            "row": row.row_no, "group": row.group_no,
            "cells": _cells(keys, row.cells, masks), "findings": found.get(row.row_no, []),
        }
        for row in rows
    ], total  # fmt: skip


def _masks(repository: BatchRepository, batch: Any, sheet: int) -> dict[int, str]:
    """How each column is masked; a column nobody knows by what its cells look like."""
    kinds = {column.key: column.mask for column in TARGETS[batch.target].columns}
    for row in repository.sheets(batch.id):
        if row.position == sheet:
            return {
                one["index"]: kinds.get(one["key"] or "", "")
                for one in orjson.loads(row.headings)
                if one["key"]
            }
    return {}


def _cells(keys: Keyring, sealed: bytes, masks: dict[int, str]) -> list[str]:
    return [
        _masked(shown(cell), masks.get(index))
        for index, cell in enumerate(unpack(keys.unseal_bytes(sealed, SEAL)))
    ]


def _masked(text: str, kind: str | None) -> str:
    if not text or kind == "":
        # A column that is known and holds nothing protected, such as the household's number.
        return text
    if kind is None:
        return _NUMBERS.sub(lambda match: mask(match[0], "id_number"), text)
    return mask(text.strip(), kind)


def list_records(
    unit: Unit, batch_id: str, action: str, offset: int, size: int
) -> tuple[list[Content], int]:
    """A page of what would become of the rows, or did."""
    row = BatchRepository(unit, READ).get(batch_id)
    return TARGETS[row.target].records(unit, batch_of(unit, row), action, offset, size)


def correct_cell(
    unit: Unit, keys: Keyring, batch_id: str, sheet: int, row_no: int, column: int, text: str
) -> None:
    """Write another text into a cell and judge its group again."""
    repository = BatchRepository(unit, STAGE)
    batch = repository.get(batch_id, locks=True)
    if batch.state not in _CORRECTABLE:
        raise ImportClosed
    masks = _masks(repository, batch, sheet)
    store = RowRepository(unit, batch_id)
    row = store.find_row(sheet, row_no)
    if row is None:
        raise RowNotFound(what="这一行")
    cells = unpack(keys.unseal_bytes(row.cells, SEAL))
    target = TARGETS[batch.target]
    is_cell = column in masks and column < len(cells)
    if not is_cell or target.is_merged(unit, batch_id, row.group_no):
        raise CellNotCorrectable
    before = _masked(shown(cells[column]), masks[column])
    cells[column] = text
    store.change_row(sheet, row_no, keys.seal_bytes(pack(cells), SEAL))
    counts = target.correct(unit, batch_of(unit, batch), keys, sheet, row.group_no)
    repository.change(batch_id, counts=dict(counts))
    unit.note(
        Entry("import.correct", "import", batch_id, f"在表格中改正第{row_no}行",
              {"value": before}, {"value": _masked(text, masks[column])},
              place_path=batch.scope_path)
    )  # fmt: skip


def annotated(unit: Unit, context: Context, batch_id: str) -> tuple[bytes, str]:
    """The uploaded workbook with comments in the faulty cells, and its name.

    It holds every number in clear: another's workbook takes the right to see those, and the access
    log says who took it. The unit must write.
    """
    row = BatchRepository(unit, READ).get(batch_id)
    if row.actor_id != unit.actor.id:
        _refuse_unrevealed(unit, row.scope_path)
    content = files(context).find(batch_id)
    if content is None:
        raise FileGone
    found, _ = RowRepository(unit, batch_id).findings(Wanted(), 0, _MOST_MARKS)
    marks = [
        Mark(one.sheet, one.row_no, max(one.column_index, 0), one.message, one.severity)
        for one in found
    ]
    unit.note(
        Entry("import.download", "import", batch_id, f"下载工作簿“{row.file_name}”",
              after={"fields": [one.key for one in TARGETS[row.target].columns if one.mask]},
              place_path=row.scope_path, is_access=True)
    )  # fmt: skip
    name = f"{row.file_name.removesuffix('.xlsx')}（检查批注）.xlsx"
    return annotate(content, marks, limits_of(context)), name


def _refuse_unrevealed(unit: Unit, path: str) -> None:
    unit.actor.require(Permission.HOUSEHOLDS_REVEAL)
    if not unit.actor.covers(Permission.HOUSEHOLDS_REVEAL, path):
        raise ImportNotFound
