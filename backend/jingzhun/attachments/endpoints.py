"""Upload and download of files."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, File, Path, Response, UploadFile

from jingzhun.attachments import service
from jingzhun.attachments.schemas import AttachmentOut
from jingzhun.policy.roles import Permission
from jingzhun.web.answers import answer
from jingzhun.web.guard import Caller, needs, signed_in

router = APIRouter(prefix="/attachments", tags=["附件"])

# The body cap of this one route; the setting `upload_limit` may only be tighter.
MAX_UPLOAD = 64 << 20
_SHOWN = tuple(AttachmentOut.model_fields)


@router.post(
    "",
    response_model=AttachmentOut,
    status_code=201,
    summary="上传附件",
    max_body_size=MAX_UPLOAD,
)
def upload_attachment(
    caller: Annotated[Caller, needs(Permission.ATTACHMENTS_ADD)],
    file: Annotated[UploadFile, File(description="PDF、PNG、JPEG、docx 或 xlsx")],
) -> Response:
    """类型按内容判定；内容加密保存，同样的内容只存一份。附到记录之前只有上传人能查看。"""
    content = file.file.read(caller.context.settings.upload_limit + 1)
    stored = service.store(caller.actor, caller.context, file.filename or "", content)
    with caller.write() as unit:
        row = service.keep(unit, stored)
        return answer({name: getattr(row, name) for name in _SHOWN}, 201)


@router.get("/{attachment_id}", summary="下载附件", response_class=Response)
def download_attachment(
    caller: Annotated[Caller, signed_in()],
    attachment_id: Annotated[str, Path(max_length=36, description="附件 id")],
) -> Response:
    """能查看所附记录的人可以下载；一律作为文件下载，不在页面内打开。"""
    with caller.read() as unit:
        row, content = service.open_file(unit, caller.context, attachment_id)
    headers = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(row.file_name)}",
        "X-Content-Type-Options": "nosniff",
    }
    return Response(content, media_type=row.media_type, headers=headers)
