"""Reads a workbook in a child process and gives its sheets one after another.

Never opens the file itself: whatever a hostile workbook does to its reader, it does to a child
with limited memory and time, and the parent answers with a refusal.
"""

import os
import select
import subprocess
import sys
import time
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import IO, TypeAlias

import msgspec

from jingzhun.imports.reading.cells import Cell, ErrorValue, Formula, Merge
from jingzhun.imports.reading.container import check_kind
from jingzhun.imports.reading.errors import (
    KINDS,
    DamagedWorkbook,
    ReadingTooSlow,
    WorkbookBomb,
    WorkbookRefused,
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

Progress: TypeAlias = Callable[[int, int], None]
"""Is told the rows read and the rows of all sheets."""

_COMMAND = (sys.executable, "-I", "-m", "jingzhun.imports.reading.child")
_CHUNK = 1 << 18
_COMMON_TEXTS = 4_096
_LONGEST_COMMON = 16


@dataclass(slots=True)
class RawSheet:
    """A sheet as stored: `rows[0]` is Excel's row 1 and all rows are equally wide."""

    name: str
    is_hidden: bool = False
    rows: list[list[Cell]] = field(default_factory=list)
    merged: tuple[Merge, ...] = ()
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    formulas: int = 0
    errors: int = 0


def read_sheets(
    content: bytes, limits: Limits | None = None, progress: Progress | None = None
) -> Generator[RawSheet]:
    """Yield the worksheets in tab order; raises a `WorkbookRefused` as soon as one is found.

    Sheets before a broken one have then already been yielded: stage nothing for good before the
    iterator ends. Closing the iterator ends the child.
    """
    limits = limits or Limits()
    check_kind(content, limits)
    child = _started()
    try:
        _hand_over(child, content, limits)
        yield from _sheets(_frames(child, limits), progress or _silent)
    finally:
        _end(child)


def _silent(_done: int, _total: int) -> None:
    return


def _started() -> "subprocess.Popen[bytes]":
    # A fresh interpreter, not a fork: it inherits no memory, no environment and no open file.
    return subprocess.Popen(  # noqa: S603 - a fixed command; the content goes through the pipe
        _COMMAND,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={"LANG": "C.UTF-8", "RUST_BACKTRACE": "0"},
        close_fds=True,
    )


def _end(child: "subprocess.Popen[bytes]") -> None:
    for pipe in (child.stdin, child.stdout):
        if pipe is not None and not pipe.closed:
            try:
                pipe.close()
            except BrokenPipeError:
                # It is gone already; there is nobody left to tell.
                continue
    child.kill()
    child.wait()


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise DamagedWorkbook
    return pipe


def _hand_over(child: "subprocess.Popen[bytes]", content: bytes, limits: Limits) -> None:
    settings = msgspec.msgpack.encode(limits)
    try:
        with _pipe(child.stdin) as source:
            source.write(PREFIX.pack(len(settings)) + settings)
            source.write(content)
    except BrokenPipeError as error:
        raise _explained(child) from error


def _frames(child: "subprocess.Popen[bytes]", limits: Limits) -> Iterator[Frame]:
    decoder = msgspec.msgpack.Decoder(Frame)
    pipe = _pipe(child.stdout)
    waited = _Waiting(pipe, limits.seconds)
    received = 0
    while True:
        prefix = waited.exactly(PREFIX.size)
        size = PREFIX.unpack(prefix)[0] if prefix else 0
        body = waited.exactly(size) if 0 < size <= limits.frame_bytes else b""
        received += size
        if not body or received > limits.payload_bytes:
            raise _explained(child)
        try:
            frame: Frame = decoder.decode(body)
        except msgspec.MsgspecError as error:
            raise DamagedWorkbook from error
        if isinstance(frame, Refused):
            raise _refusal(frame)
        if isinstance(frame, Ended):
            return
        yield frame


class _Waiting:
    """Reads from the child, counting only the time spent waiting for it."""

    def __init__(self, pipe: IO[bytes], seconds: float) -> None:
        self._descriptor = pipe.fileno()
        self._seconds = seconds
        self._left = seconds
        self._poll = select.poll()
        self._poll.register(self._descriptor, select.POLLIN | select.POLLHUP)

    def exactly(self, size: int) -> bytes:
        """Return `size` bytes, or nothing when the child ended before them."""
        found = bytearray()
        while len(found) < size:
            started = time.monotonic()
            ready = self._poll.poll(max(1, int(self._left * 1000)))
            self._left -= time.monotonic() - started
            if not ready or self._left <= 0:
                raise ReadingTooSlow(seconds=round(self._seconds))
            piece = os.read(self._descriptor, min(_CHUNK, size - len(found)))
            if not piece:
                return b""
            found += piece
        return bytes(found)


def _explained(child: "subprocess.Popen[bytes]") -> WorkbookRefused:
    """Say why the child ended without a word: an abort is what running out of memory does."""
    _end(child)
    aborted = child.returncode is not None and child.returncode < 0
    return WorkbookBomb(reason="超出内存或时间上限") if aborted else DamagedWorkbook()


def _refusal(frame: Refused) -> WorkbookRefused:
    try:
        return KINDS[frame.code]((), **frame.context)
    except KeyError:
        return DamagedWorkbook()


def _sheets(frames: Iterator[Frame], progress: Progress) -> Iterator[RawSheet]:
    sheet, total, done = RawSheet(""), 0, 0
    common: dict[str, str] = {}
    for frame in frames:
        match frame:
            case Began():
                total = frame.rows
            case SheetBegan():
                sheet = RawSheet(
                    frame.name, frame.is_hidden,
                    merged=tuple(Merge(*bounds) for bounds in frame.merged),
                    hidden_rows=tuple(frame.hidden_rows),
                    hidden_columns=tuple(frame.hidden_columns),
                )  # fmt: skip
            case Rows():
                sheet.rows.extend(_cells(frame, common))
                done += len(frame.rows)
                progress(min(done, total), total)
            case SheetEnded():
                _put_specials(sheet, frame)
                # Handed over, not kept: the parent holds one sheet at a time.
                whole, sheet = sheet, RawSheet("")
                yield whole
            case _:
                raise DamagedWorkbook
    progress(total, total)


def _cells(frame: Rows, common: dict[str, str]) -> list[list[Cell]]:
    """Let equal short texts share one object: a roster says 是 and 否 a million times."""
    if len(common) < _COMMON_TEXTS:
        for row in frame.rows:
            for cell in row:
                if isinstance(cell, str) and len(cell) < _LONGEST_COMMON:
                    common.setdefault(cell, cell)
    known = common.get
    rows: list[list[Cell]] = [
        [known(cell, cell) if type(cell) is str else cell for cell in row] for row in frame.rows
    ]
    for row_index, column, text in frame.days:
        if row_index >= len(rows) or column >= len(rows[row_index]):
            raise DamagedWorkbook
        is_moment = "T" in text
        try:
            rows[row_index][column] = (
                datetime.fromisoformat(text) if is_moment else date.fromisoformat(text)
            )
        except ValueError:
            rows[row_index][column] = text
    return rows


def _put_specials(sheet: RawSheet, frame: SheetEnded) -> None:
    rows = sheet.rows
    width = max(len(rows[0]) if rows else 0, *(each[1] + 1 for each in frame.specials), 0)
    height = max(len(rows), *(each[0] + 1 for each in frame.specials), 0)
    rows.extend([""] * width for _ in range(height - len(rows)))
    if rows and len(rows[0]) < width:
        for row in rows:
            row.extend([""] * (width - len(row)))
    for row_index, column, text, is_error, has_result in frame.specials:
        if is_error:
            sheet.errors += 1
            rows[row_index][column] = ErrorValue(text)
            continue
        sheet.formulas += 1
        stored = rows[row_index][column]
        plain = None if isinstance(stored, Formula | ErrorValue) else stored
        rows[row_index][column] = Formula(text, plain if has_result else None)
