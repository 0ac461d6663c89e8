"""What is asked once, what each may see, and correcting before the merge; on both stores."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import Any

import openpyxl
import pytest
from sqlalchemy import select

from jingzhun.households.models import household
from jingzhun.imports.models import import_batch, import_row
from jingzhun.imports.service.batches import delete_outlived
from jingzhun.imports.service.checking import files
from jingzhun.journal.models import journal_entry
from tests.callers import stopped
from tests.households.roster.conftest import Desk
from tests.households.roster.workbooks import (
    SAMPLES,
    Home,
    cell_of,
    home,
    member,
    person,
    workbook,
)

NORTH, GREEN, EAST = "北山村委会", "调青村委会", "东简村委会"
NUMBER = "4408110702070901"


def book(*homes: Home, **how: Any) -> bytes:
    return workbook({NORTH: homes}, **how)


def faulty() -> Home:
    """The son's relation is blank: an error that a clerk corrects in one cell."""
    one = home()
    return Home(NUMBER, [*one.members[:2], {**one.members[2], "与户主关系": None}])


def test_an_unknown_column_is_asked_once_and_remembered(desk: Desk) -> None:
    content = book(home(家里电话="13812345678", 养了几头="3"), more=("家里电话", "养了几头"))
    batch = desk.upload(content)
    found = desk.batch(batch)
    assert found["state"] == "needs-columns"
    assert found["counts"] == {}
    unknown = [one for one in found["sheets"][0]["columns"] if one["status"] == "unknown"]
    assert [one["heading"] for one in unknown] == ["家里电话", "养了几头"]
    assert "contact_phone" in {field["key"] for field in found["fields"]}
    desk.merge(batch, status=409)
    mapping = {"家里电话": "contact_phone", "养了几头": None}
    desk.put(f"/{batch}/columns", {"mapping": mapping})
    found = desk.batch(batch)
    assert found["state"] == "checked"
    statuses = {one["heading"]: one["status"] for one in found["sheets"][0]["columns"]}
    assert (statuses["家里电话"], statuses["养了几头"]) == ("recognised", "ignored")
    desk.merge(batch)
    (row,) = desk.rows(select(household.c.contact_phone_masked))
    assert row.contact_phone_masked.endswith("78")
    again = desk.upload(content)
    assert desk.batch(again)["state"] == "checked"


def test_a_mapping_to_no_field_is_refused(desk: Desk) -> None:
    batch = desk.upload(book(home(家里电话="1"), more=("家里电话",)))
    answer = desk.put(f"/{batch}/columns", {"mapping": {"家里电话": "no_such"}}, status=422)
    assert answer["code"] == "unknown-column-key"
    assert "家里电话" in answer["detail"]


def test_a_missing_day_is_asked_and_judged_by(desk: Desk) -> None:
    batch = desk.upload(book(home(), day=""))
    assert desk.batch(batch)["state"] == "needs-date"
    desk.put(f"/{batch}/date", {"filled_on": "2018-05-20"})
    found = desk.batch(batch)
    assert (found["state"], found["sheets"][0]["filled_on"]) == ("checked", "2018-05-20")


def two_towns() -> bytes:
    """One workbook with a village of each of two towns."""
    first = openpyxl.load_workbook(io.BytesIO(book(home())))
    other = workbook({EAST: [home("4408110712015902")]}, town="东简街道")
    page = openpyxl.load_workbook(io.BytesIO(other))[EAST]
    copied = first.create_sheet(EAST)
    for row in page.iter_rows():
        for cell in row:
            if cell.value is not None:
                copied.cell(cell.row, cell.column, cell.value)
    for merged in page.merged_cells.ranges:
        copied.merge_cells(str(merged))
    out = io.BytesIO()
    first.save(out)
    return out.getvalue()


def test_a_sheet_of_another_town_is_out_of_scope_and_says_so(desk: Desk) -> None:
    batch = desk.upload(two_towns(), "town")
    found = desk.batch(batch, "town")
    assert found["counts"]["out_of_scope"] == 1
    assert found["counts"]["new"] == 1
    (said,) = desk.get(f"/{batch}/findings", "town", rule="IMP-15")["items"]
    assert (said["sheet"], said["column"]) == (EAST, "行政村")
    assert EAST in said["message"]
    done = desk.merge(batch, "town")
    assert (done["merged"]["new"], done["batch"]["state"]) == (1, "merged")
    assert [row.household_no for row in desk.rows(select(household.c.household_no))] == [NUMBER]


def test_the_village_team_stages_and_its_town_merges(desk: Desk) -> None:
    batch = desk.upload(book(home()), "team")
    desk.merge(batch, "team", status=403)
    assert [one["id"] for one in desk.get("", "town")["items"]] == [batch]
    assert desk.get("", "other town")["items"] == []
    desk.get(f"/{batch}", "other town", status=404)
    desk.merge(batch, "other town", status=404)
    assert desk.merge(batch, "town")["merged"]["new"] == 1


def test_who_may_not_import_is_refused(desk: Desk) -> None:
    assert desk.send(book(home()), "finance").status_code == 403
    desk.get("", "finance", status=403)


def test_a_town_officer_learns_nothing_of_a_household_elsewhere(desk: Desk) -> None:
    east = home("4408110712015902")
    desk.merge(desk.upload(workbook({EAST: [east]}, town="东简街道")))
    stolen = Home("4408110702070903", [*east.members])
    batch = desk.upload(book(stolen), "town")
    found = desk.get(f"/{batch}/findings", "town", rule="IMP-24")["items"]
    assert len(found) == 3
    assert not any("4408110712015902" in one["message"] for one in found)
    assert all(EAST in one["message"] for one in found)
    named = desk.upload(book(stolen))
    assert (
        "4408110712015902" in desk.get(f"/{named}/findings", rule="IMP-24")["items"][0]["message"]
    )


def test_one_number_and_nobody_in_common_names_both_heads(desk: Desk) -> None:
    desk.merge(desk.upload(book(home())))
    other = Home(NUMBER, [member("黄甲", person(77, 1960))])
    batch = desk.upload(book(other))
    (said,) = desk.get(f"/{batch}/findings", rule="IMP-14")["items"]
    assert "陈大明" in said["message"]
    assert "黄甲" in said["message"]
    assert desk.batch(batch)["counts"]["held"] == 1


def test_who_is_registered_and_not_filed_is_listed_and_stays(desk: Desk) -> None:
    second = home("4408110702070902")
    desk.merge(desk.upload(book(home(), second)))
    shorter = Home(NUMBER, home().members[:2], {"家庭人口": 2})
    batch = desk.upload(book(shorter, day="2018年7月1日"))
    assert desk.batch(batch)["counts"]["missing"] == 1
    (missing,) = desk.get(f"/{batch}/records", action="missing")["items"]
    assert (missing["key"], missing["place"]) == ("4408110702070902", NORTH)
    (said,) = desk.get(f"/{batch}/findings", rule="IMP-42")["items"]
    assert "陈小强" in said["message"]
    assert said["severity"] == "warning"
    desk.merge(batch)
    assert sorted(row.member_count for row in desk.rows(select(household.c.member_count))) == [3, 3]


def test_one_name_with_another_number_is_held_back(desk: Desk) -> None:
    desk.merge(desk.upload(book(home())))
    one = home()
    retyped = Home(NUMBER, [*one.members[:2], {**one.members[2], "证件号码": person(55, 2005)}])
    batch = desk.upload(book(retyped))
    (said,) = desk.get(f"/{batch}/findings", rule="IMP-26")["items"]
    assert (said["member"], said["column"]) == ("陈小强", "证件号码")
    assert desk.batch(batch)["counts"]["held"] == 1


def test_a_cell_is_corrected_in_the_grid_and_the_household_merged(desk: Desk) -> None:
    batch = desk.upload(book(faulty(), home("4408110702070902")))
    assert desk.batch(batch)["counts"]["held"] == 1
    grid = desk.get(f"/{batch}/rows", severity="error")
    assert [row["row"] for row in grid["items"]] == [5, 6, 7]
    (fault,) = [one for row in grid["items"] for one in row["findings"] if one["rule"] == "DQ-003"]
    assert fault["severity"] == "error"
    after = desk.correct(batch, 7, "与户主关系", "之子")
    assert (after["counts"]["held"], after["counts"]["new"]) == (0, 2)
    assert desk.get(f"/{batch}/findings", rule="DQ-003")["total"] == 0
    assert desk.merge(batch)["merged"]["new"] == 2
    desk.correct(batch, 7, "与户主关系", "之女", status=409)


def test_correcting_one_of_two_holders_frees_both(desk: Desk) -> None:
    first = home()
    second = home("4408110702070902")
    shared = Home(second.number, [first.members[0], *second.members[1:]])
    batch = desk.upload(book(first, shared))
    rules = [one["rule"] for one in desk.get(f"/{batch}/findings")["items"]]
    assert {"DQ-001", "IMP-41"} <= set(rules)
    after = desk.correct(batch, 8, "证件号码", str(second.members[0]["证件号码"]))
    assert after["counts"]["held"] == 0
    rules = [one["rule"] for one in desk.get(f"/{batch}/findings")["items"]]
    assert not {"DQ-001", "IMP-41"} & set(rules)
    assert desk.merge(batch)["merged"]["new"] == 2


def test_a_correction_that_makes_a_duplicate_is_held_back(desk: Desk) -> None:
    first, second = home(), home("4408110702070902")
    batch = desk.upload(book(first, second))
    after = desk.correct(batch, 8, "证件号码", str(first.members[0]["证件号码"]))
    assert after["counts"]["held"] == 1
    after = desk.correct(batch, 8, "户编号", NUMBER)
    assert desk.get(f"/{batch}/findings", rule="IMP-13")["total"] == 1


def test_the_journal_of_a_correction_holds_no_number(desk: Desk) -> None:
    batch = desk.upload(book(home()))
    number = person(44, 1966)
    desk.correct(batch, 5, "证件号码", number)
    (entry,) = desk.rows(select(journal_entry).where(journal_entry.c.action == "import.correct"))
    assert number not in f"{entry.before}{entry.after}{entry.summary}"
    assert "*" in entry.after


def test_a_corrected_workbook_takes_the_batchs_place(desk: Desk) -> None:
    batch = desk.upload(book(faulty(), home("4408110702070902")))
    assert desk.merge(batch)["batch"]["state"] == "partly-merged"
    files_ = {"file": ("改正.xlsx", book(home(), home("4408110702070902")))}
    headers = desk.people["office"] | desk.key()
    answer = desk.server.post(f"/api/v1/imports/{batch}/file", files=files_, headers=headers)
    assert answer.status_code == 202, answer.text
    desk.run()
    counts = desk.batch(batch)["counts"]
    assert (counts["new"], counts["same"], counts["held"]) == (1, 1, 0)
    assert desk.merge(batch)["batch"]["state"] == "merged"
    assert desk.counted()["household"] == 2


def test_the_workbook_comes_back_with_comments(desk: Desk) -> None:
    batch = desk.upload(book(faulty()))
    answer = desk.server.get(
        f"/api/v1/imports/{batch}/annotated.xlsx", headers=desk.people["office"]
    )
    assert answer.status_code == 200
    comment = cell_of(answer.content, NORTH, 7, "与户主关系").comment
    assert comment is not None
    assert "与户主关系没有填写" in comment.text


def test_the_grid_masks_what_is_protected(desk: Desk) -> None:
    batch = desk.upload(book(home(联系电话="13812345678"), more=("联系电话",)))
    text = str(desk.get(f"/{batch}/rows"))
    assert str(home().members[0]["证件号码"]) not in text
    assert "13812345678" not in text
    assert "陈大明" in text
    raw = desk.rows(select(import_row.c.cells))
    assert not any("陈大明".encode() in row.cells for row in raw)


def test_findings_are_filtered_and_an_unknown_filter_is_refused(desk: Desk) -> None:
    batch = desk.upload((SAMPLES / "roster-with-defects.xlsx").read_bytes())
    village = "/440840/440811072/440811072209/"
    found = desk.get(f"/{batch}/findings", severity="error", village=village)
    assert {one["sheet"] for one in found["items"]} == {"调旧村委会"}
    assert found["total"] == 2
    assert desk.get(f"/{batch}/findings", severity="error")["total"] == 15
    desk.get(f"/{batch}/findings", kind="x", status=422)
    kinds = {one["rule"]: one["count"] for one in desk.batch(batch)["kinds"]}
    assert kinds["DQ-002"] == 3


def test_a_discarded_batch_keeps_nothing(desk: Desk) -> None:
    batch = desk.upload(book(home()))
    headers = desk.people["office"]
    answer = desk.server.post(f"/api/v1/imports/{batch}/discard", headers=headers)
    assert answer.json()["state"] == "discarded"
    assert desk.rows(select(import_row)) == []
    assert files(desk.context).find(batch) is None
    desk.merge(batch, status=409)
    assert desk.counted()["household"] == 0


def test_the_file_is_sealed_and_deleted_after_its_time(desk: Desk) -> None:
    batch = desk.upload(book(home()))
    (kept,) = desk.context.files_dir.glob("import/*")
    assert not kept.read_bytes().startswith(b"PK")
    moment = stopped(desk.context)
    moment.forward(days=desk.context.settings.import_retention_days - 1)
    delete_outlived(desk.context)
    assert kept.exists()
    moment.at += timedelta(days=2)
    delete_outlived(desk.context)
    assert not kept.exists()
    assert desk.rows(select(import_row)) == []
    (row,) = desk.rows(select(import_batch.c.state).where(import_batch.c.id == batch))
    assert row.state == "discarded"


@pytest.mark.parametrize(
    ("content", "code", "status"),
    [
        (b"", "no-file", 422),
        (b"hello", "not-a-workbook", 422),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "legacy-workbook", 422),
    ],
)
def test_what_is_no_workbook_is_refused_at_once(
    desk: Desk, content: bytes, code: str, status: int
) -> None:
    answer = desk.send(content)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert desk.rows(select(import_batch)) == []


def test_a_file_over_the_limit_is_refused(desk: Desk) -> None:
    desk.context.settings.upload_limit = 1000
    answer = desk.send(book(home()))
    assert (answer.status_code, answer.json()["code"]) == (413, "file-too-large")


def test_a_damaged_workbook_fails_with_its_reason(desk: Desk) -> None:
    batch = desk.upload(book(home())[:-200])
    found = desk.batch(batch)
    assert found["state"] == "failed"
    assert found["error_code"] == "damaged-workbook"
    assert "另存为" in found["error"]


def test_the_same_upload_twice_is_one_batch(desk: Desk) -> None:
    headers = desk.people["office"] | {"Idempotency-Key": "once"}
    content = book(home())
    answers = [
        desk.server.post("/api/v1/imports", files={"file": ("a.xlsx", content)}, headers=headers)
        for _ in range(2)
    ]
    assert answers[0].json()["id"] == answers[1].json()["id"]
    assert answers[1].headers["Idempotent-Replayed"] == "true"
    other = desk.server.post(
        "/api/v1/imports", files={"file": ("a.xlsx", book(faulty()))}, headers=headers
    )
    assert other.status_code == 422
