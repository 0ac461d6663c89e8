"""Cell values, one table for each primitive: cell, value, note, error."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from jingzhun.imports.reading.cells import Cell, ErrorValue, Formula
from jingzhun.imports.reading.values import outcome
from jingzhun.imports.reading.values.choices import Options, choice, choices, flag
from jingzhun.imports.reading.values.dates import day, find_date
from jingzhun.imports.reading.values.numbers import decimal, integer, money, number, unit_words
from jingzhun.imports.reading.values.text import identifier, name, text

ERROR_VALUE = outcome.ERROR_VALUE.format(text="#N/A")


@pytest.mark.parametrize(
    ("cell", "value", "note", "error"),
    [
        ("张三", "张三", None, None),
        ("", None, None, None),
        (None, None, None, None),
        (" \u3000\u200b", None, None, None),
        ("\u3000张三 ", "张三", outcome.SPACES, None),
        ("张\u200b三", "张三", outcome.SPACES, None),
        ("第 一\n行", "第 一 行", outcome.SPACES, None),
        ("（１２）Ａ组，好", "（12）A组，好", outcome.HALF_WIDTH, None),
        (5.0, "5", None, None),
        (1.25, "1.25", None, None),
        (0.1 + 0.2, "0.3", None, None),
        (1.2345678901234568e17, None, None, outcome.NUMBER_STORED),
        (float("nan"), None, None, outcome.NUMBER_STORED),
        (float("inf"), None, None, outcome.NUMBER_STORED),
        (True, "TRUE", None, None),
        (date(2018, 6, 12), "2018-06-12", outcome.AS_DAY, None),
        (Formula('HYPERLINK("x")'), '=HYPERLINK("x")', outcome.FORMULA_TEXT, None),
        (Formula("A1", "甲"), "甲", outcome.FORMULA_RESULT, None),
        (Formula("A1", ""), None, outcome.FORMULA_RESULT, None),
        (ErrorValue("#N/A"), None, None, ERROR_VALUE),
    ],
)
def test_text(cell: Cell, value: str | None, note: str | None, error: str | None) -> None:
    assert text(cell) == (value, note, error)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("张 三", "张三"),
        ("买买提•吐尔逊", "买买提·吐尔逊"),
        ("Anna Li", "Anna Li"),
        ("张三", "张三"),
    ],
)
def test_name(cell: Cell, value: str) -> None:
    assert name(cell).value == value


@pytest.mark.parametrize(
    ("cell", "value", "note", "error"),
    [
        ("44089919700223624X", "44089919700223624X", None, None),
        ("44089919700223624x", "44089919700223624X", outcome.UPPER_CASE, None),
        (" 440899 19700223 6244 ", "440899197002236244", outcome.SPACES, None),
        ("４４０８９９１９７００２２３６２４４", "440899197002236244", outcome.HALF_WIDTH, None),
        ("'440899197002236244", "440899197002236244", outcome.SPACES, None),
        ("4.40899E+17", None, None, outcome.SCIENTIFIC),
        ("4.40899e17", None, None, outcome.SCIENTIFIC),
        (440899197002236244.0, None, None, outcome.NUMBER_STORED),
        (18487131523.0, "18487131523", None, None),
        (440899700223624.0, "440899700223624", None, None),
        (Formula("A1"), None, None, outcome.NO_RESULT),
        (Formula("A1", "44089919700223624x"), "44089919700223624X", outcome.UPPER_CASE, None),
        ("", None, None, None),
    ],
)
def test_identifier(cell: Cell, value: str | None, note: str | None, error: str | None) -> None:
    assert identifier(cell) == (value, note, error)


@pytest.mark.parametrize(
    ("cell", "value", "note", "error"),
    [
        (1200.0, 120_000, None, None),
        ("1200", 120_000, None, None),
        ("1,200元", 120_000, outcome.PLAIN_NUMBER, None),
        ("１，２００", 120_000, outcome.PLAIN_NUMBER, None),
        ("￥1,234,567.89", 123_456_789, outcome.PLAIN_NUMBER, None),
        ("1.2万元", 1_200_000, outcome.PLAIN_NUMBER, None),
        ("1.2万", 1_200_000, outcome.PLAIN_NUMBER, None),
        (" 12.5 ", 1250, outcome.SPACES, None),
        ("-300", -30_000, None, None),
        ("(300)", -30_000, outcome.PLAIN_NUMBER, None),
        ("－300", -30_000, outcome.HALF_WIDTH, None),
        (0.1 + 0.2, 30, None, None),
        (3333.333333, 333_333, outcome.ROUNDED, None),
        ("0.005", 1, outcome.ROUNDED, None),
        (1e14, 10**16, None, None),
        (0.0, 0, None, None),
        ("", None, None, None),
        ("无", None, outcome.BLANK_WORD, None),
        ("—", None, outcome.BLANK_WORD, None),
        ("约1200", None, None, outcome.NOT_A_NUMBER),
        ("1200O", None, None, outcome.NOT_A_NUMBER),
        ("12,00", None, None, outcome.NOT_A_NUMBER),
        ("1.2.3", None, None, outcome.NOT_A_NUMBER),
        ("一千二", None, None, outcome.NOT_A_NUMBER),
        ("1200亩", None, None, outcome.NOT_A_NUMBER),
        ("元", None, None, outcome.NOT_A_NUMBER),
        (".", None, None, outcome.NOT_A_NUMBER),
        ("9" * 17, None, None, outcome.TOO_LARGE),
        ("9" * 40, None, None, outcome.NOT_A_NUMBER),
        (1e300, None, None, outcome.NOT_A_NUMBER),
        (float("nan"), None, None, outcome.NOT_A_NUMBER),
        (True, None, None, outcome.NOT_A_NUMBER),
        (date(2018, 1, 1), None, None, outcome.NOT_A_NUMBER),
        (Formula("SUM(A1:A2)", 12.5), 1250, outcome.FORMULA_RESULT, None),
        (Formula("SUM(A1:A2)"), None, None, outcome.NO_RESULT),
        (ErrorValue("#N/A"), None, None, ERROR_VALUE),
    ],
)
def test_money(cell: Cell, value: int | None, note: str | None, error: str | None) -> None:
    read = money(cell)
    assert read == (value, note, error)
    assert read.value is None or type(read.value) is int


def test_money_in_ten_thousands() -> None:
    scale = Decimal(10_000)
    assert money(1.2, scale).value == 1_200_000
    assert money("1.2", scale).value == 1_200_000
    assert money("1.2元", scale).value == 120
    assert money("1.2万元", scale).value == 1_200_000
    assert money(Formula("A1", 1.2), scale).value == 1_200_000
    assert money(Formula("A1", "1.2元"), scale).value == 120


@pytest.mark.parametrize(
    ("cell", "value", "error"),
    [(12.0, 12, None), ("12", 12, None), ("12个月", 12, None), ("12月", None, outcome.NOT_A_NUMBER),
     ("12.0", 12, None), (3.5, None, outcome.NOT_WHOLE), ("", None, None), ("６", 6, None)],
)  # fmt: skip
def test_integer(cell: Cell, value: int | None, error: str | None) -> None:
    read = integer(cell, unit_words("个月"))
    assert (read.value, read.error) == (value, error)


def test_a_unit_counts_only_if_named() -> None:
    assert integer("12个月").error == outcome.NOT_A_NUMBER
    assert number("3亩", unit_words("亩")).value == 3


def test_decimal() -> None:
    assert decimal(1.9) == (Decimal("1.90"), None, None)
    assert decimal("1.905", 2) == (Decimal("1.91"), outcome.ROUNDED, None)
    assert decimal("2亩", 2, unit_words("亩")).value == 2


@pytest.mark.parametrize(
    ("cell", "value", "error"),
    [
        (date(2018, 6, 12), "2018-06-12", None),
        (datetime.fromisoformat("2018-06-12T08:30"), "2018-06-12", None),
        ("2018-06-12", "2018-06-12", None),
        ("2018年6月12日", "2018-06-12", None),
        ("2018 年 6 月 12 日", "2018-06-12", None),
        ("2018.6.12", "2018-06-12", None),
        ("2018/6/12", "2018-06-12", None),
        ("2018-06-12 00:00:00", "2018-06-12", None),
        ("20180612", "2018-06-12", None),
        (20180612.0, "2018-06-12", None),
        (43263.0, "2018-06-12", None),
        ("二〇一八年六月十二日", "2018-06-12", None),
        ("二○一八年十二月三十一日", "2018-12-31", None),
        ("二零一八年十月二十日", "2018-10-20", None),
        ("２０１８年６月１２号", "2018-06-12", None),
        ("", None, None),
        ("2018-02-30", None, outcome.NO_SUCH_DAY),
        ("2018年13月1日", None, outcome.NO_SUCH_DAY),
        ("2018年6月", None, outcome.NOT_A_DAY),
        ("2018", None, outcome.NOT_A_DAY),
        ("约2018-06-12", None, outcome.NOT_A_DAY),
        ("2018-06-12前", None, outcome.NOT_A_DAY),
        ("12/6/2018", None, outcome.NOT_A_DAY),
        (2018.0, "1905-07-10", None),
        (0.5, None, outcome.NOT_A_DAY),
        (-1.0, None, outcome.NOT_A_DAY),
        (True, None, outcome.NOT_A_DAY),
        (Formula("TODAY()"), None, outcome.NO_RESULT),
        (Formula("A1", 43263.0), "2018-06-12", None),
    ],
)
def test_day(cell: Cell, value: str | None, error: str | None) -> None:
    read = day(cell)
    assert read.error == error
    assert read.value == (date.fromisoformat(value) if value else None)
    assert type(read.value) in (date, type(None))


def test_find_date() -> None:
    assert find_date("填报日期：2018年6月12日 单位：元") == date(2018, 6, 12)
    assert find_date("440899201806129999") is None
    assert find_date("2018年2月30日") is None


@pytest.mark.parametrize(
    ("cell", "value"),
    [("是", True), ("否", False), ("有", True), ("无", False), ("√", True), ("×", False), ("Y", True),
     ("n", False), (1.0, True), (0.0, False), (True, True), ("１", True), ("", None), (" 是 ", True)],
)  # fmt: skip
def test_flag(cell: Cell, value: bool | None) -> None:
    assert flag(cell).value is value
    assert flag(cell).error is None


def test_flag_refuses_guesses() -> None:
    assert flag("可能") == (None, None, outcome.NOT_A_FLAG)
    assert flag(2.0).error == outcome.NOT_A_FLAG


CAUSES = Options(
    {
        "01": "因病",
        "02": "因残",
        "03": "因学",
        "10": "缺劳力",
        "11": "交通条件落后",
        "12": "洪涝、台风",
    },
    {"疾病": "01", "缺少劳动力": "10"},
)


@pytest.mark.parametrize(
    ("cell", "value", "error"),
    [
        ("因病", "01", None), (" 因 病", "01", None), ("01", "01", None), (1.0, "01", None),
        ("1", "01", None), ("疾病", "01", None), ("01 因病", "01", None), ("01-因病", "01", None),
        ("10", "10", None), ("洪涝、台风", "12", None), ("", None, None),
        ("因病、因残", None, outcome.ONE_ONLY),
        ("因病因残", None, outcome.NEAREST_OPTION.format(title="因病")),
        ("懒", None, outcome.NOT_AN_OPTION),
        ("99", None, outcome.NOT_AN_OPTION),
    ],
)  # fmt: skip
def test_choice(cell: Cell, value: str | None, error: str | None) -> None:
    read = choice(cell, CAUSES)
    assert (read.value, read.error) == (value, error)


@pytest.mark.parametrize(
    ("cell", "value"),
    [("因病、因残", ("01", "02")), ("因病,因残；因学", ("01", "02", "03")), ("因病/因病", ("01",)),
     ("洪涝、台风", ("12",)), ("因病\n因学", ("01", "03")), ("", None), ("因病；", ("01",))],
)  # fmt: skip
def test_choices(cell: Cell, value: tuple[str, ...] | None) -> None:
    assert choices(cell, CAUSES).value == value


def test_choices_name_what_is_wrong() -> None:
    assert choices("因病、因懒", CAUSES).error is not None


def test_no_message_repeats_the_cell() -> None:
    secret = "44089919700223624Q秘"
    for read in (money(secret), integer(secret), day(secret), flag(secret), choice(secret, CAUSES)):
        assert read.error
        assert secret not in read.error
