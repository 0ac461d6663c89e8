"""The check without a database: the samples, what is said where, and what the command prints."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from jingzhun.households.roster import command
from jingzhun.households.roster.check import Report, check
from jingzhun.imports.reading.errors import NotAWorkbook
from jingzhun.imports.target import Finding
from tests.households.roster.workbooks import SAMPLES, Home, home, member, person, workbook

TODAY = date(2018, 7, 2)
CLEAN, DEFECTS = SAMPLES / "roster-clean.xlsx", SAMPLES / "roster-with-defects.xlsx"


def checked(source: bytes | Path, at: date | None = None) -> Report:
    return check(source, at, today=TODAY)


def errors(report: Report) -> list[Finding]:
    return [one for one in report.findings if one.severity == "error"]


def expected() -> list[dict[str, str]]:
    text = (SAMPLES / "roster-with-defects.expected.csv").read_text(encoding="utf-8-sig")
    return list(csv.DictReader(text.splitlines()))


def test_the_clean_sample_has_no_error() -> None:
    report = checked(CLEAN)
    assert errors(report) == []
    assert (report.households, report.members, report.held) == (406, 1352, 0)
    assert {sheet.kind for sheet in report.sheets} == {"table", "notes"}
    assert all(sheet.filled_on == date(2018, 6, 12) for sheet in report.sheets[1:])
    assert all(sheet.income_year == 2017 for sheet in report.sheets[1:])


@pytest.fixture(scope="module")
def defects() -> Report:
    return checked(DEFECTS)


@pytest.mark.parametrize("line", expected(), ids=lambda line: f"{line['kind']} {line['member']}")
def test_every_seeded_fault_stands_at_its_cell(line: dict[str, str], defects: Report) -> None:
    severity = line["expect"] if line["expect"] in {"error", "warning"} else "normalised"
    found = [
        one
        for one in defects.findings
        if (one.sheet, one.household_no, one.member, one.column, one.severity)
        == (line["sheet"], line["household_no"], line["member"], line["column"], severity)
    ]
    assert found, line


def test_no_household_is_held_back_without_a_seeded_fault(defects: Report) -> None:
    seeded = {line["household_no"] for line in expected()}
    assert {one.household_no for one in errors(defects)} <= seeded
    assert defects.held == 15


def test_a_duplicate_names_both_holders_and_never_the_number(defects: Report) -> None:
    (one,) = [finding for finding in defects.findings if finding.rule == "DQ-001"]
    for part in ("4408110722095015", "梁华康", "4408110712015004", "符福"):
        assert part in one.message
    assert not any("44089919780206871" in finding.message for finding in defects.findings)


def test_no_message_carries_an_id_a_phone_or_an_account(defects: Report) -> None:
    for one in (*defects.findings, *checked(CLEAN).findings):
        digits = one.message.replace(one.household_no or "\0", "")
        assert not any(len(run) >= 17 for run in digits.split() if run.isdigit())


def test_two_holders_within_one_household_are_told_apart() -> None:
    number = person(901, 1965)
    twice = Home("4408110702070901", [member("陈大明", number), member("陈二明", number, "其他")])
    report = checked(workbook({"北山村委会": [twice]}))
    assert [(one.rule, one.member) for one in errors(report)] == [("IMP-09", "陈二明")]


def test_the_later_registered_household_is_charged_with_a_shared_id() -> None:
    first, second = home("4408110702070901"), home("4408110702070902")
    shared = Home(second.number, [first.members[0], *second.members[1:]])
    for order in ([first, shared], [shared, first]):
        report = checked(workbook({"北山村委会": order}))
        assert [one.household_no for one in errors(report)] == ["4408110702070902"]
        (told,) = [one for one in report.findings if one.rule == "IMP-41"]
        assert told.household_no == "4408110702070901"


def test_one_number_for_two_households_is_an_error_naming_both_heads() -> None:
    other = Home("4408110702070901", [member("黄甲", person(77, 1960))])
    report = checked(workbook({"北山村委会": [home()], "调青村委会": [other]}))
    (one,) = errors(report)
    assert one.rule == "IMP-13"
    assert one.column == "户编号"
    assert one.sheet == "调青村委会"
    assert "陈大明" in one.message
    assert "黄甲" in one.message


@pytest.mark.parametrize(
    ("town", "village", "rule"),
    [
        ("东山街道办", "北山村委会", "IMP-55"),
        ("东山", "北山村", "IMP-55"),
        ("东简街道", "奄里村委会", "IMP-55"),
        ("东简街道", "北山村委会", "IMP-05"),
        ("东山街道", "没有村委会", "IMP-05"),
        ("乌有镇", "北山村委会", "IMP-05"),
    ],
)
def test_old_names_are_read_and_unknown_ones_refused(town: str, village: str, rule: str) -> None:
    report = checked(workbook({village: [home()]}, town=town))
    found = {one.rule: one for one in report.findings}
    assert rule in found
    assert found[rule].column in {"街道（镇）", "行政村"}
    assert bool(errors(report)) == (rule == "IMP-05")


def test_the_village_is_taken_from_the_sheet_where_the_cell_is_blank() -> None:
    report = checked(workbook({"北山村委会": [home(行政村=None)]}))
    assert "IMP-59" in {one.rule for one in report.findings}
    assert errors(report) == []


def test_ages_are_judged_at_the_rosters_own_day() -> None:
    child = member("陈小强", checked_birth("20020613"), "之子", 劳动技能="普通劳动力")
    family = Home("4408110702070901", [member("陈大明", person(1, 1965)), child])
    young = workbook({"北山村委会": [family]}, day="2018年6月12日")
    grown = workbook({"北山村委会": [family]}, day="2018年6月13日")
    assert [one.rule for one in errors(checked(young))] == ["DQ-010"]
    assert errors(checked(grown)) == []


def checked_birth(day: str) -> str:
    from tests.households.roster.workbooks import checked as with_check

    return with_check(f"440899{day}011")


def test_without_a_day_the_given_one_counts_and_none_is_an_error() -> None:
    content = workbook({"北山村委会": [home()]}, day="")
    assert [one.rule for one in errors(checked(content))] == ["IMP-30"]
    report = checked(content, date(2018, 5, 1))
    assert errors(report) == []
    assert report.sheets[0].filled_on == date(2018, 5, 1)


def test_incomes_without_a_year_are_not_read() -> None:
    report = checked(workbook({"北山村委会": [home()]}, year=""))
    (one,) = [finding for finding in report.findings if finding.rule == "IMP-31"]
    assert one.column == "工资性收入"
    assert report.sheets[0].income_year is None


def test_an_unknown_column_is_shown_and_a_missing_one_is_an_error() -> None:
    report = checked(workbook({"北山村委会": [home()]}, more=("养殖情况",)))
    assert [one.column for one in report.findings if one.rule == "IMP-17"] == ["养殖情况"]
    report = checked(workbook({"北山村委会": [home()]}, without=("与户主关系",)))
    assert "IMP-16" in {one.rule for one in errors(report)}


def test_a_sheet_with_ids_but_no_headings_is_an_error() -> None:
    book = io.BytesIO()
    import xlsxwriter

    made = xlsxwriter.Workbook(book, {"in_memory": True})
    page = made.add_worksheet("北山村委会")
    page.write_row(0, 0, ["陈大明", person(1, 1965), "户主"])
    made.close()
    assert [one.rule for one in errors(checked(book.getvalue()))] == ["IMP-29"]


def printed(file: Path, *, at: date | None = None) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    code = command.run_check(file, at, today=TODAY, as_json=True, out=out, err=err)
    return code, out.getvalue(), err.getvalue()


def test_the_command_prints_one_document_and_says_by_its_code() -> None:
    code, out, err = printed(DEFECTS)
    document = json.loads(out)
    assert code == 1
    assert err == ""
    assert set(document) == {"summary", "findings"}
    assert set(document["findings"][0]) == {
        "rule", "severity", "sheet", "row", "household_no", "member", "column", "message",
    }  # fmt: skip
    counts = Counter(one["severity"] for one in document["findings"])
    assert document["summary"]["errors"] == counts["error"]
    assert document["summary"]["held"] == 15
    assert printed(CLEAN)[0] == 0


def test_what_cannot_be_read_is_told_on_the_error_stream(tmp_path: Path) -> None:
    broken = tmp_path / "坏.xlsx"
    broken.write_bytes(b"not a workbook")
    code, out, err = printed(broken)
    document = json.loads(out)
    assert (code, document["findings"]) == (2, [])
    assert document["summary"]["refused"]["code"] == "not-a-workbook"
    assert "另存为" in err
    assert printed(tmp_path / "没有.xlsx")[0] == 2
    with pytest.raises(NotAWorkbook):
        checked(b"%PDF-1.4 ")
