"""Writes workbooks: long lists as a stream, every text as text. Reads none, computes nothing.

A list is written by hand as the few XML parts a spreadsheet needs, because that is what makes
100,000 rows take seconds in constant memory. Styled forms use `xlsxwriter` where they are made.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import IO, Any, cast
from xml.sax.saxutils import escape

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MAX_ROWS = 1_048_575
MAX_TEXT = 32_767

Cell = str | int | None

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FORBIDDEN_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
_FORMULA_STARTS = frozenset("=+-@\t\r")
_CHUNK = 1000
_TEXT, _HEADING, _LITERAL = 0, 1, 2

_STYLES = (
    f'{_HEAD}<styleSheet xmlns="{_MAIN}">'
    '<fonts count="2"><font><sz val="11"/><name val="宋体"/></font>'
    '<font><b/><sz val="11"/><name val="宋体"/></font></fonts>'
    '<fills count="3"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid">'
    '<fgColor rgb="FFE8EDF3"/></patternFill></fill></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="3"><xf xfId="0"/>'
    '<xf xfId="0" fontId="1" fillId="2" applyFont="1" applyFill="1" applyAlignment="1">'
    '<alignment wrapText="1" vertical="center"/></xf><xf xfId="0" quotePrefix="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>"
)


def write_table(
    title: str, heads: Sequence[str], lines: Iterable[Sequence[Cell]], *, max_rows: int = MAX_ROWS
) -> bytes:
    """Return a workbook with one styled heading row and the lines below it."""
    return b"".join(table_chunks(title, heads, lines, max_rows=max_rows))


def table_chunks(
    title: str, heads: Sequence[str], lines: Iterable[Sequence[Cell]], *, max_rows: int = MAX_ROWS
) -> Iterator[bytes]:
    """Yield the workbook piece by piece; past `max_rows` the list goes on on a further sheet."""
    sink = _Sink()
    rest, count = iter(lines), 0
    with zipfile.ZipFile(
        cast("IO[bytes]", sink), "w", zipfile.ZIP_DEFLATED, compresslevel=2
    ) as file:
        while True:
            first = next(rest, None)
            if first is None and count:
                break
            count += 1
            begun = () if first is None else (first,)
            sheet = chain(begun, islice(rest, max_rows - len(begun)))
            with file.open(f"xl/worksheets/sheet{count}.xml", "w", force_zip64=True) as part:
                for piece in _sheet(heads, sheet):
                    part.write(piece)
                    yield from sink.taken()
            if first is None:
                break
        for name, text in _parts(title, count).items():
            file.writestr(name, text)
    yield from sink.taken()


class _Sink(io.RawIOBase):
    """What the archive is written into: keeps bytes until they are taken; cannot go back."""

    def __init__(self) -> None:
        self._kept: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, body: Any, /) -> int:
        piece = bytes(body)
        self._kept.append(piece)
        return len(piece)

    def taken(self) -> list[bytes]:
        """Return what has come since the last time."""
        kept, self._kept = self._kept, []
        return kept


def _sheet(heads: Sequence[str], lines: Iterator[Sequence[Cell]]) -> Iterator[bytes]:
    widths = (min(40, max(10, len(head) * 2 + 4)) for head in heads)
    columns = "".join(
        f'<col min="{at}" max="{at}" width="{width}" customWidth="1"/>'
        for at, width in enumerate(widths, 1)
    )
    yield (
        f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>'
        f"</sheetViews><cols>{columns}</cols><sheetData>"
        f"<row>{''.join(_text(head, _HEADING) for head in heads)}</row>"
    ).encode()
    while chunk := list(islice(lines, _CHUNK)):
        yield "".join(f"<row>{''.join(map(_cell, line))}</row>" for line in chunk).encode()
    yield b"</sheetData></worksheet>"


def _cell(value: Cell) -> str:
    if value is None:
        return "<c/>"
    if isinstance(value, str):
        return _text(value, _LITERAL if value[:1] in _FORMULA_STARTS else _TEXT)
    return f"<c><v>{int(value)}</v></c>"


def _text(value: str, style: int) -> str:
    shown = escape(_UNWRITABLE.sub("", value[:MAX_TEXT]))
    mark = f' s="{style}"' if style else ""
    return f'<c{mark} t="inlineStr"><is><t xml:space="preserve">{shown}</t></is></c>'


def sheet_name(title: str, number: int = 1) -> str:
    """Return a name a spreadsheet accepts: at most 31 characters, no brackets, slashes, colons."""
    tail = "" if number == 1 else f"（{number}）"
    name = _FORBIDDEN_IN_NAMES.sub("", title).strip("' ") or "表"
    return name[: 31 - len(tail)] + tail


def _parts(title: str, count: int) -> dict[str, str]:
    """The parts that tie the sheets together, by name."""
    numbers = range(1, count + 1)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    overrides = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{kind}.worksheet+xml"/>'
        for n in numbers
    )
    types = (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{kind}.styles+xml"/>'
        f"{overrides}</Types>"
    )
    sheets = "".join(
        f'<sheet name="{escape(sheet_name(title, n))}" sheetId="{n}" r:id="rId{n}"/>'
        for n in numbers
    )
    book = f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{sheets}</sheets></workbook>'
    of_book = "".join(_relation(n, "worksheet", f"worksheets/sheet{n}.xml") for n in numbers)
    return {
        "[Content_Types].xml": types,
        "_rels/.rels": _relations(_relation(1, "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": _HEAD + book,
        "xl/_rels/workbook.xml.rels": _relations(of_book + _relation(0, "styles", "styles.xml")),
        "xl/styles.xml": _STYLES,
    }


def _relation(number: int, kind: str, target: str) -> str:
    return f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'


def _relations(inner: str) -> str:
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'
