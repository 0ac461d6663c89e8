"""The answer of every value primitive, and the sentences it may carry, each written once."""

from typing import Generic, NamedTuple, TypeVar

T_co = TypeVar("T_co", covariant=True)


class Outcome(NamedTuple, Generic[T_co]):
    """A value read from a cell: None where blank or wrong; `note` where it was normalised."""

    value: T_co | None
    note: str | None = None
    error: str | None = None


SPACES = "已去掉多余的空格或不可见字符"
HALF_WIDTH = "全角字符已转为半角"
UPPER_CASE = "小写字母已转为大写"
FORMULA_TEXT = "公式没有计算结果，按文字原样保留"
FORMULA_RESULT = "单元格是公式，取其计算结果"
AS_DAY = "单元格是日期，按“年-月-日”读作文字"
BLANK_WORD = "所填符号按空白处理"
PLAIN_NUMBER = "千位分隔符或单位已去掉"
ROUNDED = "小数位过多，已四舍五入"
SERIAL = "日期以数字存储，已换算"
SPELLED_OTHERWISE = "写法已统一"

ERROR_VALUE = "单元格显示错误值（{text}），请改正公式或直接填写内容。"
NUMBER_STORED = (
    "长号码以数值格式存储，末几位已被表格软件改成 0，无法还原。请把单元格设为文本格式后重新填写。"
)
SCIENTIFIC = "号码显示为科学计数法，已失真。请把单元格设为文本格式后重新填写。"
NOT_A_NUMBER = "应填数字，请去掉文字和符号，只填数字。"
NO_RESULT = "公式没有保存计算结果，无法取得数值。请直接填写数字。"
TOO_LARGE = "数字过大，请核对。"
NOT_WHOLE = "应填整数，请核对。"
NOT_A_DAY = "应填完整日期，如 2018年6月12日 或 2018-06-12。"
NO_SUCH_DAY = "没有这一天，请核对日期。"
NOT_A_FLAG = "应填“是”或“否”。"
NOT_AN_OPTION = "不在可选项中，请按选项填写。"
NEAREST_OPTION = "不在可选项中，是不是“{title}”？"
ONE_ONLY = "只能填一项，请保留主要的一项。"
