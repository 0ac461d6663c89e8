"""Refusals around imports. Why a workbook as a whole is refused stands in `reading.errors`."""

from http import HTTPStatus

from jingzhun.kit.errors import NotFound, Refusal


class ImportNotFound(NotFound):
    """No such batch, or it lies outside the actor's places."""

    code = "import-not-found"
    message = "没有找到这次导入，或不在您的管辖范围内。请在“导入”列表中查看。"


class RowNotFound(NotFound):
    """No such row in the batch."""

    code = "import-row-not-found"
    message = "没有找到这一行。请刷新后再试。"


class ImportClosed(Refusal):
    """The batch was merged whole or discarded."""

    code, status = "import-closed", HTTPStatus.CONFLICT
    title = "导入已结束"
    message = "这次导入已经结束，不能再改。需要补充的请重新上传。"


class ImportNotReady(Refusal):
    """The batch has not been checked, or something must be answered first."""

    code, status = "import-not-ready", HTTPStatus.CONFLICT
    title = "还不能入库"
    message = "这次导入还没有检查完，或还有列、日期需要确认。请先完成后再入库。"


class NothingToMerge(Refusal):
    """No household without errors is left to be merged by this actor."""

    code, status = "nothing-to-merge", HTTPStatus.CONFLICT
    title = "没有可入库的户"
    message = "没有可以入库的户：与现有登记相同的不必入库，暂缓的须先改正，其他地方的请交当地办理。"


class RegistryChanged(Refusal):
    """The registry changed after the check; the batch was compared again."""

    code, status = "registry-changed", HTTPStatus.CONFLICT
    title = "登记已有变动"
    message = "核对之后登记又有变动（{count}户），没有入库。已重新核对，请查看变化后再确认。"


class UnknownColumnKey(Refusal):
    """The mapping names a field the target does not have, or one that is taken twice."""

    code, title = "unknown-column-key", "列对应有误"
    message = "“{heading}”不能对应到“{key}”：没有这个字段，或该字段已有一列。请重新选择。"


class ColumnIsKnown(Refusal):
    """The heading is one of the declared ones; an answer would change it for everybody."""

    code, title = "column-is-known", "列已有含义"
    message = "“{heading}”是系统已认识的列，不能另作他用。内容不是这一项的，请改表头后重新上传。"


class FileGone(Refusal):
    """The uploaded workbook was deleted after its time."""

    code, status = "import-file-gone", HTTPStatus.GONE
    title = "文件已删除"
    message = "上传的工作簿已过保存期删除。请重新上传。"


class CellNotCorrectable(Refusal):
    """The cell lies outside the table, or the row was merged already."""

    code, title = "cell-not-correctable", "不能修改"
    message = "这个单元格不能在此修改。请改表中已识别的列，或修改后重新上传工作簿。"


class NoFile(Refusal):
    """The upload carries no file."""

    code, title = "no-file", "没有文件"
    message = "没有收到文件。请选择要导入的 .xlsx 工作簿。"
