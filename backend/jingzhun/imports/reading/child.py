"""The process that reads one workbook from its standard input and ends.

Owns no secret, opens no file, and runs under limits of memory and processor time, because the
content is a stranger's.
"""

import io
import resource
import sys
from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from itertools import islice
from typing import Any, BinaryIO

import msgspec
from python_calamine import CalamineSheet, CalamineWorkbook

from jingzhun.imports.reading.cells import cell_name
from jingzhun.imports.reading.errors import (
    DamagedWorkbook,
    UnsafeWorkbook,
    WorkbookBomb,
    WorkbookRefused,
    WorkbookTooWide,
)
from jingzhun.imports.reading.frames import (
    PREFIX,
    Began,
    Ended,
    Frame,
    Refused,
    Rows,
    SheetBegan,
    SheetEnded,
)
from jingzhun.imports.reading.limits import Limits
from jingzhun.imports.reading.parts import SheetPart
from jingzhun.imports.reading.prescan import prescan
from jingzhun.imports.reading.scan import SheetScan

_BATCH = 1_000
_PLAIN = frozenset((str, float, int, bool, type(None)))
_MOST_MERGES = 2_000_000


class Sender:
    """Writes frames to the parent and refuses to write more than the limits allow."""

    def __init__(self, out: BinaryIO, limits: Limits) -> None:
        self._out = out
        self._limits = limits
        self._sent = 0
        self._encoder = msgspec.msgpack.Encoder()

    def send(self, frame: Frame) -> None:
        """Write one frame and hand it over at once, so that progress is seen."""
        encoded = self._encoder.encode(frame)
        self._sent += len(encoded)
        if len(encoded) > self._limits.frame_bytes or self._sent > self._limits.payload_bytes:
            raise WorkbookBomb(reason="文字总量超过上限")
        self._out.write(PREFIX.pack(len(encoded)))
        self._out.write(encoded)
        self._out.flush()


def main() -> None:
    """Read limits and content from standard input, write frames to standard output."""
    source = sys.stdin.buffer
    size = PREFIX.unpack(source.read(PREFIX.size))[0]
    limits = msgspec.msgpack.decode(source.read(size), type=Limits)
    _confine(limits)
    sender = Sender(sys.stdout.buffer, limits)
    try:
        read(source.read(), limits, sender.send)
    except WorkbookRefused as refusal:
        plain = {
            key: value for key, value in refusal.context.items()
            if isinstance(value, str | int | float)
        }  # fmt: skip
        sender.send(Refused(refusal.code, plain))
    except MemoryError:
        sender.send(Refused(WorkbookBomb.code, {"reason": "超出内存上限"}))
    except BaseException:  # noqa: BLE001 - a panic inside the reader is no ordinary exception
        sender.send(Refused(DamagedWorkbook.code, {}))


def _confine(limits: Limits) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, limits.memory_bytes))
    seconds = int(limits.seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def read(content: bytes, limits: Limits, send: Callable[[Frame], None]) -> None:
    """Check the whole file, then send its sheets one after another."""
    found = prescan(content, limits)
    send(Began(found.rows, len(found.sheets), found.has_external_links, found.has_macros))
    with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
        for part, scan in found.sheets:
            _send_sheet(book.get_sheet_by_name(part.name), part, scan, limits, send)
    send(Ended())


def _send_sheet(
    sheet: CalamineSheet,
    part: SheetPart,
    scan: SheetScan,
    limits: Limits,
    send: Callable[[Frame], None],
) -> None:
    last_row, last_column = sheet.end or (-1, -1)
    if last_row >= limits.rows or last_column >= limits.columns:
        raise WorkbookTooWide(
            sheet=part.name, cell=cell_name(last_row, last_column),
            rows=limits.rows, columns=limits.columns,
        )  # fmt: skip
    merged = _merged(sheet, limits)
    send(SheetBegan(part.name, part.hidden, merged, scan.hidden_rows, scan.hidden_columns))
    if sheet.end is not None:
        rows = _from_first_column(sheet)
        while batch := list(islice(rows, _BATCH)):
            send(_batch(batch))
    specials = [
        (each.row, each.column, each.text, each.is_error, each.has_result) for each in scan.specials
    ]
    send(SheetEnded(specials))


def _from_first_column(sheet: CalamineSheet) -> Iterator[list[Any]]:
    """Give the rows from column A on; the reader leaves out blank columns before the first."""
    left = sheet.start[1] if sheet.start else 0
    whole = sheet.start[1] + sheet.width if sheet.start else 0
    for row in sheet.iter_rows():
        yield [""] * left + row if left and len(row) < whole else row


def _merged(sheet: CalamineSheet, limits: Limits) -> list[tuple[int, int, int, int]]:
    ranges = sheet.merged_cell_ranges or []
    if len(ranges) > _MOST_MERGES:
        raise UnsafeWorkbook(reason="合并单元格过多")
    last_row, last_column = sheet.end or (0, 0)
    found, covered = [], 0
    for (top, left), (bottom, right) in ranges:
        # Ranges may reach below the last value (a blank household cell), never below the limits.
        low, far = min(bottom, limits.rows), min(right, limits.columns)
        if top > low or left > far:
            continue
        covered += max(0, min(low, last_row) - top + 1) * max(0, min(far, last_column) - left + 1)
        found.append((top, left, low, far))
    if covered > (last_row + 1) * (last_column + 1):
        raise UnsafeWorkbook(reason="合并单元格互相重叠")
    return found


def _batch(rows: list[list[Any]]) -> Rows:
    days: list[tuple[int, int, str]] = []
    for number, row in enumerate(rows):
        if _PLAIN.issuperset(map(type, row)):
            continue
        for column, value in enumerate(row):
            if isinstance(value, date):
                days.append((number, column, _day(value)))
                row[column] = None
            elif type(value) not in _PLAIN:
                row[column] = value.isoformat() if isinstance(value, time) else str(value)
    return Rows(rows, days)


def _day(value: date) -> str:
    if isinstance(value, datetime) and value.time() == time(0):
        return value.date().isoformat()
    return value.isoformat()


if __name__ == "__main__":
    main()
