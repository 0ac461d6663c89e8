"""One's own jobs over HTTP: list, one, cancel, the file it made."""

from __future__ import annotations

from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Path, Query, Response

from jingzhun.jobs import service
from jingzhun.jobs.repository import JobRepository
from jingzhun.jobs.schemas import JobList, JobOut, JobQuery
from jingzhun.policy.roles import Permission
from jingzhun.web.answers import answer
from jingzhun.web.guard import Caller, needs

router = APIRouter(prefix="/jobs", tags=["后台任务"])

Reader = Annotated[Caller, needs(Permission.JOBS_READ)]
JobId = Annotated[str, Path(max_length=36, description="任务标识")]
_SHOWN = (
    "id", "kind", "title", "state", "done", "total", "result_name", "error_code", "error",
    "made_at", "started_at", "ended_at",
)  # fmt: skip


def shown(row: Any) -> dict[str, Any]:
    """What the interface says of a job."""
    content = {name: getattr(row, name) for name in _SHOWN}
    content["result_url"] = f"/api/v1/jobs/{row.id}/result" if row.result_name else None
    return content


@router.get("", response_model=JobList, summary="我的后台任务")
def list_jobs(caller: Reader, query: Annotated[JobQuery, Query()]) -> Response:
    """Own jobs, newest first."""
    with caller.read() as u:
        offset = (query.page - 1) * query.page_size
        rows, total = JobRepository(u).page(query.state, offset, query.page_size)
    return answer({"items": [shown(row) for row in rows], "total": total})


@router.get("/{job_id}", response_model=JobOut, summary="一项后台任务")
def get_job(caller: Reader, job_id: JobId) -> Response:
    """State, progress and result of one own job."""
    with caller.read() as u:
        return answer(shown(JobRepository(u).get(job_id)))


@router.post("/{job_id}/cancel", response_model=JobOut, summary="取消任务")
def cancel_job(caller: Reader, job_id: JobId) -> Response:
    """Ask a job to stop."""
    with caller.write() as u:
        service.cancel(u, job_id)
        return answer(shown(JobRepository(u).get(job_id)))


@router.get(
    "/{job_id}/result",
    summary="下载任务结果",
    response_class=Response,
    responses={200: {"content": {"application/octet-stream": {}}, "description": "结果文件"}},
)
def download_job_result(caller: Reader, job_id: JobId) -> Response:
    """The file a finished job made."""
    with caller.read() as u:
        content, name, media_type = service.result_file(u, caller.context, job_id)
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
    return Response(content, media_type=media_type, headers=headers)
