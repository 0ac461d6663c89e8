"""What `jingzhun import` does once its options are read. Knows no command line library.

Standard output carries the result only; progress and refusals go to the error stream.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TextIO

from jingzhun.households.roster.check import Report, check
from jingzhun.kit import clock
from jingzhun.kit.errors import Refusal

CLEAN, FAULTY, UNREADABLE = 0, 1, 2
_WORDS = {"error": "错误", "warning": "提醒", "normalised": "已规范"}
_STEP = 2000


def progress_line(err: TextIO, word: str) -> Callable[[int, int], None]:
    """Return a call that rewrites one line on a terminal and stays silent elsewhere."""
    shown = [0]

    def tell(done: int, total: int) -> None:
        if not err.isatty() or (done < total and done - shown[0] < _STEP):
            return
        shown[0] = done
        err.write(f"\r{word} {done}/{total} 行")
        if done >= total:
            err.write("\n")
        err.flush()

    return tell


def run_check(file: Path, at: date | None, *, as_json: bool, out: TextIO, err: TextIO) -> int:
    """Check a workbook and print the report; 0 no errors, 1 errors, 2 unreadable."""
    try:
        content = file.read_bytes()
    except OSError:
        err.write(f"文件“{file.name}”打不开。请检查文件名和权限。\n")
        return UNREADABLE
    try:
        report = check(content, at, today=clock.today(), progress=progress_line(err, "已读取"))
    except Refusal as refusal:
        err.write(f"{refusal.title}：{refusal.detail}\n")
        return UNREADABLE
    if as_json:
        document = json.dumps(report.as_document(), ensure_ascii=False, indent=1)
        _write(out, document + "\n")
    else:
        _write(out, _as_text(report))
    return FAULTY if report.has_errors else CLEAN


def _write(out: TextIO, text: str) -> None:
    """Write UTF-8 whatever the terminal's own encoding is."""
    buffer = getattr(out, "buffer", None)
    if buffer is None:
        out.write(text)
        return
    out.flush()
    buffer.write(text.encode())
    buffer.flush()


def _as_text(report: Report) -> str:
    lines = [
        f"{_WORDS[one.severity]} {one.rule} {one.sheet} 第{one.row}行"
        f" {one.household_no} {one.member} [{one.column}] {one.message}"
        for one in report.findings
    ]
    document = report.as_document()["summary"]
    lines.append(
        f"共{report.households}户{report.members}人：可入库{document['ready']}户，"
        f"暂缓{document['held']}户；错误{document['errors']}处，提醒{document['warnings']}处，"
        f"已规范{document['normalised']}处。"
    )
    return "\n".join(lines) + "\n"
