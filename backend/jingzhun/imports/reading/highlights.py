"""The colours of faulty cells, laid over the sheet as conditional formats.

No cell and no style of the workbook is touched, so that its look stays; and the colours of an
earlier check can be told by their formula and taken out again.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from jingzhun.imports.reading.cells import cell_name
from jingzhun.imports.reading.comments import AUTHOR, Place
from jingzhun.imports.reading.errors import DamagedWorkbook
from jingzhun.imports.reading.outline import outline

COLOURS = {"error": "FFFFC7CE", "warning": "FFFFEB9C", "normalised": "FFDDEBF7"}
"""Severities from the worst to the least, and the colour of each."""

_FORMULA = f'"{AUTHOR}"="{AUTHOR}"'
_STYLE_ORDER = (
    "numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs",
    "tableStyles", "colors", "extLst",
)  # fmt: skip
_SHEET_ORDER = (
    "sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState",
    "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting",
    "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter",
    "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags",
    "drawing", "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects",
    "controls", "AlternateContent", "webPublishItems", "tableParts", "extLst",
)  # fmt: skip
_PRIORITY = re.compile(rb'\spriority\s*=\s*["\'](\d{1,9})["\']')
_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CELLS_A_RULE = 400


def with_colours(styles: bytes) -> tuple[bytes, int]:
    """Add the colours to a styles part; return it with the number of the first of them."""
    whole = outline(styles)
    prefix = whole.prefix
    added = "".join(
        f'<{prefix}dxf><{prefix}fill><{prefix}patternFill><{prefix}bgColor rgb="{rgb}"/>'
        f"</{prefix}patternFill></{prefix}fill></{prefix}dxf>"
        for rgb in COLOURS.values()
    ).encode()
    present = whole.find("dxfs")
    if present is None:
        start = end = whole.place(_STYLE_ORDER, "dxfs")
        kept: list[bytes] = []
    else:
        start, end = present.start, present.end
        part = styles[start:end].strip()
        kept = [] if part.endswith(b"/>") and part.count(b"<") == 1 else [
            part[child.start : child.end] for child in outline(part).children
        ]  # fmt: skip
    opened = f'<{prefix}dxfs count="{len(kept) + len(COLOURS)}">'.encode()
    body = opened + b"".join(kept) + added + f"</{prefix}dxfs>".encode()
    return styles[:start] + body + styles[end:], len(kept)


def with_marks(
    chunks: Iterator[bytes],
    severities: Mapping[Place, str],
    first_colour: int | None,
    drawing: str | None,
) -> Iterator[bytes]:
    """Pass a sheet through and add the rules behind its rows; rows are never looked into.

    `drawing` is the relationship of the comment boxes, None where the sheet points to them
    already.
    """
    tail = b""
    prefix: str | None = None
    ending, in_tail = b"", False
    for chunk in chunks:
        tail += chunk
        if prefix is None:
            root = re.search(rb"<(?:([\w.-]+):)?worksheet[\s>]", tail)
            if root is None:
                continue
            prefix = f"{root[1].decode()}:" if root[1] else ""
            ending = f"</{prefix}sheetData>".encode()
        if in_tail:
            continue
        found = tail.find(ending)
        cut = found + len(ending) if found >= 0 else len(tail) - len(ending)
        in_tail = found >= 0
        if cut > 0:
            yield tail[:cut]
            tail = tail[cut:]
    if prefix is None or not in_tail:
        raise DamagedWorkbook
    yield _marked(tail, prefix, severities, first_colour, drawing)


def _marked(
    tail: bytes,
    prefix: str,
    severities: Mapping[Place, str],
    first_colour: int | None,
    drawing: str | None,
) -> bytes:
    # What follows the rows, under a root of its own, is a small well-formed document.
    opening = f"<{prefix}worksheet>".encode()
    xml = opening + tail
    marker = _FORMULA.encode()
    quoted = marker.replace(b'"', b"&quot;")
    for child in reversed(outline(xml).children):
        part = xml[child.start : child.end]
        if child.name == "conditionalFormatting" and (marker in part or quoted in part):
            xml = xml[: child.start] + xml[child.end :]
    if drawing is not None:
        link = (
            f'<{prefix}legacyDrawing xmlns:rel="{_RELATIONSHIPS}" rel:id="{drawing}"/>'
        ).encode()
        at = outline(xml).place(_SHEET_ORDER, "legacyDrawing")
        xml = xml[:at] + link + xml[at:]
    if first_colour is not None:
        priority = max([0, *map(int, _PRIORITY.findall(xml))]) + 1
        rules = _rules(severities, prefix, first_colour, priority).encode()
        at = outline(xml).place(_SHEET_ORDER, "conditionalFormatting")
        xml = xml[:at] + rules + xml[at:]
    return xml[len(opening) :]


def _rules(severities: Mapping[Place, str], prefix: str, first_colour: int, priority: int) -> str:
    written: list[str] = []
    for number, severity in enumerate(COLOURS):
        places = sorted(place for place, found in severities.items() if found == severity)
        for group in _groups(places, _CELLS_A_RULE):
            cells = " ".join(cell_name(*place) for place in group)
            written.append(
                f'<{prefix}conditionalFormatting sqref="{cells}"><{prefix}cfRule'
                f' type="expression" dxfId="{first_colour + number}"'
                f' priority="{priority + len(written)}"><{prefix}formula>{_FORMULA}'
                f"</{prefix}formula></{prefix}cfRule></{prefix}conditionalFormatting>"
            )
    return "".join(written)


def _groups(places: Sequence[Place], size: int) -> Iterator[Sequence[Place]]:
    for start in range(0, len(places), size):
        yield places[start : start + size]
