"""Sheets told apart. Each case is the sheet itself, drawn in the docstring-like tables below."""

from datetime import date

import pytest

from jingzhun.imports.reading.blocks import blocks
from jingzhun.imports.reading.cells import Cell, Merge
from jingzhun.imports.reading.headings import Group
from jingzhun.imports.reading.layout import (
    EMPTY,
    NO_HEADINGS,
    NO_ROWS,
    Sheet,
    read_layout,
)
from jingzhun.imports.reading.lines import read_filling, total_label, year_of
from jingzhun.imports.reading.workbook import RawSheet

KNOWN = {"序号", "户编号", "姓名", "证件号码", "工资性收入", "财产性收入", "备注", "性别"}


def drawn(table: str) -> list[list[Cell]]:
    """Read a drawn sheet: one line a row, cells between bars, figures as numbers."""
    rows: list[list[Cell]] = []
    for line in table.strip("\n").split("\n"):
        cells: list[Cell] = []
        for written in line.strip().strip("|").split("|"):
            plain = written.strip()
            cells.append(float(plain) if plain.isdigit() and len(plain) < 6 else plain)
        rows.append(cells)
    width = max(map(len, rows))
    return [row + [""] * (width - len(row)) for row in rows]


def laid_out(table: str, *merged: Merge) -> Sheet:
    return read_layout(RawSheet("村", rows=drawn(table), merged=merged), KNOWN.__contains__)


def headings(sheet: Sheet) -> list[tuple[str, str, int | None]]:
    return [(column.heading, column.group, column.year) for column in sheet.columns]


def test_one_row_of_headings_in_any_order() -> None:
    sheet = laid_out("""
        | 花名册 |
        | 填报单位：北山村委会（盖章）  填报日期：2018.6.12 |
        | 姓名 | 户编号 | 家畜 | 序号 |
        | 张三 | 001122 | 3 | 1 |
    """)
    assert headings(sheet) == [
        ("姓名", "", None),
        ("户编号", "", None),
        ("家畜", "", None),
        ("序号", "", None),
    ]
    assert (sheet.title, sheet.unit_name, sheet.filled_on) == (
        "花名册", "北山村委会", date(2018, 6, 12),
    )  # fmt: skip
    assert [(row.number, row.cells) for row in sheet.rows] == [(4, ["张三", "001122", 3.0, 1.0])]
    assert sheet.heading_row == 3


def test_two_levels_with_merged_groups_and_a_year() -> None:
    sheet = laid_out(
        """
        | 花名册 |
        | 户信息 |        | 2017年家庭收入（元） |            | 备注 |
        | 户编号 | 姓名   | 工资性收入         | 财产性收入 |      |
        | 001122 | 张三   | 5                  | 6          | 无   |
        """,
        Merge(1, 0, 1, 1), Merge(1, 2, 1, 3), Merge(1, 4, 2, 4),
    )  # fmt: skip
    assert headings(sheet) == [
        ("户编号", "户信息", None), ("姓名", "户信息", None),
        ("工资性收入", "2017年家庭收入（元）", 2017), ("财产性收入", "2017年家庭收入（元）", 2017),
        ("备注", "", None),
    ]  # fmt: skip
    assert sheet.groups == (
        Group("户信息", 0, 1, None), Group("2017年家庭收入（元）", 2, 3, 2017),
    )  # fmt: skip
    assert [row.number for row in sheet.rows] == [4]


def test_groups_without_merged_cells_reach_over_blanks() -> None:
    sheet = laid_out("""
        | 户信息 |      | 二〇一七年收入 |            |
        | 户编号 | 姓名 | 工资性收入     | 财产性收入 |
        | 001122 | 张三 | 5              | 6          |
    """)
    assert headings(sheet)[1] == ("姓名", "户信息", None)
    assert headings(sheet)[3] == ("财产性收入", "二〇一七年收入", 2017)


def test_three_levels() -> None:
    sheet = laid_out(
        """
        | 序号 | 姓名 | 家庭收入   |            |
        |      |      | 2016年     | 2017年     |
        |      |      | 工资性收入 | 工资性收入 |
        | 1    | 张三 | 5          | 6          |
        """,
        Merge(0, 0, 2, 0), Merge(0, 1, 2, 1), Merge(0, 2, 0, 3),
    )  # fmt: skip
    assert headings(sheet) == [
        ("序号", "", None), ("姓名", "", None),
        ("工资性收入", "2016年", 2016), ("工资性收入", "2017年", 2017),
    ]  # fmt: skip
    assert sheet.columns[3].groups == ("家庭收入", "2017年")


def test_sub_headings_below_the_row_with_most_known_headings() -> None:
    sheet = laid_out(
        """
        | 序号 | 户编号 | 姓名 | 证件号码 | 收入       |            |
        |      |        |      |          | 工资性收入 | 财产性收入 |
        | 1    | 001122 | 张三 | x        | 5          | 6          |
        """,
        *(Merge(0, column, 1, column) for column in range(4)), Merge(0, 4, 0, 5),
    )  # fmt: skip
    assert headings(sheet)[4:] == [("工资性收入", "收入", None), ("财产性收入", "收入", None)]
    assert [row.number for row in sheet.rows] == [3]


def test_merged_cells_are_filled_down_and_no_further() -> None:
    sheet = laid_out(
        """
        | 户编号 | 姓名 | 备注 |
        | 001122 | 张三 |      |
        |        | 李四 | 残   |
        |        | 王五 |      |
        | 003344 | 赵六 |      |
        """,
        Merge(1, 0, 2, 0), Merge(1, 2, 2, 2),
    )  # fmt: skip
    assert [row.cells[0] for row in sheet.rows] == ["001122", "001122", "", "003344"]
    # What lies hidden under a merged cell is not seen by anybody, so it does not count.
    assert sheet.rows[1].cells[2] == ""
    assert [row.is_own(0) for row in sheet.rows] == [True, False, False, True]


def test_totals_blanks_remarks_and_repeated_headings_are_no_data() -> None:
    sheet = laid_out("""
        | 花名册 |
        | 填报单位：甲村    填报日期：2018年6月12日    单位：万元 |
        | 序号 | 姓名 | 证件号码 | 工资性收入 |
        | 1 | 2 | 3 | 4 |
        | 1 | 张三 | a | 7 |
        | 小 计 | 1户 | 1人 | 7 |
        | |
        | 花名册 |
        | 填报单位：甲村    填报日期：2018年6月12日    单位：万元 |
        | 序号 | 姓名 | 证件号码 | 工资性收入 |
        | 2 | 李四 | b | 8 |
        | 合计：2户，2人 | | | 15 |
        | 填表人：王五 | | 审核人：赵六 |
        | 注：本表一式两份。 |
    """)
    assert [row.number for row in sheet.rows] == [5, 11]
    assert [(total.number, total.counts) for total in sheet.totals] == [
        (6, {"户": 1, "人": 1}), (12, {"户": 2, "人": 2}),
    ]  # fmt: skip
    assert [remark.number for remark in sheet.remarks] == [8, 9, 10, 13, 14]
    assert sheet.measures == "万元"


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ("| | |", EMPTY),
        ("| 一、以户为单位填写，户编号不得为空。 |\n| 二、姓名与身份证一致 |", NO_HEADINGS),
        ("| 序号 | 姓名 | 户编号 |", NO_ROWS),
        ("| 序号 | 姓名 |\n| 合计 | 0 |", NO_ROWS),
    ],
)
def test_sheets_without_a_table_say_why(table: str, reason: str) -> None:
    assert laid_out(table).skipped_reason == reason


def test_a_column_without_heading_stays_if_something_is_written_in_it() -> None:
    sheet = laid_out("""
        | 姓名 | 户编号 |      |  |
        | 张三 | 001122 | 残疾 |  |
    """)
    assert headings(sheet) == [("姓名", "", None), ("户编号", "", None), ("", "", None)]


@pytest.mark.parametrize(
    ("lines", "unit_name", "filled_on", "measures"),
    [
        ("填报单位：北山村委会    填报日期：2018年6月12日    单位：元、亩、平方米", "北山村委会", "2018-06-12", "元、亩、平方米"),
        ("填报单位（盖章）：东山街道办    填表时间:2018-6-12", "东山街道办", "2018-06-12", ""),
        ("单位：调旧村委会  日期：二〇一八年六月十二日", "调旧村委会", "2018-06-12", ""),
        ("统计花名册（截至2018年6月30日）", "", "2018-06-30", ""),
        ("填报单位: 甲村|截止2018.06.30|计量单位：万元", "甲村", "2018-06-30", "万元"),
        ("填报单位：甲村 填报日期：2018年6月", "甲村", None, ""),
        ("２０１８年６月１２日 填报", "", "2018-06-12", ""),
    ],
)  # fmt: skip
def test_the_filling_line(lines: str, unit_name: str, filled_on: str | None, measures: str) -> None:
    filling = read_filling(lines.split("|"))
    assert filling.unit_name == unit_name
    assert filling.filled_on == (date.fromisoformat(filled_on) if filled_on else None)
    assert filling.measures == measures


def test_a_filling_line_below_the_table_counts_too() -> None:
    sheet = laid_out("""
        | 姓名 | 户编号 |
        | 张三 | 001122 |
        | 填表人：李四 | 填报日期：2018年6月12日 |
    """)
    assert sheet.filled_on == date(2018, 6, 12)


@pytest.mark.parametrize(
    ("first", "is_total"),
    [("合计", True), ("总 计", True), ("本页小计", True), ("全村合计：", True), ("合计8户", True),
     ("调旧村委会合计", True), ("合计生", False), ("计", False), ("共计数", True)],
)  # fmt: skip
def test_total_lines(first: str, is_total: bool) -> None:
    assert bool(total_label(["", first, 3.0])) is is_total


def test_years_in_headings() -> None:
    assert year_of("工资性收入", "2017年家庭收入（元）") == 2017
    assert year_of("２０１８年度") == 2018
    assert year_of("16年") is None


KEPT = {
    "merged": (
        "| 户编号 | 姓名 |\n| 1111111 | a |\n| | b |\n| 2222222 | c |\n| | d |\n| | e |\n| 3333333 | f |",
        (Merge(1, 0, 2, 0), Merge(3, 0, 5, 0)),
        ["ab", "cde", "f"],
    ),
    "merged, one number missing": (
        "| 户编号 | 姓名 |\n| 1111111 | a |\n| | b |\n| | c |\n| | d |\n| 3333333 | f |",
        (Merge(1, 0, 2, 0), Merge(3, 0, 4, 0)),
        ["ab", "cd", "f"],
    ),
    "merged, the same number twice": (
        "| 户编号 | 姓名 |\n| 1111111 | a |\n| | b |\n| 1111111 | c |\n| | d |",
        (Merge(1, 0, 2, 0), Merge(3, 0, 4, 0)),
        ["ab", "cd"],
    ),
    "written once": (
        "| 户编号 | 姓名 | 备注 |\n| 1111111 | a | x |\n| | b |\n| 2222222 | c | x |\n| | d |",
        (),
        ["ab", "cd"],
    ),
    "written once, one number missing": (
        "| 户编号 | 姓名 | 备注 |\n| 1111111 | a | x |\n| | b |\n| | c | x |\n| | d |",
        (),
        ["ab", "cd"],
    ),
    "repeated": (
        "| 户编号 | 姓名 |\n| 1111111 | a |\n| 1111111 | b |\n| 2222222 | c |\n| 2222222 | d |",
        (),
        ["ab", "cd"],
    ),
    "singles": ("| 户编号 | 姓名 |\n| 1111111 | a |\n| 2222222 | b |", (), ["a", "b"]),
}


@pytest.mark.parametrize("kind", KEPT)
def test_blocks_in_all_ways_of_keeping(kind: str) -> None:
    table, merged, expected = KEPT[kind]
    sheet = laid_out(table, *merged)
    found = blocks(sheet.rows, 0, [2] if len(sheet.columns) > 2 else [])
    assert ["".join(str(row.cells[1]) for row in block.rows) for block in found] == expected
