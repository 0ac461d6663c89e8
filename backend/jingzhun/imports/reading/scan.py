"""One pass over a sheet's XML for what the reader would get wrong. Builds no tree.

Runs over pieces that begin at a row, with bounded memory: cells far outside the data, formulas
(the reader returns only their stored results), error values (the reader returns nothing for
them) and hidden rows and columns.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from jingzhun.imports.reading.cells import cell_name, column_index
from jingzhun.imports.reading.errors import (
    DamagedWorkbook,
    TooManyFormulas,
    UnsafeWorkbook,
    WorkbookTooWide,
)
from jingzhun.imports.reading.limits import Limits

_ROOT = re.compile(rb"<(?:([\w.-]+):)?worksheet[\s>/]")
_NUMBER = re.compile(rb'\sr\s*=\s*["\'](\d{1,9})["\']')
_REFERENCE = re.compile(rb'\sr\s*+=\s*+["\']\s*+([A-Za-z]++)(\d++)')
_HIDDEN = re.compile(rb'\shidden\s*=\s*["\'](?:1|true)["\']')
_SPAN = re.compile(rb'\s(min|max)\s*=\s*["\'](\d{1,6})["\']')
_SHARED = re.compile(rb'\ssi\s*=\s*["\'](\d{1,9})["\']')
_ERROR = re.compile(rb'\st\s*=\s*["\']e["\']')
_TEXT_RESULT = re.compile(rb'\st\s*=\s*["\']str["\']')
_MOST_ROWS = 1 << 20
_LONGEST_ROW = 8 << 20
_LONGEST_FORMULA = 8192


@dataclass(frozen=True, slots=True)
class Special:
    """A cell whose formula or error the reader does not tell; row and column are 0-based."""

    row: int
    column: int
    text: str
    is_error: bool
    has_result: bool


@dataclass(slots=True)
class SheetScan:
    """What one pass found; rows and columns are 0-based."""

    rows: int = 0
    specials: list[Special] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)


class SheetScanner:
    """Scans the pieces of one sheet; `tags` are the element names with the sheet's own prefix."""

    def __init__(self, sheet: str, limits: Limits) -> None:
        self.sheet = sheet
        self.limits = limits
        self.found = SheetScan()
        self._row = -1
        self._shared: dict[bytes, str] = {}
        self._tags = Tags(b"")

    def scan(self, chunks: Iterator[bytes]) -> SheetScan:
        """Read the sheet to its end and return what was found."""
        for number, piece in enumerate(row_pieces(chunks)):
            if number == 0:
                self._tags = Tags.of(piece)
                self._note_columns(piece)
            self._check_references(piece)
            self._walk_rows(piece)
        return self.found

    def _check_references(self, piece: bytes) -> None:
        # Cells close to the data and plainly written, nearly all of them, are passed over by the
        # pattern itself; what is left is looked at one by one.
        for match in self._tags.unusual.finditer(piece):
            reference = _REFERENCE.search(match[1])
            if reference is None or match[1].endswith(b"/"):
                # A far cell that holds only a format costs nothing and stays.
                continue
            letters, digits = reference[1].decode()[:8], reference[2].decode()[:10]
            if int(digits) > self.limits.rows or column_index(letters) >= self.limits.columns:
                raise self._too_wide(f"{letters}{digits}".upper())

    def _too_wide(self, cell: str) -> WorkbookTooWide:
        limits = self.limits
        return WorkbookTooWide(
            sheet=self.sheet, cell=cell, rows=limits.rows, columns=limits.columns
        )

    def _walk_rows(self, piece: bytes) -> None:
        tags = self._tags
        special = tags.has_special(piece)
        matches = list(tags.row.finditer(piece))
        for index, match in enumerate(matches):
            attributes = match[1] or b""
            numbered = _NUMBER.search(attributes)
            self._row = int(numbered[1]) - 1 if numbered else self._row + 1
            self.found.rows += 1
            if self.found.rows > _MOST_ROWS:
                raise self._too_wide(cell_name(self._row, 0))
            if b"hidden" in attributes and _HIDDEN.search(attributes):
                self.found.hidden_rows.append(self._row)
            if special:
                end = matches[index + 1].start() if index + 1 < len(matches) else len(piece)
                self._walk_cells(piece[match.end() : end])

    def _walk_cells(self, row: bytes) -> None:
        tags = self._tags
        if not tags.has_special(row):
            return
        column = -1
        matches = list(tags.cell.finditer(row))
        for index, match in enumerate(matches):
            attributes = match[1] or b""
            reference = _REFERENCE.search(attributes)
            column = column_index(reference[1].decode()[:8]) if reference else column + 1
            at_row = int(reference[2][:10]) - 1 if reference else self._row
            end = matches[index + 1].start() if index + 1 < len(matches) else len(row)
            body = row[match.end() : end]
            if tags.formula in body or _ERROR.search(attributes):
                self._keep(at_row, column, attributes, body)

    def _keep(self, row: int, column: int, attributes: bytes, body: bytes) -> None:
        if row >= self.limits.rows or column >= self.limits.columns:
            raise self._too_wide(cell_name(row, column))
        stored = self._tags.value.search(body)
        is_error = bool(_ERROR.search(attributes))
        formula = self._tags.formula_body.search(body)
        text = _text(stored[1]) if is_error and stored else self._formula(formula)
        if not is_error and formula is None:
            return
        if len(self.found.specials) >= self.limits.formulas:
            raise TooManyFormulas(limit=self.limits.formulas)
        # An empty text is a result too: =IF(A1="","",A1) shows nothing and means nothing.
        is_empty_text = bool(_TEXT_RESULT.search(attributes)) and self._tags.empty.search(body)
        has_result = stored is not None or bool(is_empty_text)
        self.found.specials.append(Special(row, column, text, is_error, has_result))

    def _formula(self, match: "re.Match[bytes] | None") -> str:
        if match is None:
            return ""
        text = _text(match[2] or b"")
        shared = _SHARED.search(match[1] or b"")
        if shared and text:
            self._shared[shared[1]] = text
        # The cells that follow a shared formula carry only its number.
        return text or (self._shared.get(shared[1], "") if shared else "")

    def _note_columns(self, piece: bytes) -> None:
        for match in self._tags.column.finditer(piece):
            if _HIDDEN.search(match[1]):
                span = dict(_SPAN.findall(match[1]))
                first, last = int(span.get(b"min", 1)), int(span.get(b"max", 1))
                columns = range(first - 1, min(last, self.limits.columns))
                self.found.hidden_columns.extend(columns)


class Tags:
    """The patterns for one sheet's elements; some programs write them all with a prefix."""

    def __init__(self, prefix: bytes) -> None:
        self.prefix = prefix
        name = re.escape(prefix)
        self.formula = b"<" + prefix + b"f"
        self.row = re.compile(b"<" + name + rb"row(?:(\s[^<>]*?)/?)?>")
        self.cell = re.compile(b"<" + name + rb"c(?:(\s[^<>]*?)/?)?>")
        # Rows up to 99,999 and columns up to ZZ are near; whatever is past the limits among them
        # is seen once the sheet is read.
        self.unusual = re.compile(
            b"<" + name + rb'c(?=\s)(?! r="[A-Za-z]{1,2}(?:\d{1,5}|1\d{5})")([^<>]*)>?'
        )
        self.column = re.compile(b"<" + name + rb"col(\s[^<>]*)>")
        self.value = re.compile(b"<" + name + rb"(?:v|t)(?:\s[^<>]*)?>([^<]+)<")
        self.empty = re.compile(b"<" + name + rb"v(?:\s[^<>]*)?>")
        self.formula_body = re.compile(
            b"<" + name + rb"f(\s[^<>]*?)?(?:/>|>([^<]*)</" + name + b"f)"
        )

    def has_special(self, piece: bytes) -> bool:
        """Whether a formula or an error value may be in the piece; the answer is only a filter."""
        return self.formula in piece or b't="e' in piece or (b"'" in piece and b"'e'" in piece)

    @staticmethod
    def of(piece: bytes) -> "Tags":
        """Find the prefix at the root element."""
        root = _ROOT.search(piece)
        if root is None:
            raise DamagedWorkbook
        return Tags(root[1] + b":" if root[1] else b"")


def row_pieces(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """Cut the XML of a sheet so that every piece but the first begins with a row."""
    buffer = b""
    start: bytes | None = None
    for chunk in chunks:
        searched = max(0, len(buffer) - 64)
        buffer += chunk
        if start is None:
            root = _ROOT.search(buffer)
            prefix = root[1] + b":" if root and root[1] else b""
            start = b"<" + prefix + b"row"
        cut = buffer.rfind(start, searched)
        if cut <= 0 and len(buffer) > _LONGEST_ROW:
            # The long tail after the rows (merged ranges) has no row to cut at.
            cut = buffer.rfind(b"<")
            if cut <= 0:
                raise UnsafeWorkbook(reason="单元格内容过长")
        if cut > 0:
            yield buffer[:cut]
            buffer = buffer[cut:]
    if buffer:
        yield buffer


def _text(raw: bytes) -> str:
    return html.unescape(raw[: _LONGEST_FORMULA * 4].decode("utf-8", "replace"))[:_LONGEST_FORMULA]
