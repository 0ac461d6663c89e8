"""Reading in the child: what every kind of cell becomes, and what happens when the child fails."""

import io
import sys
from datetime import date, datetime

import openpyxl
import pytest

from jingzhun.imports.reading import workbook
from jingzhun.imports.reading.cells import ErrorValue, Formula, Merge, shown
from jingzhun.imports.reading.errors import (
    DamagedWorkbook,
    ReadingTooSlow,
    UnsafeWorkbook,
    WorkbookBomb,
    WorkbookTooWide,
)
from jingzhun.imports.reading.limits import Limits
from jingzhun.imports.reading.workbook import read_sheets
from tests.imports.reading.books import (
    BOOK_LINKS,
    MAIN,
    OFFICE,
    SHEET,
    package,
    text_cell,
    worksheet,
)


def rows_of(rows: str) -> list[list[object]]:
    (sheet,) = read_sheets(package(rows))
    return [list(row) for row in sheet.rows]


def test_every_kind_of_cell() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(
        ["张三", 1, 1.5, True, date(2018, 6, 12), datetime.fromisoformat("2018-06-12T08:30"), None]
    )
    sheet.append(["=1+1", None, "'=x", "  两 端  ", -0.0])
    out = io.BytesIO()
    book.save(out)
    (read,) = read_sheets(out.getvalue())
    assert read.rows[0][:6] == [
        "张三", 1.0, 1.5, True, date(2018, 6, 12), datetime.fromisoformat("2018-06-12T08:30"),
    ]  # fmt: skip
    assert type(read.rows[0][4]) is date
    assert read.rows[1][0] == Formula("1+1", None)
    assert read.rows[1][2:4] == ["'=x", "  两 端  "]
    assert read.formulas == 1


def test_rows_and_columns_keep_their_places() -> None:
    assert rows_of('<row r="3"><c r="C3"><v>7</v></c></row>') == [[""] * 3, [""] * 3, ["", "", 7.0]]


def test_formulas_and_errors_come_back() -> None:
    (sheet,) = read_sheets(
        package(
            '<row r="1"><c r="A1"><v>5</v></c><c r="B1" t="str"><f>A1&amp;""</f><v>甲</v></c>'
            '<c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D1" t="str"><f>"" </f><v></v></c></row>'
            '<row r="4"><c r="F4"><f>HYPERLINK("http://127.0.0.1/","x")</f><v/></c></row>'
        )
    )
    assert sheet.rows[0][1] == Formula('A1&""', "甲")
    assert sheet.rows[0][2] == ErrorValue("#DIV/0!")
    assert shown(sheet.rows[0][3]) == ""
    # Beyond the last stored value, where the reader itself sees nothing.
    assert sheet.rows[3][5] == Formula('HYPERLINK("http://127.0.0.1/","x")', None)
    assert {len(row) for row in sheet.rows} == {6}
    assert (sheet.formulas, sheet.errors) == (3, 1)


def test_prefixed_and_unnumbered_cells() -> None:
    xml = worksheet("<x:row><x:c><x:v>1</x:v></x:c><x:c><x:f>2</x:f></x:c></x:row>", "x:")
    (sheet,) = read_sheets(package(**{SHEET: xml}))
    assert sheet.rows == [[1.0, Formula("2", None)]]


def test_merges_hidden_sheets_rows_and_columns() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["a", "b"])
    sheet.append(["c", "d"])
    sheet.merge_cells("A2:A5")
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["B"].hidden = True
    sheet.sheet_state = "visible"
    book.create_sheet("藏").append(["x"])
    book["藏"].sheet_state = "veryHidden"
    out = io.BytesIO()
    book.save(out)
    first, second = read_sheets(out.getvalue())
    assert first.merged == (Merge(1, 0, 4, 0),)
    assert first.hidden_rows == (1,)
    assert first.hidden_columns == (1,)
    assert (first.is_hidden, second.is_hidden) == (False, True)


def test_progress_reaches_the_end() -> None:
    told: list[tuple[int, int]] = []
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, 2501))
    list(read_sheets(package(rows), progress=lambda done, total: told.append((done, total))))
    assert told == [(1000, 2500), (2000, 2500), (2500, 2500), (2500, 2500)]


def test_columns_past_the_limit_are_refused() -> None:
    with pytest.raises(WorkbookTooWide) as caught:
        list(read_sheets(package('<row r="1"><c r="E1"><v>1</v></c></row>'), Limits(columns=4)))
    assert "E1" in caught.value.detail


def test_overlapping_merges_are_refused() -> None:
    merges = '<mergeCells count="3">' + '<mergeCell ref="A1:A900"/>' * 3 + "</mergeCells>"
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="900"><c r="A900"><v>1</v></c></row>'
    with pytest.raises(UnsafeWorkbook):
        list(read_sheets(package(**{SHEET: worksheet(rows, after=merges)})))


def test_a_text_said_a_million_times_fills_no_memory() -> None:
    shared = f'<sst xmlns="{MAIN}"><si><t>{"长" * 30_000}</t></si></sst>'
    cells = "".join(f'<c r="A{n}" t="s"><v>0</v></c></row><row>' for n in range(1, 60_000))
    links = BOOK_LINKS.replace(
        "</R", f'<Relationship Id="s" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/></R'
    )
    content = package(
        f"<row>{cells}</row>",
        **{"xl/sharedStrings.xml": shared, "xl/_rels/workbook.xml.rels": links},
    )
    with pytest.raises(WorkbookBomb):
        list(read_sheets(content, Limits(memory_bytes=600 << 20)))


def test_memory_limit_of_the_child() -> None:
    rows = "".join(
        f'<row r="{n}"><c r="A{n}"><v>1</v></c><c r="ZZ{n}"><v>1</v></c></row>'
        for n in range(1, 40_000)
    )
    with pytest.raises(WorkbookBomb):
        list(read_sheets(package(rows), Limits(memory_bytes=400 << 20, columns=1000)))


def test_time_limit_of_the_child() -> None:
    with pytest.raises(ReadingTooSlow):
        list(read_sheets(package(), Limits(seconds=0.001)))


def test_a_missing_shared_text_is_damage() -> None:
    with pytest.raises(DamagedWorkbook):
        rows_of('<row r="1"><c r="A1" t="s"><v>5</v></c></row>')


def test_unclosed_xml_is_damage() -> None:
    with pytest.raises(DamagedWorkbook):
        list(read_sheets(package('<row r="1"><c r="A1"><v>1</v></row>')))


@pytest.mark.parametrize(
    "body",
    [
        "raise SystemExit(3)",
        "import os; os.abort()",
        "import sys; sys.stdin.buffer.read(); sys.stdout.buffer.write(b'\\xff\\xff\\xff\\xff')",
        "import sys; sys.stdin.buffer.read(); sys.stdout.buffer.write(b'\\x00\\x00\\x00\\x01\\xc1')",
        "import sys; sys.stdin.buffer.read(); sys.stdout.buffer.write(b'\\x00\\x00\\x00\\x09abc')",
    ],
)
def test_whatever_the_child_does_the_parent_refuses(
    monkeypatch: pytest.MonkeyPatch, body: str
) -> None:
    monkeypatch.setattr(workbook, "_COMMAND", (sys.executable, "-c", body))
    with pytest.raises((DamagedWorkbook, WorkbookBomb)):
        list(read_sheets(package()))


def test_closing_early_ends_the_child(monkeypatch: pytest.MonkeyPatch) -> None:
    children: list[object] = []
    started = workbook._started

    def noted() -> object:
        children.append(started())
        return children[-1]

    monkeypatch.setattr(workbook, "_started", noted)
    sheets = read_sheets(package(text_cell("A1", "x").join(('<row r="1">', "</row>"))))
    next(iter(sheets))
    sheets.close()
    assert children[0].returncode is not None  # type: ignore[attr-defined]
