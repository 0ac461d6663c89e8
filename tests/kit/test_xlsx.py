"""Lists as workbooks: two readers agree, formulas stay text, long lists go on on further sheets."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import openpyxl
from python_calamine import CalamineWorkbook

from jingzhun.kit import xlsx

HEADS = ["姓名", "人数"]


def read(body: bytes) -> list[Any]:
    return list(openpyxl.load_workbook(io.BytesIO(body)).worksheets)


def test_text_and_numbers_come_back() -> None:
    (sheet,) = read(xlsx.write_table("劳动力", HEADS, [["张三<&>", 4], [None, 0], [" 留空 ", -7]]))
    assert sheet.title == "劳动力"
    assert [[cell.value for cell in row] for row in sheet] == [
        HEADS, ["张三<&>", 4], [None, 0], [" 留空 ", -7],
    ]  # fmt: skip
    assert sheet["A1"].font.bold
    assert sheet.freeze_panes == "A2"


def test_another_reader_agrees() -> None:
    body = xlsx.write_table("名册", HEADS, [["李四", 2]])
    book = CalamineWorkbook.from_object(io.BytesIO(body))
    assert book.get_sheet_by_index(0).to_python() == [HEADS, ["李四", 2.0]]


def test_what_begins_like_a_formula_is_text() -> None:
    starts = ["=1+1", "+86", "-1", "@SUM(A1)", "\t=2", '=HYPERLINK("x")']
    (sheet,) = read(xlsx.write_table("名册", HEADS, [[text, 1] for text in starts]))
    cells = [row[0] for row in sheet.iter_rows(min_row=2)]
    assert [cell.value for cell in cells] == starts
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(cell.quotePrefix for cell in cells)


def test_characters_no_sheet_can_hold_are_left_out() -> None:
    (sheet,) = read(xlsx.write_table("名册", HEADS, [["甲\x00乙\ud800\ufffe", 1]]))
    assert sheet["A2"].value == "甲乙"


def test_a_long_list_goes_on_on_the_next_sheet() -> None:
    sheets = read(xlsx.write_table("名册", HEADS, [["人", n] for n in range(5)], max_rows=2))
    assert [sheet.title for sheet in sheets] == ["名册", "名册（2）", "名册（3）"]
    assert [sheet.max_row for sheet in sheets] == [3, 3, 2]
    assert {sheet["B1"].value for sheet in sheets} == {"人数"}


def test_an_empty_list_still_has_its_headings() -> None:
    (sheet,) = read(xlsx.write_table("名册", HEADS, []))
    assert [cell.value for cell in sheet[1]] == HEADS


def test_sheet_names_are_made_acceptable() -> None:
    assert xlsx.sheet_name("a/b:c*[d]?\\") == "abcd"
    assert len(xlsx.sheet_name("长" * 60, 12)) == 31
    assert xlsx.sheet_name("///") == "表"


def test_the_workbook_leaves_while_rows_still_come() -> None:
    """Chunks are handed on before the last row is asked for, so memory does not grow."""
    asked: list[int] = []

    def lines() -> Iterator[list[str | int | None]]:
        for n in range(60_000):
            asked.append(n)
            yield [f"{n * 7919 % 100_003:06d}" * 4, n]

    chunks = xlsx.table_chunks("名册", HEADS, lines())
    next(chunks)
    assert len(asked) < 60_000
