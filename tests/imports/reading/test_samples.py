"""The sample workbooks, read whole: every village sheet, every household, every member."""

import time
from pathlib import Path

import pytest

from jingzhun.imports.reading.blocks import blocks
from jingzhun.imports.reading.cells import Formula
from jingzhun.imports.reading.layout import NO_HEADINGS, Sheet, read_layout
from jingzhun.imports.reading.matching import Matcher, Target
from jingzhun.imports.reading.workbook import read_sheets

SAMPLES = Path(__file__).parents[2] / "samples"
HEADINGS = [
    "序号", "街道（镇）", "行政村", "自然村", "户编号", "贫困户属性",
    "主要致贫原因", "其他致贫原因", "家庭人口", "开户银行", "银行账号", "联系电话",
    "姓名", "证件号码", "与户主关系", "性别", "民族", "文化程度",
    "在校生状况", "健康状况", "残疾证号", "劳动技能", "务工状况", "务工时间（月）",
    "就业意向", "培训意向", "创业意向", "参加城乡居民基本医疗保险", "参加城乡居民基本养老保险", "领取养老金",
    "享受农村低保", "特困供养", "留守类型", "工资性收入", "生产经营性收入", "财产性收入",
    "转移性收入", "生产经营性支出", "耕地面积（亩）", "住房面积（㎡）", "是否危房户", "危房级别",
    "饮水是否安全", "入户路类型", "贷款意向", "备注",
]  # fmt: skip
MATCHER = Matcher([Target(heading, heading) for heading in HEADINGS])


def sheets_of(name: str) -> list[Sheet]:
    content = (SAMPLES / name).read_bytes()
    return [read_layout(raw, MATCHER.recognises) for raw in read_sheets(content)]


@pytest.mark.parametrize(
    ("name", "villages", "households", "members"),
    [("roster-clean.xlsx", 35, 406, 1352), ("roster-with-defects.xlsx", 5, 104, 340)],
)
def test_samples_are_read_whole(name: str, villages: int, households: int, members: int) -> None:
    first, *rest = sheets_of(name)
    assert (first.name, first.skipped_reason) == ("填表说明", NO_HEADINGS)
    assert len(rest) == villages
    found_households = found_members = 0
    for sheet in rest:
        assert sheet.skipped_reason is None
        assert [column.heading for column in sheet.columns] == HEADINGS
        matching = MATCHER.match(sheet.columns)
        assert len(matching.matches) == len(HEADINGS)
        assert (matching.unknown, matching.ambiguous, matching.duplicates) == ((), (), ())
        assert sheet.unit_name == sheet.name
        assert str(sheet.filled_on) == "2018-06-12"
        assert sheet.measures == "元、亩、平方米"
        assert {c.year for c in sheet.columns if c.group == "2017年家庭收入（元）"} == {2017}
        found = list(blocks(sheet.rows, HEADINGS.index("户编号"), (0, 1, 2)))
        (total,) = sheet.totals
        if name == "roster-clean.xlsx":
            assert total.counts == {"户": len(found), "人": len(sheet.rows)}
        assert all(row.cells[4] == block.first.cells[4] for block in found for row in block.rows)
        found_households += len(found)
        found_members += len(sheet.rows)
    assert (found_households, found_members) == (households, members)


def test_the_formula_of_the_defective_sample_is_seen() -> None:
    (sheet,) = (each for each in sheets_of("roster-with-defects.xlsx") if each.name == "三明村委会")
    remarks = {row.number: row.cells[45] for row in sheet.rows if row.is_own(45)}
    assert Formula('HYPERLINK("http://127.0.0.1/","x")', None) in remarks.values()


def test_a_sample_is_read_in_well_under_two_seconds() -> None:
    started = time.monotonic()
    sheets_of("roster-clean.xlsx")
    assert time.monotonic() - started < 2
