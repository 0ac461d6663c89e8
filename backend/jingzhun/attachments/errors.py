"""What is refused about files."""

from http import HTTPStatus

from jingzhun.kit.errors import Refusal


class AttachmentNotFound(Refusal):
    """No such file, or its record is out of reach."""

    code, status = "attachment-not-found", HTTPStatus.NOT_FOUND
    title = "没有找到附件"
    message = "没有找到这个附件，或您无权查看。请从记录页面重新打开。"


class AttachmentTaken(Refusal):
    """The file belongs to another record already."""

    code, status = "attachment-taken", HTTPStatus.CONFLICT
    title = "附件已用于其他记录"
    message = "这个附件已用于另一条记录。请重新上传扫描件。"


class KindRefused(Refusal):
    """The content is none of the kinds that are kept."""

    code, status = "attachment-kind", HTTPStatus.UNSUPPORTED_MEDIA_TYPE
    title = "附件格式不支持"
    message = "附件只收 PDF、PNG、JPEG 和不含宏的 docx、xlsx。请转换后再上传。"


class FileTooLarge(Refusal):
    """The file exceeds the limit."""

    code, status = "attachment-too-large", HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    title = "附件过大"
    message = "附件不能超过{limit}MB。请压缩或拆分后再上传。"


class FileEmpty(Refusal):
    """Nothing arrived."""

    code = "attachment-empty"
    title = "附件为空"
    message = "上传的附件没有内容。请重新选择文件。"
