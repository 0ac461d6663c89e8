"""The journal, the access log, the head and the proof over HTTP."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Response

from jingzhun.journal import service
from jingzhun.journal.repository import JournalRepository, Wanted
from jingzhun.journal.schemas import (
    AuditQuery,
    EntryOut,
    EntryPage,
    HeadOut,
    ProofOut,
    ProofRequest,
)
from jingzhun.kit.paging import Page
from jingzhun.policy.roles import Permission
from jingzhun.web.answers import answer
from jingzhun.web.guard import Caller, needs

router = APIRouter(prefix="/audit", tags=["日志"])

Reader = Annotated[Caller, needs(Permission.JOURNAL_READ)]
AccessReader = Annotated[Caller, needs(Permission.ACCESS_LOG_READ)]
_PLAIN = "text/plain"


@router.get("", response_model=EntryPage, summary="操作日志")
def list_audit(caller: Reader, query: Annotated[AuditQuery, Query()]) -> Response:
    """What was changed and who logged in, newest first."""
    return _page(caller, query, is_access=False)


@router.get("/access", response_model=EntryPage, summary="查看日志")
def list_access(caller: AccessReader, query: Annotated[AuditQuery, Query()]) -> Response:
    """Who saw or exported protected values in clear, and why."""
    return _page(caller, query, is_access=True)


@router.get(
    "/head",
    response_model=HeadOut,
    responses={200: {"content": {_PLAIN: {"schema": {"type": "string", "maxLength": 2000}}}}},
    summary="链头",
)
def read_audit_head(caller: Reader) -> Response:
    """The last entry's number and hash; as text/plain a sheet to print, sign and keep."""
    with caller.read() as u:
        head = service.head(u)
    if _PLAIN in caller.request.headers.get("accept", ""):
        return Response(service.head_text(head), media_type=f"{_PLAIN}; charset=utf-8")
    return answer(vars(head))


@router.post("/verify", response_model=ProofOut, summary="核对日志")
def verify_audit(caller: Reader, body: ProofRequest) -> Response:
    """Check every entry, the chain, its head, and a head kept outside."""
    kept = (body.seq, body.hash) if body.seq is not None and body.hash is not None else None
    with caller.read() as u:
        proof = service.prove(u, kept)
    content: dict[str, Any] = {
        "is_whole": proof.fault is None,
        "checked": proof.checked,
        "fault": proof.fault,
        "head": vars(proof.head),
    }
    return answer(content)


@router.get("/{entry_id}", response_model=EntryOut, summary="一条日志")
def get_audit_entry(
    caller: Reader, entry_id: Annotated[str, Path(max_length=36, description="日志标识")]
) -> Response:
    """One entry with what stood before and after."""
    with caller.read() as u:
        return answer(service.shown(JournalRepository(u, Permission.JOURNAL_READ).get(entry_id)))


def _page(caller: Caller, query: AuditQuery, *, is_access: bool) -> Response:
    wanted = Wanted(
        query.actor_id, query.action, query.subject, query.subject_id, place_path=query.place_path
    )
    with caller.read() as u:
        items, total = service.page(
            u,
            wanted,
            Page(query.page, query.page_size),
            is_access=is_access,
            first_on=query.first_on,
            last_on=query.last_on,
        )
    return answer(
        {"items": items, "total": total, "page": query.page, "page_size": query.page_size}
    )
