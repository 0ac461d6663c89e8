"""Rosters made for tests: a table in a docstring becomes the workbook a village would send."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import openpyxl
import xlsxwriter

SAMPLES = Path(__file__).parents[2] / "samples"
HOUSEHOLD = (
    "序号",
    "街道（镇）",
    "行政村",
    "自然村",
    "户编号",
    "贫困户属性",
    "主要致贫原因",
    "家庭人口",
)
MEMBER = ("姓名", "证件号码", "与户主关系", "性别", "文化程度", "健康状况", "劳动技能", "务工状况",
          "参加城乡居民基本医疗保险")  # fmt: skip
INCOME = ("工资性收入", "生产经营性收入", "财产性收入", "转移性收入", "生产经营性支出")


def checked(digits: str) -> str:
    """Seventeen digits with their check character."""
    total = sum(
        int(d) * w
        for d, w in zip(digits, (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2), strict=True)
    )
    return digits + "10X98765432"[total % 11]


def person(serial: int, year: int = 1970, *, female: bool = False) -> str:
    """A well-formed ID of nobody."""
    return checked(
        f"440899{year}{serial // 28 % 12 + 1:02d}{serial % 28 + 1:02d}{serial // 336:02d}{2 if female else 1}"
    )


@dataclass
class Home:
    """A household in a workbook: shared cells, members, incomes."""

    number: str
    members: Sequence[Mapping[str, Any]]
    shared: Mapping[str, Any] = field(default_factory=dict)
    incomes: Sequence[Any] = (1000, 200, 0, 300, 100)


def member(name: str, number: str, relation: str = "本人或户主", **more: Any) -> dict[str, Any]:
    """A member who breaks no rule that holds a household back."""
    female = number[16:17].isdigit() and int(number[16]) % 2 == 0
    child = number[6:10] > "2002"
    return {
        "姓名": name, "证件号码": number, "与户主关系": relation, "性别": "女" if female else "男",
        "文化程度": None if child else "初中", "健康状况": "健康",
        "劳动技能": "无劳动力" if child else "普通劳动力", "参加城乡居民基本医疗保险": "是", **more,
    }  # fmt: skip


def home(number: str = "4408110702070901", **shared: Any) -> Home:
    """A couple with a son."""
    serial = int(number[-3:])
    people = [
        member("陈大明", person(serial, 1965)),
        member("林小红", person(serial, 1968, female=True), "配偶"),
        member("陈小强", person(serial, 2005), "之子"),
    ]
    return Home(number, people, shared)


def workbook(
    homes: Mapping[str, Sequence[Home]],
    *,
    town: str = "东山街道",
    day: str = "2018年6月12日",
    more: Sequence[str] = (),
    without: Sequence[str] = (),
    year: str = "2017年",
) -> bytes:
    """The file of one sheet a village; `more` adds household columns, `without` leaves some out."""
    shared = [one for one in (*HOUSEHOLD, *more) if one not in without]
    own = [one for one in MEMBER if one not in without]
    paid = [one for one in INCOME if one not in without]
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    for village, rows in homes.items():
        sheet = book.add_worksheet(village)
        _write_top(sheet, village, day, year, shared, own, paid)
        _write_homes(sheet, village, town, rows, shared, own, paid)
    book.close()
    return out.getvalue()


def _write_top(sheet: Any, village: str, day: str, year: str, *parts: list[str]) -> None:
    width = sum(map(len, parts))
    sheet.merge_range(0, 0, 0, width - 1, "建档立卡贫困户信息采集花名册")
    line = f"填报单位：{village}" + (f"    填报日期：{day}" if day else "")
    sheet.merge_range(1, 0, 1, width - 1, line)
    at = 0
    for title, part in zip(("户信息", "家庭成员信息", f"{year}家庭收入（元）"), parts, strict=True):
        if len(part) > 1:
            sheet.merge_range(2, at, 2, at + len(part) - 1, title)
        for offset, heading in enumerate(part):
            sheet.write_string(3, at + offset, heading)
        at += len(part)


def _write_homes(
    sheet: Any, village: str, town: str, homes: Sequence[Home],
    shared: list[str], own: list[str], paid: list[str],
) -> None:  # fmt: skip
    row = 4
    for order, one in enumerate(homes, 1):
        values = {
            "序号": order, "街道（镇）": town, "行政村": village, "自然村": "上村", "户编号": one.number,
            "贫困户属性": "一般贫困户", "主要致贫原因": "因病", "家庭人口": len(one.members), **one.shared,
        }  # fmt: skip
        values |= dict(zip(INCOME, one.incomes, strict=True))
        last = row + len(one.members) - 1
        for at, heading in enumerate([*shared, *[""] * len(own), *paid]):
            value = values.get(heading) if heading else None
            if value is None:
                continue
            if last > row:
                sheet.merge_range(row, at, last, at, "")
            _write(sheet, row, at, value)
        for offset, member_ in enumerate(one.members):
            for at, heading in enumerate(own):
                if member_.get(heading) is not None:
                    _write(sheet, row + offset, len(shared) + at, member_[heading])
        row = last + 1
    sheet.write_string(row, 0, "合计")
    sheet.write_string(row, 1, f"{len(homes)}户")


def _write(sheet: Any, row: int, column: int, value: Any) -> None:
    if isinstance(value, str):
        sheet.write_string(row, column, value)
    else:
        sheet.write_number(row, column, value)


def cell_of(content: bytes, sheet: str, row: int, heading: str) -> Any:
    """The cell of a workbook under a heading of its fourth row."""
    page = openpyxl.load_workbook(io.BytesIO(content))[sheet]
    for cell in page[4]:
        if cell.value == heading:
            return page.cell(row, cell.column)
    raise KeyError(heading)
