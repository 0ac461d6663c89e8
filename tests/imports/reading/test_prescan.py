"""Hostile files get a refusal that says what is wrong, quickly and without memory."""

import contextlib
import io
import time
import tracemalloc
import zipfile

import pytest

from jingzhun.imports.reading.errors import (
    DamagedWorkbook,
    EncryptedWorkbook,
    FileTooLarge,
    LegacyWorkbook,
    NotAWorkbook,
    TooManyFormulas,
    TooManySheets,
    UnsafeWorkbook,
    WorkbookBomb,
    WorkbookRefused,
    WorkbookTooWide,
)
from jingzhun.imports.reading.limits import Limits
from jingzhun.imports.reading.prescan import prescan
from jingzhun.imports.reading.workbook import read_sheets
from tests.imports.reading.books import (
    BOOK,
    BOOK_LINKS,
    MAIN,
    OFFICE,
    ROOT_LINKS,
    SHEET,
    TYPES,
    lying,
    package,
    text_cell,
    worksheet,
)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
DOCTYPE = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
LAUGHS = "<!DOCTYPE l [" + "".join(
    f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9)
) + "]>"  # fmt: skip
FAR = '<row r="1"><c r="A1"><v>1</v></c></row><row r="{row}"><c r="{cell}"><v>1</v></c></row>'


def zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in parts.items():
            archive.writestr(name, body)
    return out.getvalue()


def far(cell: str, row: int) -> bytes:
    return package(FAR.format(cell=cell, row=row))


def overlapping() -> bytes:
    """Make a second directory entry point at the packed bytes of the first."""
    content = package(extra="x" * 50)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        first = archive.infolist()[0].header_offset
        second = archive.getinfo("extra").header_offset
    packed = content.rfind(second.to_bytes(4, "little") + b"extra")
    return content[:packed] + first.to_bytes(4, "little") + content[packed + 4 :]


HOSTILE: dict[str, tuple[bytes, type[WorkbookRefused]]] = {
    "nothing": (b"", NotAWorkbook),
    "plain text": ("姓名,证件号码\n张三,1".encode(), NotAWorkbook),
    "web page": (b"\xef\xbb\xbf<html><table>", NotAWorkbook),
    "pdf": (b"%PDF-1.7", NotAWorkbook),
    "plain zip": (zipped(a=b"b"), NotAWorkbook),
    "word file": (package(**{"[Content_Types].xml": TYPES.replace("spreadsheetml.sheet", "wordprocessingml.document")}), NotAWorkbook),
    "binary workbook": (package(**{"[Content_Types].xml": TYPES.replace("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "application/vnd.ms-excel.sheet.binary.macroEnabled.main")}), NotAWorkbook),
    "wrong content types": (package(**{"[Content_Types].xml": TYPES.replace(".sheet.main", ".styles")}), NotAWorkbook),
    "no content types": (package(**{"[Content_Types].xml": None}), NotAWorkbook),
    "no root link": (package(**{"_rels/.rels": None}), NotAWorkbook),
    "legacy": (OLE + "Workbook".encode("utf-16-le"), LegacyWorkbook),
    "word 97": (OLE + "WordDocument".encode("utf-16-le"), NotAWorkbook),
    "encrypted": (OLE + "EncryptedPackage".encode("utf-16-le"), EncryptedWorkbook),
    "truncated": (package()[:-40], DamagedWorkbook),
    "half": (package()[:700], DamagedWorkbook),
    "missing sheet": (package(**{SHEET: None}), DamagedWorkbook),
    "no sheet listed": (package(**{"xl/workbook.xml": f'<workbook xmlns="{MAIN}"/>'}), DamagedWorkbook),
    "broken workbook part": (package(**{"xl/workbook.xml": "<workbook><sheets>"}), DamagedWorkbook),
    "sheet is no sheet": (package(**{SHEET: "<html/>"}), DamagedWorkbook),
    "climbing name": (package(**{"../../etc/passwd": "x"}), UnsafeWorkbook),
    "climbing backslashes": (package(**{"..\\..\\x": "x"}), UnsafeWorkbook),
    "absolute name": (package(**{"/etc/passwd": "x"}), UnsafeWorkbook),
    "drive name": (package(**{"C:/x": "x"}), UnsafeWorkbook),
    "external entity in sheet": (package(**{SHEET: DOCTYPE + worksheet("")}), UnsafeWorkbook),
    "external entity in workbook": (package(**{"xl/workbook.xml": DOCTYPE + BOOK}), UnsafeWorkbook),
    "external entity in types": (package(**{"[Content_Types].xml": DOCTYPE + TYPES}), UnsafeWorkbook),
    "external entity in links": (package(**{"_rels/.rels": DOCTYPE + ROOT_LINKS}), UnsafeWorkbook),
    "external entity in texts": (package(**{"xl/sharedStrings.xml": DOCTYPE + "<sst/>"}), UnsafeWorkbook),
    "billion laughs": (package(**{"xl/styles.xml": LAUGHS + "<styleSheet>&l9;</styleSheet>"}), UnsafeWorkbook),
    "entity in utf-16": (package(**{SHEET: (DOCTYPE + worksheet("")).encode("utf-16")}), UnsafeWorkbook),
    "utf-16 without mark": (package(**{SHEET: worksheet("").encode("utf-16-le")}), UnsafeWorkbook),
    "entity in utf-7": (package(**{SHEET: '<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE'}), UnsafeWorkbook),
    "nested archive": (package(**{"xl/media/a.zip": zipped(b=bytes(9999))}), WorkbookBomb),
    "zeros": (package(**{SHEET: bytes(80 << 20)}), WorkbookRefused),
    "spaces in texts": (package(**{"xl/sharedStrings.xml": b"<sst>" + b" " * (80 << 20)}), WorkbookBomb),
    "declared size": (lying(package(), SHEET, 0x7FFFFFFF), WorkbookBomb),
    "hidden size": (lying(package(**{SHEET: b"<worksheet>" + b"<x/>" * (20 << 20)}), SHEET, 100), WorkbookBomb),
    "overlapping": (overlapping(), WorkbookBomb),
    "too many parts": (package(**{f"x{number}": "" for number in range(5_100)}), WorkbookBomb),
    "last cell": (far("XFD1048576", 1048576), WorkbookTooWide),
    "last column": (far("XFD2", 2), WorkbookTooWide),
    "last row": (far("A1048576", 1048576), WorkbookTooWide),
    "past all columns": (far("ZZZZZ2", 2), WorkbookTooWide),
    "past all rows": (far("A99999999999", 2), WorkbookTooWide),
    "far cell, odd quotes": (package("<row r='1'><c  r = 'XFD1048576'><v>1</v></c></row>"), WorkbookTooWide),
    "far cell, other order": (package('<row r="1"><c s="1" t="n" r="XFD1048576"><v>1</v></c></row>'), WorkbookTooWide),
    "far cell, prefix": (package(**{SHEET: worksheet('<x:row><x:c r="XFD1048576"><x:v>1</x:v></x:c></x:row>', "x:")}), WorkbookTooWide),
}  # fmt: skip


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_files_are_refused(kind: str) -> None:
    content, refusal = HOSTILE[kind]
    started = time.monotonic()
    with pytest.raises(refusal) as caught:
        prescan(content, Limits())
    assert time.monotonic() - started < 2
    assert caught.value.detail
    assert "{" not in caught.value.detail


@pytest.mark.parametrize("kind", ["last cell", "billion laughs", "truncated", "encrypted"])
def test_the_refusal_crosses_from_the_child(kind: str) -> None:
    content, refusal = HOSTILE[kind]
    with pytest.raises(refusal) as caught:
        list(read_sheets(content))
    assert "{" not in caught.value.detail


def test_a_bomb_is_refused_in_little_memory() -> None:
    content = package(**{"xl/sharedStrings.xml": b"<sst>" + b" " * (100 << 20)})
    tracemalloc.start()
    with pytest.raises(WorkbookBomb):
        prescan(content, Limits())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 16 << 20


def test_a_million_columns_without_references_are_refused() -> None:
    content = package("<row>" + "<c><v>1</v></c>" * 1_000_000 + "</row>")
    with pytest.raises(WorkbookTooWide):
        list(read_sheets(content))


def test_a_far_cell_with_only_a_format_is_harmless() -> None:
    content = package('<row r="1"><c r="A1"><v>1</v></c><c r="XFD1048576" s="0"/></row>')
    sheet = next(iter(read_sheets(content)))
    assert sheet.rows == [[1.0]]


def test_a_wrong_dimension_is_not_believed() -> None:
    dimension = f'<worksheet xmlns="{MAIN}"><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>'
    assert next(iter(read_sheets(package(**{SHEET: dimension})))).rows == [[1.0]]


def test_over_size() -> None:
    with pytest.raises(FileTooLarge) as caught:
        prescan(b"PK\x03\x04" + bytes(1 << 20), Limits(file_bytes=1 << 20))
    assert "1 MB" in caught.value.detail


def test_too_many_sheets() -> None:
    sheets = "".join(f'<sheet name="{n}" sheetId="{n}" r:id="rId1"/>' for n in range(1, 6))
    book = f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{sheets}</sheets></workbook>'
    with pytest.raises(TooManySheets):
        prescan(package(**{"xl/workbook.xml": book}), Limits(sheets=4))


def test_too_many_formulas() -> None:
    rows = "".join(f'<row r="{n}"><c r="A{n}"><f>1</f></c></row>' for n in range(1, 9))
    with pytest.raises(TooManyFormulas):
        prescan(package(rows), Limits(formulas=7))


def test_external_links_are_noted_and_never_followed() -> None:
    link = f'<externalLink xmlns="{MAIN}"/>'
    links = BOOK_LINKS.replace(
        "</Relationships>",
        f'<Relationship Id="rId2" Type="{OFFICE}/externalLink" Target="http://127.0.0.1:9/x" TargetMode="External"/></Relationships>',
    )
    found = prescan(
        package(
            **{"xl/externalLinks/externalLink1.xml": link, "xl/_rels/workbook.xml.rels": links}
        ),
        Limits(),
    )
    assert found.has_external_links
    assert not found.has_macros


def test_specials_and_hidden_parts_are_found() -> None:
    rows = (
        '<row r="2" hidden="1"><c r="B2" t="str"><f>A1&amp;"x"</f><v>1x</v></c>'
        '<c r="C2" t="e"><v>#N/A</v></c><c r="D2"><f/></c></row>'
        '<row r="3"><c r="B3" s="2"><f t="shared" ref="B3:B4" si="0">A3+1</f><v>2</v></c></row>'
        '<row r="4"><c r="B4"><f t="shared" si="0"/><v/></c>'
        '<c r="C4" t="str"><f>IF(A1="","",1)</f><v></v></c></row>'
    )
    xml = worksheet(rows).replace(
        "<sheetData>", '<cols><col min="3" max="4" hidden="1" width="0"/></cols><sheetData>'
    )
    (_part, scan), = prescan(package(**{SHEET: xml}), Limits()).sheets  # fmt: skip
    found = [(s.row, s.column, s.text, s.is_error, s.has_result) for s in scan.specials]
    assert found == [
        (1, 1, 'A1&"x"', False, True),
        (1, 2, "#N/A", True, True),
        (1, 3, "", False, False),
        (2, 1, "A3+1", False, True),
        (3, 1, "A3+1", False, False),
        (3, 2, 'IF(A1="","",1)', False, True),
    ]
    assert scan.hidden_rows == [1]
    assert scan.hidden_columns == [2, 3]


@pytest.mark.parametrize("size", [100, 262_144 - 40, 262_144, 300_000])
def test_nothing_is_lost_at_the_borders_of_chunks(size: int) -> None:
    filler = text_cell("A1", "甲" * (size // 3))
    rows = f'<row r="1">{filler}</row><row r="2"><c r="B2"><f>1+1</f></c></row>' * 3
    (_part, scan), = prescan(package(rows), Limits()).sheets  # fmt: skip
    assert [(s.row, s.column, s.text) for s in scan.specials] == [(1, 1, "1+1")] * 3
    assert scan.rows == 6


ENDLESS = {
    "rows without end": "<row " * 300_000,
    "cells without end": '<row r="1">' + "<c r=" * 300_000,
    "blanks": "<row r='1'>" + '<c r="A1"' + " " * 2_000_000 + "r",
    "formulas without end": '<row r="1">' + '<c r="A1"><f>' * 200_000,
    "closing alone": "</row>" * 300_000,
    "one long text": '<row r="1">' + text_cell("A1", "x" * 9_000_000) + "</row>",
    "attributes": '<row r="1"><c ' + 'r="A1" ' * 300_000,
}


@pytest.mark.parametrize("kind", ENDLESS)
def test_no_pattern_runs_away(kind: str) -> None:
    """Whatever comes out, it comes out soon."""
    content = package(ENDLESS[kind])
    started = time.monotonic()
    with contextlib.suppress(WorkbookRefused):
        prescan(content, Limits())
    assert time.monotonic() - started < 2
