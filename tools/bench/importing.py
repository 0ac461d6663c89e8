"""S4: a workbook of a hundred thousand people read, checked, staged and merged; then once more.

The work is done by a process of its own (`python -m tools.bench.importing …`), so that its memory
can be told; it does what the job and the merge of the product do, in their order.
"""

from __future__ import annotations

import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import orjson
import xlsxwriter
from sqlalchemy import select

from jingzhun.imports.models import import_batch
from jingzhun.imports.service import batches, merging
from jingzhun.jobs.service import run_one
from jingzhun.kit import schema
from jingzhun.kit.id_number import check_character
from jingzhun.web.context import Context
from tools.bench import people, stores
from tools.bench.figures import Figure
from tools.bench.stores import Store

ROOT = Path(__file__).resolve().parents[2]
ROWS = 100_000
_MEMBERS = people.MEMBERS
_GOALS = {"sqlite": 15.0, "postgresql": 20.0}
_AGAIN_SECONDS, _MOST_MB, _MERGE_SECONDS = 8.0, 600.0, 4.0
_HEADS = (
    "街道（镇）", "行政村", "户编号", "贫困户属性", "主要致贫原因", "家庭人口",
    "姓名", "证件号码", "与户主关系", "性别", "文化程度", "健康状况", "劳动技能", "务工状况",
    "参加城乡居民基本医疗保险",
    "工资性收入", "生产经营性收入", "财产性收入", "转移性收入", "生产经营性支出",
)  # fmt: skip
_HOUSEHOLD, _PEOPLE = 6, 15
_SHEETS = 20
_CHILD = 2
_DAY = date(2018, 6, 12)


def workbook(path: Path, context: Context, rows: int) -> None:
    """Write a roster of `rows` people, a sheet for each of twenty villages."""
    chance = random.Random(4)  # noqa: S311 - made up, the same in every run
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    villages = stores.villages_of(context)[:_SHEETS]
    per_sheet = rows // _MEMBERS // len(villages)
    for index, village in enumerate(villages):
        sheet = book.add_worksheet(village.name[:31])
        sheet.write_string(0, 0, "建档立卡贫困户信息采集花名册")
        sheet.write_string(1, 0, f"填报单位：{village.name}    填报日期：2018年6月12日")
        for at, title in (
            (0, "户信息"),
            (_HOUSEHOLD, "家庭成员信息"),
            (_PEOPLE, "2017年家庭收入（元）"),
        ):
            sheet.write_string(2, at, title)
        for at, head in enumerate(_HEADS):
            sheet.write_string(3, at, head)
        line = 4
        for number in range(per_sheet):
            serial = index * per_sheet + number
            shared = ("", village.name, people.household_no(village, number), "一般贫困户", "因病")
            for place in range(_MEMBERS):
                row = [*shared, _MEMBERS, *_person(chance, serial, place)]
                row += [1000 + number % 900, 200, 0, 300, 100] if place == 0 else [None] * 5
                for at, value in enumerate(row):
                    if isinstance(value, str):
                        sheet.write_string(line, at, value)
                    elif value is not None:
                        sheet.write_number(line, at, value)
                line += 1
    book.close()


def _person(chance: random.Random, number: int, place: int) -> list[Any]:
    """Head and spouse are grown up, the children younger than both; no two share a number."""
    round_, day = divmod(number, 5000)
    born_on = (date(1950, 1, 1) if place < _CHILD else date(1985, 1, 1)) + timedelta(days=day)
    female = place % 2 == 1
    start = f"440899{born_on:%Y%m%d}{round_ * 8 + place + 1:03d}"
    return [
        people.name(chance), start + check_character(start),
        ("本人或户主", "配偶", "之子", "之女")[place], "女" if female else "男", "初中", "健康",
        "普通劳动力", "其他", "是",
    ]  # fmt: skip


def importing(kind: str, rows: int) -> Iterator[Figure]:
    """Measure on an empty store of the kind."""
    with stores.made(kind, 0) as store, tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "roster.xlsx"
        with store.context() as context:
            workbook(path, context, rows)
        arguments = [str(store.folder), store.database_url, str(path)]
        done = subprocess.run(
            [sys.executable, "-m", "tools.bench.importing", *arguments],
            cwd=ROOT, capture_output=True, check=False, env=dict(os.environ), text=True,
        )  # fmt: skip
        if done.returncode:
            raise RuntimeError(done.stderr[-2000:])
        found = orjson.loads(done.stdout.splitlines()[-1])
    share = rows / ROWS
    first, again = found["first"], found["again"]
    whole = first["checked"] + first["merged"]
    yield Figure(
        "S4", f"{rows:,} rows, first", kind,
        {"seconds": round(whole, 1), "checked": first["checked"], "merged": first["merged"],
         "rss_mb": found["rss_mb"], "child_mb": found["child_mb"], **first["counts"]},
        f"≤ {_GOALS[kind] * share:.1f} s, merge ≤ {_MERGE_SECONDS * share:.1f} s, "
        f"≤ {_MOST_MB:.0f} MB",
        whole <= _GOALS[kind] * share and first["merged"] <= _MERGE_SECONDS * share
        and found["rss_mb"] <= _MOST_MB,
    )  # fmt: skip
    seconds = again["checked"] + again["merged"]
    yield Figure(
        "S4", f"{rows:,} rows, again", kind,
        {"seconds": round(seconds, 1), "checked": again["checked"], "merged": again["merged"],
         **again["counts"]},
        f"≤ {_AGAIN_SECONDS * share:.1f} s and nothing changed", seconds <= _AGAIN_SECONDS * share,
    )  # fmt: skip


def _import(context: Context, content: bytes) -> dict[str, Any]:
    """Upload, let the job check and stage, merge; seconds of each and what it says."""
    began = time.perf_counter()
    options = {"poverty_state": "poor", "document": "2016年精准识别台账"}
    with context.database.write(stores.everybody()) as unit:
        batch_id = batches.upload(unit, context, "roster", "roster.xlsx", content, _DAY, options)
    while run_one(context):
        pass
    checked = time.perf_counter()
    with context.database.read(stores.everybody()) as unit:
        state = unit.execute(
            select(import_batch.c.state, import_batch.c.error, import_batch.c.counts).where(
                import_batch.c.id == batch_id
            )
        ).one()
    if state.state != "checked":
        raise RuntimeError(f"{state.state}: {state.error}")
    staged = time.perf_counter()
    with context.database.write(stores.everybody()) as unit:
        counts = merging.merge(unit, context.keys, batch_id, {})
    merged = time.perf_counter()
    return {
        "checked": round(checked - began, 1), "merged": round(merged - staged, 1),
        "counts": {name: count for name, count in counts.items() if count},
        "found": orjson.loads(state.counts),
    }  # fmt: skip


def main(folder: str, database_url: str, path: str) -> None:
    """The process that is measured."""
    store = Store("", Path(folder), database_url, 0)
    content = Path(path).read_bytes()
    with store.context() as context:
        context.settings = _with_room(context, len(content))
        if not schema.is_current(context.database.writer):
            raise RuntimeError("not migrated")
        result: dict[str, Any] = {"first": _import(context, content)}
        result["again"] = _import(context, content)
    result["rss_mb"] = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    result["child_mb"] = round(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)
    print(orjson.dumps(result).decode())


def _with_room(context: Context, size: int) -> Any:
    """The settings with room for this file."""
    return context.settings.model_copy(update={"upload_limit": max(size + 1, 20 << 20)})


if __name__ == "__main__":
    main(*sys.argv[1:4])
