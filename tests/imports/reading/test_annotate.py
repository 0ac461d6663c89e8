"""A workbook comes back with comments and colours, and otherwise as it was."""

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from openpyxl.worksheet.worksheet import Worksheet

from jingzhun.imports.reading.annotate import Finding, annotate
from jingzhun.imports.reading.errors import UnsafeWorkbook
from jingzhun.imports.reading.workbook import read_sheets
from tests.imports.reading.books import (
    BOOK,
    BOOK_LINKS,
    OFFICE,
    SHEET,
    package,
    text_cell,
    worksheet,
)

# openpyxl, the second opinion here, says what it would drop; it never writes our result.
pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")

SAMPLE = Path(__file__).parents[2] / "samples" / "roster-with-defects.xlsx"


def opened(content: bytes, sheet: str = "村") -> Worksheet:
    found = openpyxl.load_workbook(io.BytesIO(content))[sheet]
    assert isinstance(found, Worksheet)
    return found


def comment(content: bytes, place: str, sheet: str = "村") -> str | None:
    found = opened(content, sheet)[place].comment
    return found.text if found else None


def colours(content: bytes, sheet: str = "村") -> dict[str, str]:
    return {
        str(rules.sqref): rule.dxf.fill.bgColor.rgb
        for rules in opened(content, sheet).conditional_formatting
        for rule in rules.rules
        if rule.dxf is not None
    }


def styled() -> bytes:
    """Make a workbook with nearly everything that stands behind the rows."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    sheet = book.add_worksheet("村")
    bold = book.add_format({"bold": True, "bg_color": "#00FF00"})
    sheet.merge_range("A1:C1", "花名册", bold)
    sheet.write_row(1, 0, ["姓名", "=1+1", "@sum"])
    sheet.write_formula(2, 0, "=1+2", None, 3)
    sheet.write_comment("B2", "镇里的批注", {"author": "镇"})
    sheet.data_validation("C3", {"validate": "list", "source": ["是", "否"]})
    sheet.conditional_format("A2:A9", {"type": "data_bar", "bar_solid": True})
    sheet.conditional_format("A2:A9", {"type": "duplicate", "format": bold})
    sheet.autofilter("A2:C3")
    sheet.set_footer("&C&P")
    sheet.write_url("C9", "https://127.0.0.1/")
    book.close()
    return out.getvalue()


def test_comments_and_colours_stand_at_the_faults() -> None:
    content = annotate(
        SAMPLE.read_bytes(),
        [
            Finding("调旧村委会", 5, 13, "号码不对。\n请核对<证件>", "error"),
            Finding("调旧村委会", 5, 13, "也看一看", "warning"),
            Finding("调旧村委会", 6, 0, "=HYPERLINK(1)", "warning"),
            Finding("三明村委会", 12, 45, "按文字保留", "normalised"),
        ],
    )
    assert comment(content, "N5", "调旧村委会") == "错误：号码不对。\n请核对<证件>\n提醒：也看一看"
    # A6 lies under the merged cell A5:A10, where nobody would see its comment.
    assert comment(content, "A5", "调旧村委会") == "提醒：=HYPERLINK(1)"
    assert comment(content, "AT12", "三明村委会") == "已规范：按文字保留"
    assert colours(content, "调旧村委会") == {"N5": "FFFFC7CE", "A5": "FFFFEB9C"}
    assert colours(content, "三明村委会") == {"AT12": "FFDDEBF7"}


def test_everything_else_stays_as_it_was() -> None:
    before, after = SAMPLE.read_bytes(), io.BytesIO()
    after.write(annotate(before, [Finding("调旧村委会", 5, 13, "x")]))
    assert [raw.rows for raw in read_sheets(before)] == [
        raw.rows for raw in read_sheets(after.getvalue())
    ]
    with zipfile.ZipFile(io.BytesIO(before)) as old, zipfile.ZipFile(after) as new:
        same = [name for name in old.namelist() if old.read(name) == new.read(name)]
        assert set(old.namelist()) - set(same) == {
            "[Content_Types].xml", "xl/styles.xml", "xl/worksheets/sheet2.xml",
        }  # fmt: skip
        rows = old.read("xl/worksheets/sheet2.xml").partition(b"</sheetData>")[0]
        assert new.read("xl/worksheets/sheet2.xml").startswith(rows)


def test_a_rich_sheet_keeps_its_look_and_its_order() -> None:
    content = annotate(styled(), [Finding("村", 2, 1, "再看看"), Finding("村", 40, 20, "空格")])
    sheet = opened(content)
    assert comment(content, "B2") == "镇里的批注\n核验：错误：再看看"
    assert comment(content, "U40") == "错误：空格"
    # Texts that look like formulas are still texts, and the one formula is still one.
    assert [(cell.value, cell.data_type) for cell in sheet[2]][1:3] == [
        ("=1+1", "s"),
        ("@sum", "s"),
    ]
    assert sheet["A3"].value == "=1+2"
    assert sheet["A1"].font.b
    assert sheet.auto_filter.ref == "A2:C3"
    assert len(sheet.data_validations.dataValidation) == 1
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        xml = archive.read(SHEET).decode()
    order = [
        "</sheetData>", "<autoFilter", "<mergeCells", '"核验"="核验"', "<dataValidations",
        "<hyperlinks", "<pageMargins", "<headerFooter", "<legacyDrawing ", "<extLst><ext ",
    ]  # fmt: skip
    places = [xml.rindex(part) for part in order]
    assert places == sorted(places)
    assert xml.count("<legacyDrawing ") == 1


def test_marks_of_the_last_time_are_gone() -> None:
    first = annotate(styled(), [Finding("村", 3, 0, "旧"), Finding("村", 4, 1, "旧")])
    second = annotate(first, [Finding("村", 4, 1, "新")])
    assert comment(second, "A3") is None
    assert comment(second, "B4") == "错误：新"
    assert comment(second, "B2") == "镇里的批注"
    assert [place for place, _ in colours(second).items() if place in ("A3", "B4")] == ["B4"]
    third = annotate(second, [])
    assert comment(third, "B4") is None
    with zipfile.ZipFile(io.BytesIO(third)) as archive:
        boxes = next(archive.read(name) for name in archive.namelist() if name.endswith(".vml"))
    assert boxes.count(b"<v:shape ") == 1


def test_marks_survive_another_program() -> None:
    """The workbook is opened and saved elsewhere before it comes back."""
    saved = io.BytesIO()
    openpyxl.load_workbook(io.BytesIO(annotate(styled(), [Finding("村", 4, 1, "旧")]))).save(saved)
    again = annotate(saved.getvalue(), [Finding("村", 5, 1, "新")])
    assert (comment(again, "B4"), comment(again, "B5")) == (None, "错误：新")
    assert "B4" not in colours(again)


def test_prefixed_sheets_and_missing_styles() -> None:
    rows = '<x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row>'
    content = annotate(
        package(**{SHEET: worksheet(rows, "x:")}), [Finding("村", 1, 0, '坏字符\x00\x0b & 引号"')]
    )
    assert comment(content, "A1") == '错误：坏字符 & 引号"'
    assert colours(content) == {}


def test_many_findings_are_cut_with_a_word() -> None:
    content = annotate(
        package('<row r="1">' + text_cell("A1", "x") + "</row>"),
        [Finding("村", row, 0, "x") for row in range(1, 10_011)],
    )
    assert "另有 10 处" in (comment(content, "A1") or "")
    assert comment(content, "A10000")
    assert comment(content, "A10001") is None


@pytest.mark.parametrize(
    "finding",
    [Finding("没有", 1, 0, "x"), Finding("村", 0, 0, "x"), Finding("村", 1, -1, "x"),
     Finding("村", 1, 0, "x", "fatal")],
)  # fmt: skip
def test_findings_at_no_cell_are_a_fault_of_the_caller(finding: Finding) -> None:
    with pytest.raises(ValueError, match=r".+"):
        annotate(package(), [finding])


def test_hostile_files_are_refused_here_too() -> None:
    entity = '<!DOCTYPE w [<!ENTITY x "x">]>'
    with pytest.raises(UnsafeWorkbook):
        annotate(package(**{"xl/workbook.xml": entity + BOOK}), [])


def test_comments_part_of_another_program_without_lists() -> None:
    links = BOOK_LINKS.replace("worksheets/sheet1.xml", "worksheets/sheet1.xml")
    sheet_links = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="c" Type="{OFFICE}/comments" Target="../comments9.xml"/></Relationships>'
    )
    empty = '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors/><commentList/></comments>'
    content = annotate(
        package(**{
            "xl/_rels/workbook.xml.rels": links,
            "xl/worksheets/_rels/sheet1.xml.rels": sheet_links,
            "xl/comments9.xml": empty,
        }),
        [Finding("村", 1, 0, "x")],
    )  # fmt: skip
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.read("xl/comments9.xml").decode().count("<comment ") == 1
        assert sum("comments" in name for name in archive.namelist()) == 1
