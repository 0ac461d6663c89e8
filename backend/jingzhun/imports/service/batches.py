"""Taking a workbook in, answering what is asked, discarding, deleting files past their time."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import orjson

from jingzhun.imports.errors import (
    ColumnIsKnown,
    ImportClosed,
    ImportNotReady,
    NoFile,
    UnknownColumnKey,
)
from jingzhun.imports.reading.container import check_kind
from jingzhun.imports.repository.batches import BatchRepository, outlived, remember, remembered
from jingzhun.imports.service.checking import OPEN, STAGE, files, limits_of
from jingzhun.imports.target import TARGETS
from jingzhun.jobs import service as jobs
from jingzhun.kit.actor import common_path, system_actor
from jingzhun.kit.ids import new_id
from jingzhun.kit.unit import Entry, Unit
from jingzhun.web.context import Context

CHECK = "import-check"
_LONGEST_NAME = 200


def upload(
    unit: Unit,
    context: Context,
    target: str,
    name: str,
    content: bytes,
    asked_on: date | None,
    options: Mapping[str, str],
    *,
    is_queued: bool = True,
) -> str:
    """Take a workbook in: refuse what is none, seal it, have it checked; returns the batch's id.

    Unless it `is_queued`, the caller checks it himself, as the command line does.
    """
    unit.actor.require(STAGE)
    if not content:
        raise NoFile
    check_kind(content, limits_of(context))
    batch_id, path = new_id(), common_path(unit.actor.paths(STAGE))
    content_of_job = {"batch_id": batch_id}
    job_id = jobs.submit(unit, context, CHECK, content_of_job) if is_queued else None
    retention = timedelta(days=context.settings.import_retention_days)
    BatchRepository(unit, STAGE).add(
        {
            "id": batch_id, "target": target, "file_name": _plain_name(name),
            "sha256": hashlib.sha256(content).hexdigest(), "size": len(content),
            "state": "uploaded", "rev": 1, "scope_path": path,
            "actor_id": unit.actor.id, "actor_name": unit.actor.name, "asked_on": asked_on,
            "options": orjson.dumps(dict(options)).decode(), "done": 0, "total": 0,
            "counts": "{}", "job_id": job_id, "made_at": unit.now,
            "file_until": unit.now + retention,
        }
    )  # fmt: skip
    files(context).write(batch_id, content)
    _note(unit, batch_id, "upload", f"上传{TARGETS[target].title}", path)
    return batch_id


def upload_again(unit: Unit, context: Context, batch_id: str, name: str, content: bytes) -> None:
    """Put a corrected workbook in the batch's place; what was merged stays merged."""
    repository = BatchRepository(unit, STAGE)
    row = _open(repository, batch_id)
    if not content:
        raise NoFile
    check_kind(content, limits_of(context))
    retention = timedelta(days=context.settings.import_retention_days)
    repository.change(
        batch_id, file_name=_plain_name(name), sha256=hashlib.sha256(content).hexdigest(),
        size=len(content), file_until=unit.now + retention,
    )  # fmt: skip
    files(context).write(batch_id, content)
    _note(unit, batch_id, "upload-again", "重新上传工作簿", row.scope_path)
    check_again(unit, context, batch_id)


def check_again(unit: Unit, context: Context, batch_id: str) -> None:
    """Have the workbook read again, with what was answered meanwhile."""
    job_id = jobs.submit(unit, context, CHECK, {"batch_id": batch_id})
    BatchRepository(unit, STAGE).change(
        batch_id, state="uploaded", job_id=job_id, done=0, error=None, error_code=None
    )


def map_columns(unit: Unit, context: Context, batch_id: str, mapping: Mapping[str, str]) -> None:
    """Remember what headings mean ("" for: leave out) and check again."""
    repository = BatchRepository(unit, STAGE)
    row = _open(repository, batch_id)
    known = {column.key for column in TARGETS[row.target].columns}
    for heading, key in mapping.items():
        if key and key not in known:
            raise UnknownColumnKey(heading=heading, key=key)
    memory = _memories(repository, batch_id)
    said = {memory[heading]: key for heading, key in mapping.items() if heading in memory}
    _refuse_known(unit, repository, row, set(said))
    remember(unit, row.target, said)
    _note(unit, batch_id, "map-columns", "指定列的含义", row.scope_path, after=dict(mapping))
    check_again(unit, context, batch_id)


def _headings(repository: BatchRepository, batch_id: str) -> list[dict[str, Any]]:
    sheets = repository.sheets(batch_id)
    return [one for sheet in sheets for one in orjson.loads(sheet.headings)]


def _memories(repository: BatchRepository, batch_id: str) -> dict[str, str]:
    """The key under which an answer on each heading of the batch is remembered."""
    return {one["title"]: one["memory"] for one in _headings(repository, batch_id)}


def _refuse_known(unit: Unit, repository: BatchRepository, row: Any, said: set[str]) -> None:
    """Answers hold in the whole county: no village changes there what the declaration says."""
    answered = remembered(unit, row.target)
    for one in _headings(repository, row.id):
        is_asked = one["key"] is None or one["memory"] in answered
        if one["memory"] in said and not is_asked:
            raise ColumnIsKnown(heading=one["title"])


def set_day(unit: Unit, context: Context, batch_id: str, day: date) -> None:
    """Say of which day the sheets speak that do not say it themselves."""
    repository = BatchRepository(unit, STAGE)
    row = _open(repository, batch_id)
    repository.change(batch_id, asked_on=day)
    _note(unit, batch_id, "set-day", f"指定填报日期{day}", row.scope_path)
    check_again(unit, context, batch_id)


def discard(unit: Unit, context: Context, batch_id: str) -> None:
    """Give a batch up: nothing of it is kept but that it was there."""
    repository = BatchRepository(unit, STAGE)
    row = _open(repository, batch_id)
    TARGETS[row.target].clear(unit, batch_id)
    repository.clear(batch_id)
    repository.change(batch_id, state="discarded", file_until=None)
    _note(unit, batch_id, "discard", f"放弃导入“{row.file_name}”", row.scope_path)
    unit.after_commit.append(lambda: files(context).delete(batch_id))


def _open(repository: BatchRepository, batch_id: str) -> Any:
    row = repository.get(batch_id, locks=True)
    if row.state not in OPEN:
        raise ImportClosed
    if row.state == "reading":
        raise ImportNotReady
    return row


def _note(
    unit: Unit,
    batch_id: str,
    verb: str,
    summary: str,
    path: str,
    after: Mapping[str, Any] | None = None,
) -> None:
    unit.note(Entry(f"import.{verb}", "import", batch_id, summary, after=after, place_path=path))


def _plain_name(name: str) -> str:
    """The last part of a file name, whatever path a browser sends with it."""
    return name.replace("\\", "/").rsplit("/", 1)[-1].strip()[:_LONGEST_NAME] or "未命名.xlsx"


def delete_outlived(context: Context) -> None:
    """Delete uploaded workbooks, and staged rows of batches, that have passed their time."""
    actor = system_actor("清理", frozenset({str(STAGE)}))
    with context.database.write(actor, now=context.now()) as unit:
        for batch_id in outlived(unit, unit.now):
            repository = BatchRepository(unit, STAGE)
            row = repository.get(batch_id)
            values: dict[str, Any] = {"file_until": None}
            if row.state in OPEN:
                TARGETS[row.target].clear(unit, batch_id)
                values["state"] = "discarded"
            repository.clear(batch_id)
            repository.change(batch_id, **values)
            unit.after_commit.append(_deleting(context, batch_id))


def _deleting(context: Context, batch_id: str) -> Any:
    return lambda: files(context).delete(batch_id)
