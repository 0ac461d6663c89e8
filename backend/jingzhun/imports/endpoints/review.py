"""Findings, grid, households and the annotated workbook of one batch; correcting a cell."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Path, Query, Response

from jingzhun.imports.endpoints.batches import BatchId, Reader, Stager
from jingzhun.imports.repository.rows import Wanted
from jingzhun.imports.schemas import (
    CellUpdate,
    FindingList,
    FindingQuery,
    ImportDetail,
    RecordList,
    RecordQuery,
    RowList,
    RowQuery,
)
from jingzhun.imports.service import review
from jingzhun.web.answers import answer, single

router = APIRouter(prefix="/imports", tags=["导入"])

RowNo = Annotated[int, Path(ge=1, le=1_048_576, description="行号")]
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@router.get("/{batch_id}/findings", response_model=FindingList, summary="检查结果")
def list_import_findings(
    caller: Reader, batch_id: BatchId, query: Annotated[FindingQuery, Query()]
) -> Response:
    """Findings in the order of the workbook."""
    wanted = Wanted(query.severity, query.rule, query.village, query.sheet, query.household_no)
    with caller.read() as u:
        items, total = review.list_findings(u, batch_id, wanted, query.offset, query.page_size)
    return answer({"items": items, "total": total})


@router.get("/{batch_id}/rows", response_model=RowList, summary="表格")
def list_import_rows(
    caller: Reader, batch_id: BatchId, query: Annotated[RowQuery, Query()]
) -> Response:
    """The sheet as it stands, protected cells masked."""
    wanted = Wanted(query.severity, query.rule) if query.severity or query.rule else None
    keys = caller.context.keys
    with caller.read() as u:
        items, total = review.list_rows(
            u, keys, batch_id, query.sheet, wanted, query.offset, query.page_size
        )
    return answer({"items": items, "total": total})


@router.get("/{batch_id}/records", response_model=RecordList, summary="入库结果")
def list_import_records(
    caller: Reader, batch_id: BatchId, query: Annotated[RecordQuery, Query()]
) -> Response:
    """Households by what would become of them, with their changes; or missing in the file."""
    with caller.read() as u:
        items, total = review.list_records(u, batch_id, query.action, query.offset, query.page_size)
    return answer({"items": items, "total": total})


@router.patch("/{batch_id}/rows/{row_no}", response_model=ImportDetail, summary="改正单元格")
def correct_import_cell(
    caller: Stager, batch_id: BatchId, row_no: RowNo, body: CellUpdate
) -> Response:
    """Write another text into a cell; its household is judged again."""
    with caller.write() as u:
        review.correct_cell(
            u, caller.context.keys, batch_id, body.sheet, row_no, body.column_index, body.value
        )
        content = review.find_batch(u, batch_id)
    return single(content, content["rev"])


@router.get(
    "/{batch_id}/annotated.xlsx",
    summary="带批注的工作簿",
    response_class=Response,
    responses={200: {"content": {_XLSX: {}}, "description": "工作簿"}},
)
def download_annotated_import(caller: Reader, batch_id: BatchId) -> Response:
    """The uploaded workbook with comments in the faulty cells."""
    with caller.write() as u:
        content, name = review.annotated(u, caller.context, batch_id)
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
    return Response(content, media_type=_XLSX, headers=headers)
