"""Workbooks for the tests: small honest ones, and hostile ones built by hand."""

import io
import struct
import zipfile
from collections.abc import Sequence
from typing import Any

import xlsxwriter

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_KIND}.worksheet+xml"/></Types>'
)
ROOT_LINKS = (
    f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1"'
    f' Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
BOOK = (
    f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
    '<sheet name="村" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
BOOK_LINKS = (
    f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1"'
    f' Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
)
SHEET = "xl/worksheets/sheet1.xml"


def worksheet(rows: str, prefix: str = "", after: str = "") -> str:
    """Wrap rows of XML into a sheet."""
    name = f"xmlns:{prefix[:-1]}" if prefix else "xmlns"
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><{prefix}worksheet {name}="{MAIN}">'
        f"<{prefix}sheetData>{rows}</{prefix}sheetData>{after}</{prefix}worksheet>"
    )


def package(rows: str = "", /, **changed: Any) -> bytes:
    """Build a workbook; `changed` replaces, adds or (with None) leaves out parts by name."""
    parts: dict[str, bytes | str | None] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": ROOT_LINKS,
        "xl/workbook.xml": BOOK,
        "xl/_rels/workbook.xml.rels": BOOK_LINKS,
        SHEET: worksheet(rows or '<row r="1"><c r="A1"><v>1</v></c></row>'),
    }
    parts.update(changed)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in parts.items():
            if body is not None:
                archive.writestr(name, body)
    return out.getvalue()


def written(
    rows: Sequence[Sequence[object]], merges: Sequence[str] = (), name: str = "村"
) -> bytes:
    """Write rows with xlsxwriter, texts as texts; `merges` such as "A5:A7"."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    sheet = book.add_worksheet(name)
    for merge in merges:
        sheet.merge_range(merge, "")
    for row_index, row in enumerate(rows):
        for column, value in enumerate(row):
            if value is not None and value != "":
                sheet.write(row_index, column, value)
    book.close()
    return out.getvalue()


def lying(content: bytes, name: str, declared: int) -> bytes:
    """Make the directory declare another unpacked size for one part."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        real = archive.getinfo(name).file_size
    old, new = struct.pack("<L", real), struct.pack("<L", declared)
    at = content.rfind(name.encode()) - 46 + 24
    assert content[at : at + 4] == old
    return content[:at] + new + content[at + 4 :]


def text_cell(place: str, text: str) -> str:
    """Write one inline text cell."""
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'
