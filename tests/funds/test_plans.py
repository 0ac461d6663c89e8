"""A plan is computed from the registry as of its day, and what it stood on is frozen with it."""

from __future__ import annotations

import io
from typing import Any

import openpyxl
import pytest
from pypdf import PdfReader
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from jingzhun.funds.schemas.allocation import AllocationOut, PeoplePage
from jingzhun.funds.schemas.plan import FundPlanDetail, FundPlanPage
from jingzhun.funds.service import deciding
from jingzhun.web.context import Context
from tests.callers import everything
from tests.funds.conftest import PLAN, Desk
from tests.village import Settled

HEAD = 2_000_000


def test_heads_are_counted_by_every_basis(computed: dict[str, Any]) -> None:
    """
    basis             without weak labour        with weak labour
    members           北山1 调青1 东简1 = 7      and 北山2 = 9
    able persons      陈明 林国 林孙 庄强 = 4    and 李红 单信 = 6
    """
    bases = {(one["counting_basis"], one["counts_weak"]): one["heads"] for one in computed["bases"]}
    assert bases == {
        ("household-members", False): 7, ("household-members", True): 9,
        ("able-persons", False): 4, ("able-persons", True): 6,
    }  # fmt: skip
    assert [one["total_fen"] for one in computed["bases"]] == [
        7 * HEAD, 9 * HEAD, 4 * HEAD, 6 * HEAD,
    ]  # fmt: skip
    assert computed["heads"] == 7
    assert computed["total_fen"] == 7 * HEAD
    assert computed["unsure"] == 1
    assert [one["is_chosen"] for one in computed["bases"]] == [True, False, False, False]
    FundPlanDetail.model_validate(computed)


@pytest.mark.parametrize(
    ("counting", "weak", "heads", "unsure"),
    [
        ("household-members", True, 9, 1),
        ("able-persons", False, 4, 1),
        ("able-persons", True, 6, 1),
    ],
)
def test_another_basis_needs_its_document(
    maker: Desk, counting: str, weak: bool, heads: int, unsure: int
) -> None:
    body = PLAN | {"counting_basis": counting, "counts_weak": weak}
    refused = maker.post("/fund-plans", body)
    assert refused.status_code == 422
    assert {one["pointer"] for one in refused.json()["errors"]} == {"/legal_basis"}
    made = maker.post("/fund-plans", body | {"legal_basis": "湛开办〔2018〕90号"}).json()
    assert (made["heads"], made["unsure"]) == (heads, unsure)
    sources = (made["counting_source"], made["weak_source"])
    assert "湛开办〔2018〕90号" in sources
    people = maker.get(f"/fund-plans/{made['id']}/people").json()
    assert people["total"] == heads


def test_the_matrix_adds_up(maker: Desk, computed: dict[str, Any]) -> None:
    content = maker.get(f"/fund-plans/{computed['id']}/allocation").json()
    AllocationOut.model_validate(content)
    assert [tier["amount_fen"] for tier in content["tiers"]] == [
        7 * 1_200_000, 7 * 600_000, 7 * 100_000, 7 * 100_000,
    ]  # fmt: skip
    villages = {row["village"]: row for row in content["villages"]}
    assert len(villages) == 50
    codes = [row["code"] for row in content["villages"]]
    assert codes == sorted(codes)
    assert sum(row["amount_fen"] for row in content["villages"]) == content["total_fen"]
    for row in content["villages"]:
        assert sum(cell["amount_fen"] for cell in row["cells"]) == row["amount_fen"]
        assert row["amount_fen"] == row["heads"] * HEAD
    assert sorted(row["heads"] for row in content["villages"] if row["heads"]) == [2, 2, 3]


def test_odd_fen_are_shown_where_they_went(maker: Desk, village: Settled) -> None:
    body = PLAN | {
        "split": [7, 3, 2, 1], "standard_fen": 1_000_001, "legal_basis": "湛开办〔2018〕90号",
    }  # fmt: skip
    made = maker.post("/fund-plans", body).json()
    content = maker.get(f"/fund-plans/{made['id']}/allocation").json()
    odd = [cell for row in content["villages"] for cell in row["cells"] if cell["odd"]]
    assert len(odd) == content["odd_units"] > 0
    for cell in odd:
        assert cell["amount_fen"] == int(cell["exact"].split(" ")[0]) + 1
    assert sum(tier["amount_fen"] for tier in content["tiers"]) == 7 * 1_000_001


def test_who_was_counted_can_be_listed(
    maker: Desk, checker: Desk, computed: dict[str, Any], village: Settled
) -> None:
    path = f"/fund-plans/{computed['id']}/people"
    listed = maker.get(path, page_size=200).json()
    PeoplePage.model_validate(listed)
    assert {one["name"] for one in listed["items"]} == {
        "陈明", "李红", "陈小", "林国", "林孙", "庄强", "庄妻",
    }  # fmt: skip
    assert listed["total"] == computed["heads"]
    assert all("*" in one["id_number_masked"] for one in listed["items"])
    some = maker.get(path, village=village.villages["调青"]).json()
    assert {one["name"] for one in some["items"]} == {"林国", "林孙"}
    masked = checker.get(path, village=village.villages["调青"]).json()
    assert {one["name"] for one in masked["items"]} == {"林*"}


def test_nobody_to_count_is_said(maker: Desk) -> None:
    refused = maker.post("/fund-plans", PLAN | {"snapshot_on": "2017-06-30"})
    assert refused.status_code == 409
    assert refused.json()["code"] == "nobody-counted"


def test_faults_of_the_request_are_told_at_once(maker: Desk) -> None:
    body = {"start_year": 2018, "end_year": 2016, "snapshot_on": "2018-12-31", "standard_fen": 0}
    refused = maker.post("/fund-plans", body)
    assert {one["code"] for one in refused.json()["errors"]} == {
        "years-reversed", "snapshot-future", "standard-zero", "legal-basis-missing",
    }  # fmt: skip


def test_whole_units_are_kept_or_refused(maker: Desk) -> None:
    body = PLAN | {"rounding": "ten-thousand-yuan"}
    made = maker.post("/fund-plans", body).json()
    content = maker.get(f"/fund-plans/{made['id']}/allocation").json()
    cells = [cell["amount_fen"] for row in content["villages"] for cell in row["cells"]]
    assert sum(cells) == made["total_fen"] == 7 * HEAD
    assert all(cell % 1_000_000 == 0 for cell in cells)
    odd = body | {"standard_fen": 1_234_500, "legal_basis": "湛开办〔2018〕90号"}
    assert maker.post("/fund-plans", odd).json()["code"] == "not-whole-units"


def test_the_list_is_a_page_of_plans(maker: Desk, computed: dict[str, Any]) -> None:
    listed = maker.get("/fund-plans").json()
    FundPlanPage.model_validate(listed)
    assert [one["id"] for one in listed["items"]] == [computed["id"]]
    assert maker.get("/fund-plans", state="decided").json()["total"] == 0
    assert maker.get("/fund-plans", colour="red").status_code == 422


def test_the_same_key_makes_one_plan(maker: Desk) -> None:
    first = maker.post("/fund-plans", PLAN, key="once")
    again = maker.post("/fund-plans", PLAN, key="once")
    assert first.json() == again.json()
    assert again.headers["idempotent-replayed"] == "true"
    assert maker.get("/fund-plans").json()["total"] == 1
    assert maker.post("/fund-plans", PLAN | {"note": "改"}, key="once").status_code == 422


def test_sums_of_the_workbook_add_up(maker: Desk, computed: dict[str, Any]) -> None:
    answer = maker.get(f"/fund-plans/{computed['id']}/allocation.xlsx")
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    for sheet, unit in ((book["分配表（元）"], 100), (book["核对（分）"], 1)):
        rows: list[list[Any]] = [[c.value for c in row] for row in sheet.iter_rows(min_row=6)]
        *villages, total = rows
        assert len(villages) == 50
        assert total[1] == "合计"
        for column in range(4, len(total)):
            assert round(sum(row[column] for row in villages), 2) == total[column]
        for row in rows:
            assert round(sum(row[5:-1]), 2) == row[-1]
        assert total[-1] == computed["total_fen"] / unit
        assert {cell.data_type for cell in sheet[6][4:]} == {"n"}


def test_the_notice_is_printed_in_chinese(
    maker: Desk, computed: dict[str, Any], checker: Desk, recorder: Desk
) -> None:
    path = f"/fund-plans/{computed['id']}/notice.pdf"
    assert maker.get(path).json()["code"] == "notice-not-yet"
    checked = checker.step(computed, "check").json()
    recorder.step(
        checked, "decide", document_number="湛开办〔2018〕91号", document_on="2018-07-01",
        attachment_id=recorder.scan(),
    )  # fmt: skip
    answer = maker.get(path)
    assert answer.headers["content-type"] == "application/pdf"
    words = "".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.content)).pages)
    words = words.replace("\n", "").replace(" ", "")
    for shown in (
        "2016—2018年专项扶贫资金分配方案公告", "湛开办〔2018〕91号", "壹拾肆万元整", "140,000.00",
        "2018年7月1日", "盖章处", "北山", "省（元）",
    ):  # fmt: skip
        assert shown in words
    assert "陈明" not in words


def test_a_stored_plan_that_does_not_add_up_is_named(
    context: Context, maker: Desk, checker: Desk, computed: dict[str, Any]
) -> None:
    """A row slipped in past the service is found before anybody relies on the plan."""
    with context.database.write(everything(), now=context.now()) as unit:
        assert deciding.verify(unit) == []
        unit.execute(
            text("DELETE FROM fund_plan_person WHERE member_id = (SELECT min(member_id) "
                 "FROM fund_plan_person)")
        )  # fmt: skip
        assert len(deciding.verify(unit)) == 1
    refused = checker.step(computed, "check")
    assert refused.status_code == 409
    assert refused.json()["errors"][0]["code"] == "does-not-add-up"


_OTHER_PERSON = (
    "INSERT INTO fund_plan_person SELECT plan_id, 'other', household_id, village_id, place_path, "
    "version_id, is_able, is_weak FROM fund_plan_person"
)
STATEMENTS = [
    "UPDATE fund_plan SET title = 'x'",
    "UPDATE fund_plan SET total_fen = total_fen",
    "UPDATE fund_plan SET state = 'computed'",
    "UPDATE fund_plan SET decided_on = NULL",
    "DELETE FROM fund_plan",
    "UPDATE fund_plan_cell SET amount_fen = amount_fen + 1",
    "DELETE FROM fund_plan_cell",
    "UPDATE fund_plan_village SET heads = 1",
    "DELETE FROM fund_plan_village",
    "UPDATE fund_plan_person SET is_able = is_weak",
    "DELETE FROM fund_plan_person",
    "INSERT INTO fund_plan_cell SELECT plan_id, village_id, 'extra', 0, 0 FROM fund_plan_cell",
    _OTHER_PERSON,
]


def test_a_decided_plan_cannot_be_changed_by_any_statement(
    context: Context, decided: dict[str, Any]
) -> None:
    for statement in STATEMENTS:
        with (
            pytest.raises(DBAPIError, match="frozen"),
            context.database.write(everything(), now=context.now()) as unit,
        ):
            unit.execute(text(statement))
    with context.database.read(everything(), now=context.now()) as unit:
        assert deciding.verify(unit) == []


def test_cells_are_never_changed_even_before_the_decision(
    context: Context, computed: dict[str, Any]
) -> None:
    with (
        pytest.raises(DBAPIError, match="frozen"),
        context.database.write(everything(), now=context.now()) as unit,
    ):
        unit.execute(text("UPDATE fund_plan_cell SET amount_fen = amount_fen + 1"))
