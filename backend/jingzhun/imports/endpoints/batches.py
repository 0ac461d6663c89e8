"""Upload, list, answers to what is asked, merge, discard."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, File, Form, Path, Query, Response, UploadFile

from jingzhun.imports.errors import RegistryChanged
from jingzhun.imports.repository.batches import BatchRepository
from jingzhun.imports.schemas import (
    ColumnMapping,
    ImportDetail,
    ImportList,
    ImportOut,
    ImportQuery,
    MergeOptions,
    MergeOut,
    RosterDay,
)
from jingzhun.imports.service import batches, merging, review
from jingzhun.kit.unit import Unit
from jingzhun.policy.roles import Permission
from jingzhun.web.answers import answer, single
from jingzhun.web.guard import Caller, needs

router = APIRouter(prefix="/imports", tags=["导入"])

Reader = Annotated[Caller, needs(Permission.IMPORTS_READ)]
Stager = Annotated[Caller, needs(Permission.IMPORTS_STAGE)]
Merger = Annotated[Caller, needs(Permission.IMPORTS_MERGE)]
BatchId = Annotated[str, Path(max_length=36, description="导入标识")]
# The limit that is asked for stands in the settings; this one holds before anything is read.
HARD_LIMIT = 256 << 20


@router.post(
    "", response_model=ImportOut, status_code=202, summary="上传工作簿", max_body_size=HARD_LIMIT
)
def upload_import(
    caller: Stager,
    file: Annotated[UploadFile, File(description="工作簿 .xlsx")],
    filled_on: Annotated[date | None, Form(description="填报日期，表中没有时用")] = None,
    document: Annotated[str | None, Form(max_length=120, description="存量导入依据")] = None,
    poverty_state: Annotated[
        str, Form(pattern="^(poor|exited|relapsed)$", description="新户的脱贫状态")
    ] = "poor",
    year: Annotated[int | None, Form(ge=1990, le=2100, description="新户建档或脱贫的年度")] = None,
) -> Response:
    """Take a workbook in and have it checked; needs an Idempotency-Key."""
    content, name = _content(caller, file), file.filename or ""
    load = {"poverty_state": poverty_state, "document": document, "year": year}
    options = {name: str(value) for name, value in load.items() if value}

    def work(u: Unit) -> Response:
        batch_id = batches.upload(u, caller.context, "roster", name, content, filled_on, options)
        return answer(_shown(u, batch_id), 202, Location=f"/api/v1/imports/{batch_id}")

    return caller.once(work, fingerprint=_fingerprint(content, name, filled_on, options))


def _content(caller: Caller, file: UploadFile) -> bytes:
    """One byte past the limit tells that the file is too large; the rest is never taken in."""
    return file.file.read(caller.context.settings.upload_limit + 1)


def _fingerprint(content: bytes, *more: Any) -> str:
    return f"{hashlib.sha256(content).hexdigest()} {more!r}"


def _shown(u: Unit, batch_id: str) -> dict[str, Any]:
    return review.summary(BatchRepository(u, Permission.IMPORTS_READ).get(batch_id))


@router.get("", response_model=ImportList, summary="导入列表")
def list_imports(caller: Reader, query: Annotated[ImportQuery, Query()]) -> Response:
    """Batches in scope, newest first."""
    with caller.read() as u:
        repository = BatchRepository(u, Permission.IMPORTS_READ)
        rows, total = repository.page(query.state, query.offset, query.page_size)
        return answer({"items": [review.summary(row) for row in rows], "total": total})


@router.get("/{batch_id}", response_model=ImportDetail, summary="一次导入")
def get_import(caller: Reader, batch_id: BatchId) -> Response:
    """State, progress, sheets, columns and figures."""
    with caller.read() as u:
        content = review.find_batch(u, batch_id)
    return single(content, content["rev"])


@router.put("/{batch_id}/columns", response_model=ImportOut, status_code=202, summary="指定列")
def map_import_columns(caller: Stager, batch_id: BatchId, body: ColumnMapping) -> Response:
    """Say what headings mean; remembered for the next time. The workbook is checked again."""
    mapping = {heading: key or "" for heading, key in body.mapping.items()}
    with caller.write() as u:
        batches.map_columns(u, caller.context, batch_id, mapping)
        return answer(_shown(u, batch_id), 202)


@router.put("/{batch_id}/date", response_model=ImportOut, status_code=202, summary="指定填报日期")
def set_import_date(caller: Stager, batch_id: BatchId, body: RosterDay) -> Response:
    """Say the day of sheets that do not say theirs. The workbook is checked again."""
    with caller.write() as u:
        batches.set_day(u, caller.context, batch_id, body.filled_on)
        return answer(_shown(u, batch_id), 202)


@router.post(
    "/{batch_id}/file", response_model=ImportOut, status_code=202, summary="重新上传",
    max_body_size=HARD_LIMIT,
)  # fmt: skip
def upload_import_again(
    caller: Stager,
    batch_id: BatchId,
    file: Annotated[UploadFile, File(description="改正后的工作簿 .xlsx")],
) -> Response:
    """Put a corrected workbook in the batch's place; needs an Idempotency-Key."""
    content, name = _content(caller, file), file.filename or ""

    def work(u: Unit) -> Response:
        batches.upload_again(u, caller.context, batch_id, name, content)
        return answer(_shown(u, batch_id), 202)

    return caller.once(work, fingerprint=_fingerprint(content, name))


@router.post("/{batch_id}/merge", response_model=MergeOut, summary="确认入库")
def merge_import(caller: Merger, batch_id: BatchId, body: MergeOptions) -> Response:
    """Write every household without an error, in one transaction; needs an Idempotency-Key."""
    options = body.model_dump(exclude_none=True)

    def work(u: Unit) -> Response:
        merged = merging.merge(u, caller.context.keys, batch_id, options)
        return answer({"merged": merged, "batch": _shown(u, batch_id)})

    try:
        return caller.once(work)
    except RegistryChanged:
        with caller.write() as u:
            merging.compare_again(u, caller.context.keys, batch_id)
        raise


@router.post("/{batch_id}/discard", response_model=ImportOut, summary="放弃导入")
def discard_import(caller: Stager, batch_id: BatchId) -> Response:
    """Give the batch up; what was merged stays."""
    with caller.write() as u:
        batches.discard(u, caller.context, batch_id)
        return answer(_shown(u, batch_id))
