"""Gives a workbook back with its faults marked: a comment in each faulty cell, and a colour.

Never opens the workbook with a library that would write it anew: cells, formulas, styles and
pictures stay as they are, and only comments, boxes and colour rules are added beside them.
"""

import io
import posixpath
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count

import msgspec

from jingzhun.imports.reading.comments import AUTHOR, Place, write_comments
from jingzhun.imports.reading.container import Container, open_container
from jingzhun.imports.reading.highlights import COLOURS, with_colours, with_marks
from jingzhun.imports.reading.limits import Limits
from jingzhun.imports.reading.merges import seen_places
from jingzhun.imports.reading.outline import outline
from jingzhun.imports.reading.parts import (
    CONTENT_TYPES,
    main_part,
    related,
    relationships_path,
    sheet_parts,
)
from jingzhun.imports.reading.prescan import prescan

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_BOXES_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_PART_LIMIT = 64 << 20
_MOST_COMMENTS = 10_000
_MORE = "（另有 {count} 处没有标出，请先改正已标出的，或在系统页面上查看全部。）"
_LABELS = {"error": "错误", "warning": "提醒", "normalised": "已规范"}


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: sheet name, row as in Excel, 0-based column, message, severity."""

    sheet: str
    row: int
    column: int
    message: str
    severity: str = "error"


@dataclass(slots=True)
class _Marked:
    """What is written at the cells of one sheet."""

    messages: dict[Place, str]
    severities: dict[Place, str]


def annotate(content: bytes, findings: Iterable[Finding], limits: Limits | None = None) -> bytes:
    """Return the workbook with the findings marked; raises a `WorkbookRefused` as reading does.

    A finding at an unknown sheet or an unknown severity is a `ValueError`. Past 10,000 cells the
    first comment says how many are left out.
    """
    limits = limits or Limits()
    prescan(content, limits)
    # Each part is unpacked up to three times here; the pre-scan has held it to the real limit.
    more = msgspec.structs.replace(limits, inflated_bytes=limits.inflated_bytes * 4)
    container = open_container(content, more)
    paths = {part.name: part.path for part in sheet_parts(container)}
    gathered = _gathered(_seen(container, findings, paths))
    marked = {paths[sheet]: cells for sheet, cells in gathered.items()}
    for path in paths.values():
        # A sheet without a fault this time loses the marks of the last time.
        if path not in marked and _was_marked(container, path):
            marked[path] = _Marked({}, {})
    return _Annotation(container).write(marked)


def _seen(
    container: Container, findings: Iterable[Finding], paths: Mapping[str, str]
) -> Iterator[Finding]:
    """Move findings from under a merged cell to where they are seen."""
    sheets: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.sheet not in paths or finding.row < 1 or finding.column < 0:
            raise ValueError(f"no such cell: {finding.sheet} {finding.row} {finding.column}")
        sheets.setdefault(finding.sheet, []).append(finding)
    for sheet, found in sheets.items():
        places = {(finding.row - 1, finding.column) for finding in found}
        moved = seen_places(container.chunks(paths[sheet]), places)
        for finding in found:
            place = (finding.row - 1, finding.column)
            row, column = moved.get(place, place)
            yield replace(finding, row=row + 1, column=column)


def _was_marked(container: Container, sheet: str) -> bool:
    path = related(container, sheet, "comments")
    if path is None or path not in container.entries:
        return False
    return AUTHOR.encode() in container.part(path, _PART_LIMIT)


def _gathered(findings: Iterable[Finding]) -> dict[str, _Marked]:
    ranks = list(COLOURS)
    sheets: dict[str, _Marked] = {}
    total, left_out = 0, 0
    for finding in findings:
        rank = ranks.index(finding.severity)
        cells = sheets.setdefault(finding.sheet, _Marked({}, {}))
        place = (finding.row - 1, finding.column)
        text = f"{_LABELS[finding.severity]}：{finding.message}"
        if place in cells.messages:
            cells.messages[place] += f"\n{text}"
            rank = min(rank, ranks.index(cells.severities[place]))
        elif total >= _MOST_COMMENTS:
            left_out += 1
            continue
        else:
            cells.messages[place] = text
            total += 1
        cells.severities[place] = ranks[rank]
    if left_out:
        first = next(cells.messages for cells in sheets.values() if cells.messages)
        first[next(iter(first))] += "\n" + _MORE.format(count=left_out)
    return {sheet: cells for sheet, cells in sheets.items() if cells.messages}


class _Annotation:
    """Collects the parts that change, then writes all of them into a new container."""

    def __init__(self, container: Container) -> None:
        self.container = container
        self.parts: dict[str, bytes] = {}
        self.types: dict[str, str] = {}
        self.free = count(1)

    def write(self, marked: Mapping[str, _Marked]) -> bytes:
        first_colour = self._add_colours()
        drawings = {path: self._add_comments(path, cells) for path, cells in marked.items()}
        self._add_types()
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in [*self.container.entries, *self.parts.keys() - self.container.entries]:
                chunks = iter([self.parts[name]]) if name in self.parts else self._chunks(name)
                if name in marked:
                    chunks = with_marks(
                        chunks, marked[name].severities, first_colour, drawings[name]
                    )
                _write(archive, name, chunks)
        return out.getvalue()

    def _chunks(self, name: str) -> Iterator[bytes]:
        return self.container.chunks(name)

    def _add_colours(self) -> int | None:
        path = related(self.container, main_part(self.container), "styles")
        if path is None or path not in self.container.entries:
            return None
        self.parts[path], first = with_colours(self.container.part(path, _PART_LIMIT))
        return first

    def _add_comments(self, sheet: str, cells: _Marked) -> str | None:
        """Write the comments of a sheet; return the new relationship of their boxes, if new."""
        old_comments = self._present(related(self.container, sheet, "comments"))
        old_boxes = self._present(related(self.container, sheet, "vmlDrawing"))
        written = write_comments(cells.messages, self._old(old_comments), self._old(old_boxes))
        comments = old_comments or self._new_path("xl/comments", ".xml")
        boxes = old_boxes or self._new_path("xl/drawings/vmlDrawing", ".vml")
        self.parts[comments], self.parts[boxes] = written.comments, written.boxes
        links: list[tuple[str, str, str]] = []
        if old_comments is None:
            self.types[comments] = _COMMENTS_TYPE
            links.append(("checkedComments", "comments", comments))
        if old_boxes is None:
            links.append(("checkedBoxes", "vmlDrawing", boxes))
        self._link(sheet, links)
        return "checkedBoxes" if old_boxes is None else None

    def _present(self, path: str | None) -> str | None:
        return path if path in self.container.entries else None

    def _old(self, path: str | None) -> bytes | None:
        return None if path is None else self.container.part(path, _PART_LIMIT)

    def _new_path(self, stem: str, extension: str) -> str:
        taken = self.container.entries.keys() | self.parts.keys()
        return next(
            path for number in self.free if (path := f"{stem}{number}{extension}") not in taken
        )

    def _link(self, sheet: str, links: list[tuple[str, str, str]]) -> None:
        path = relationships_path(sheet)
        empty = f'<Relationships xmlns="{_PACKAGE}"></Relationships>'.encode()
        present = path in self.container.entries
        xml = self.container.part(path, _PART_LIMIT) if present else empty
        folder = posixpath.dirname(sheet)
        added = "".join(
            f'<{{0}}Relationship Id="{name}" Type="{_OFFICE}/{kind}"'
            f' Target="{posixpath.relpath(target, folder)}"/>'
            for name, kind, target in links
        )
        if links:
            self.parts[path] = _appended(xml, added)

    def _add_types(self) -> None:
        xml = self.container.part(CONTENT_TYPES)
        added = "".join(
            f'<{{0}}Override PartName="/{path}" ContentType="{kind}"/>'
            for path, kind in self.types.items()
        )
        if b'Extension="vml"' not in xml:
            added += f'<{{0}}Default Extension="vml" ContentType="{_BOXES_TYPE}"/>'
        self.parts[CONTENT_TYPES] = _appended(xml, added)


def _appended(xml: bytes, added: str) -> bytes:
    # An empty list of relationships may be written without a closing tag.
    stripped = xml.rstrip()
    if stripped.endswith(b"/>") and b"Relationships" in stripped.rpartition(b"<")[2]:
        return _appended(f'<Relationships xmlns="{_PACKAGE}"></Relationships>'.encode(), added)
    whole = outline(xml)
    return xml[: whole.end] + added.format(whole.prefix).encode() + xml[whole.end :]


def _write(archive: zipfile.ZipFile, name: str, chunks: Iterator[bytes]) -> None:
    entry = zipfile.ZipInfo(name)
    entry.compress_type = zipfile.ZIP_DEFLATED
    with archive.open(entry, "w") as part:
        for chunk in chunks:
            part.write(chunk)
