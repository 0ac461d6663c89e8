"""Why a workbook as a whole is refused: what is wrong with the file and what to do next."""

from http import HTTPStatus

from jingzhun.kit.errors import Refusal


class WorkbookRefused(Refusal):
    """The file cannot be read as a workbook; nothing of it was kept."""

    code, title = "workbook-refused", "文件不能读取"
    message = "这个文件不能读取。请用 Excel 或 WPS 打开检查，另存为 .xlsx 后再上传。"


class FileTooLarge(WorkbookRefused):
    """The upload is larger than the limit."""

    code, title = "file-too-large", "文件太大"
    status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    message = (
        "文件大小为 {size_mib} MB，超过上限 {limit_mib} MB。"
        "请删去图片和无关的工作表，或拆成几个文件分别上传。"
    )


class NotAWorkbook(WorkbookRefused):
    """The bytes are something else than an .xlsx workbook."""

    code, title = "not-a-workbook", "不是工作簿"
    message = (
        "这个文件不是 .xlsx 工作簿（{reason}）。请用 Excel 或 WPS 打开，另存为 .xlsx 后再上传。"
    )


class LegacyWorkbook(WorkbookRefused):
    """A workbook of Excel 97–2003 (.xls)."""

    code, title = "legacy-workbook", "旧版格式"
    message = "这是旧版 Excel 文件（.xls）。请用 Excel 或 WPS 打开，另存为 .xlsx 后再上传。"


class EncryptedWorkbook(WorkbookRefused):
    """The workbook has an open password."""

    code, title = "encrypted-workbook", "文件已加密"
    message = "这个工作簿设了打开密码，系统无法读取。请打开后取消密码，另存为 .xlsx 再上传。"


class WorkbookBomb(WorkbookRefused):
    """The content unpacks to far more than a roster ever needs."""

    code, title = "workbook-bomb", "内容异常膨胀"
    message = (
        "文件解压后异常庞大（{reason}），为安全起见不予读取。请把表格内容复制到新工作簿再上传。"
    )


class UnsafeWorkbook(WorkbookRefused):
    """The container or its XML holds what no spreadsheet program writes."""

    code, title = "unsafe-workbook", "文件内容不安全"
    message = (
        "文件里有表格软件不会写入的内容（{reason}），为安全起见不予读取。"
        "请把表格内容复制到新工作簿再上传。"
    )


class WorkbookTooWide(WorkbookRefused):
    """Some sheet reaches past the highest row or column."""

    code, title = "workbook-too-large", "表格范围过大"
    message = (
        "工作表“{sheet}”在 {cell} 处还有内容，超出可读范围（最多 {rows} 行、{columns} 列）。"
        "请删除数据区以外的内容，或拆成几个文件分别上传。"
    )


class TooManySheets(WorkbookRefused):
    """More sheets than one file may hold."""

    code, title = "too-many-sheets", "工作表太多"
    message = "工作簿里有 {count} 张工作表，超过上限 {limit} 张。请拆成几个文件分别上传。"


class TooManyFormulas(WorkbookRefused):
    """More formula cells than one file may hold."""

    code, title = "too-many-formulas", "公式太多"
    message = "工作簿里的公式超过 {limit} 个。请把公式复制后“选择性粘贴—数值”，保存后再上传。"


class DamagedWorkbook(WorkbookRefused):
    """The container or a part of it is broken."""

    code, title = "damaged-workbook", "文件已损坏"
    message = (
        "文件已损坏或不完整，读取中断。请重新下载或用 Excel、WPS 打开修复，另存为 .xlsx 后再上传。"
    )


class ReadingTooSlow(WorkbookRefused):
    """Reading took longer than allowed."""

    code, title = "reading-too-slow", "读取超时"
    message = (
        "读取超过 {seconds} 秒仍未完成，已经停止。请删去无关的工作表，或拆成几个文件分别上传。"
    )


KINDS: dict[str, type[WorkbookRefused]] = {
    kind.code: kind
    for kind in (
        WorkbookRefused, FileTooLarge, NotAWorkbook, LegacyWorkbook, EncryptedWorkbook,
        WorkbookBomb, UnsafeWorkbook, WorkbookTooWide, TooManySheets, TooManyFormulas,
        DamagedWorkbook, ReadingTooSlow,
    )
}  # fmt: skip
