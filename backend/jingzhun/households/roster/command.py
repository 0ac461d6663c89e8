"""What `jingzhun import` does once its options are read. Knows no command line library.

Standard output carries the result only, with `--json` always one document; progress and refusals
go to the error stream.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TextIO

from jingzhun.households.errors import FileNotOpened
from jingzhun.households.roster.check import Report, check
from jingzhun.households.roster.service import Roster
from jingzhun.imports.service import batches, checking, merging, review
from jingzhun.kit.actor import Actor
from jingzhun.kit.errors import Refusal
from jingzhun.web.context import Context

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


def run_check(
    file: Path, at: date | None, *, today: date, as_json: bool, out: TextIO, err: TextIO
) -> int:
    """Check a workbook and print the report; 0 no errors, 1 errors, 2 unreadable."""
    try:
        report = check(_content(file), at, today=today, progress=progress_line(err, "已读取"))
    except Refusal as refusal:
        return _unreadable(refusal, out if as_json else None, err)
    if as_json:
        _write_document(out, report.as_document())
    else:
        _write(out, _as_text(report))
    return FAULTY if report.has_errors else CLEAN


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        raise FileNotOpened(name=file.name) from None


def _unreadable(refusal: Refusal, out: TextIO | None, err: TextIO) -> int:
    """Say why; who reads the document finds the reason in it and no finding."""
    err.write(f"{refusal.title}：{refusal.detail}\n")
    if out is not None:
        why = {"code": refusal.code, "title": refusal.title, "detail": refusal.detail}
        _write_document(out, {"summary": {"refused": why}, "findings": []})
    return UNREADABLE


@dataclass(frozen=True)
class Order:
    """What is to be done with a workbook: judged as of which day, merged or not, as what load."""

    file: Path
    at: date | None = None
    merge: bool = False
    as_json: bool = False
    load: Mapping[str, str] = field(default_factory=dict)


def run_import(context: Context, order: Order, actor: Actor, *, out: TextIO, err: TextIO) -> int:
    """Upload, check and, where asked, merge as `actor`; 0 clean, 1 held back, 2 unreadable."""
    try:
        batch_id, state, counts = _imported(context, order, actor, err)
    except Refusal as refusal:
        return _unreadable(refusal, out if order.as_json else None, err)
    _tell(err, state, counts)
    err.write(f"逐条查看和改正：{context.settings.address}/imports/{batch_id}\n")
    if order.as_json:
        _write_document(out, {"id": batch_id, "state": state, "counts": counts})
    return FAULTY if state.startswith("needs") or counts["held"] else CLEAN


def _imported(
    context: Context, order: Order, actor: Actor, err: TextIO
) -> tuple[str, str, dict[str, int]]:
    content = _content(order.file)
    with context.database.write(actor, now=context.now()) as unit:
        batch_id = batches.upload(
            unit, context, Roster.slug, order.file.name, content, order.at, order.load,
            is_queued=False,
        )  # fmt: skip
    checking.check(context, actor, batch_id, progress_line(err, "已检查"))
    state, counts = _found(context, actor, batch_id)
    if order.merge and state == "checked" and counts["new"] + counts["changed"]:
        with context.database.write(actor, now=context.now()) as unit:
            merging.merge(unit, context.keys, batch_id, {})
        state, counts = _found(context, actor, batch_id)
    return batch_id, state, counts


def _found(context: Context, actor: Actor, batch_id: str) -> tuple[str, dict[str, int]]:
    with context.database.read(actor, now=context.now()) as unit:
        content = review.find_batch(unit, batch_id)
    return content["state"], content["counts"]


_ASKED = {
    "needs-columns": "有不认识的列或缺少必需的列：请在页面上指定后再入库。\n",
    "needs-date": "表中没有填报日期：请用 --at 指定，如 --at 2018-06-12。\n",
}


def _tell(err: TextIO, state: str, counts: dict[str, int]) -> None:
    if state in _ASKED:
        err.write(_ASKED[state])
        return
    err.write(
        f"共{counts['households']}户{counts['members']}人：新增{counts['new']}户，"
        f"变更{counts['changed']}户，相同{counts['same']}户，暂缓{counts['held']}户，"
        f"不在辖区{counts['out_of_scope']}户，已入库{counts['merged']}户；"
        f"登记有而表中没有{counts['missing']}户。\n"
    )


def _write_document(out: TextIO, document: Mapping[str, Any]) -> None:
    _write(out, json.dumps(document, ensure_ascii=False, indent=1) + "\n")


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
