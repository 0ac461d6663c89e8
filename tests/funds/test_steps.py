"""Three persons take a plan to its decision; nobody takes two of the steps, whatever posts held."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from jingzhun.journal.models import journal_entry
from jingzhun.policy.roles import Role
from jingzhun.web.context import Context
from tests.callers import DISTRICT, everything
from tests.funds.conftest import PLAN, Desk, Desks

DOCUMENT = {"document_number": "湛开办〔2018〕91号", "document_on": "2018-07-01"}


def actions(plan: dict[str, Any]) -> list[str]:
    return [one["action"] for one in plan["possible_steps"]]


def test_maker_checker_decider_notice(
    maker: Desk, checker: Desk, recorder: Desk, computed: dict[str, Any]
) -> None:
    assert actions(computed) == ["withdraw"]
    path = f"/fund-plans/{computed['id']}"
    assert actions(checker.get(path).json()) == ["check", "return"]
    checked = checker.step(computed, "check", note="口径无误").json()
    assert (checked["state"], actions(checked)) == ("checked", [])
    assert actions(recorder.get(path).json()) == ["return", "decide"]
    decided = recorder.step(checked, "decide", attachment_id=recorder.scan(), **DOCUMENT).json()
    assert decided["state"] == "decided"
    assert decided["document_number"] == DOCUMENT["document_number"]
    noticed = maker.step(decided, "announce").json()
    assert noticed["state_title"] == "已公告"
    assert [one["action"] for one in noticed["steps"]] == ["make", "check", "decide", "announce"]
    assert [one["role"] for one in noticed["steps"]] == [
        "区扶贫办",
        "区财政局",
        "区党政办",
        "区扶贫办",
    ]


@pytest.mark.parametrize("second", [Role.FINANCE, Role.LEADER_OFFICE])
def test_the_maker_never_checks_nor_decides(desk: Desks, checker: Desk, second: Role) -> None:
    """One person with two posts is refused at each step, by name and in words."""
    double = desk(Role.POVERTY_OFFICE, name="double", also=second)
    plan = double.post("/fund-plans", PLAN).json()
    if second is Role.FINANCE:
        refused = double.step(plan, "check")
        assert actions(plan) == ["withdraw"]
    else:
        checked = checker.step(plan, "check").json()
        refused = double.step(checked, "decide", attachment_id=double.scan(), **DOCUMENT)
    assert refused.status_code == 409
    assert [one["code"] for one in refused.json()["errors"]] == ["same-person"]
    assert "须由另一人办理" in refused.json()["detail"]


def test_the_checker_never_decides(desk: Desks, maker: Desk) -> None:
    double = desk(Role.FINANCE, name="double", also=Role.LEADER_OFFICE)
    plan = maker.post("/fund-plans", PLAN).json()
    checked = double.step(plan, "check").json()
    refused = double.step(checked, "decide", attachment_id=double.scan(), **DOCUMENT)
    assert [one["code"] for one in refused.json()["errors"]] == ["same-person"]


def test_the_poverty_office_decides_only_by_another_hand(
    desk: Desks, maker: Desk, checker: Desk, computed: dict[str, Any]
) -> None:
    checked = checker.step(computed, "check").json()
    own = maker.step(checked, "decide", attachment_id=maker.scan(), **DOCUMENT)
    assert own.status_code == 409
    colleague = desk(Role.POVERTY_OFFICE, name="colleague")
    done = colleague.step(checked, "decide", attachment_id=colleague.scan(), **DOCUMENT)
    assert done.json()["state"] == "decided"


def test_every_unmet_condition_is_told_at_once(
    maker: Desk, checker: Desk, computed: dict[str, Any]
) -> None:
    checked = checker.step(computed, "check").json()
    refused = maker.step(checked, "decide").json()
    assert {one["code"] for one in refused["errors"]} == {
        "same-person", "document-number-missing", "document-date-missing", "scan-missing",
    }  # fmt: skip


def test_a_document_of_tomorrow_is_refused(
    checker: Desk, recorder: Desk, computed: dict[str, Any]
) -> None:
    checked = checker.step(computed, "check").json()
    body = DOCUMENT | {"document_on": "2018-07-03", "attachment_id": recorder.scan()}
    refused = recorder.step(checked, "decide", **body).json()
    assert [one["code"] for one in refused["errors"]] == ["document-date-future"]


@pytest.mark.parametrize(
    ("role", "action"),
    [
        (Role.FINANCE, "decide"), (Role.LEADER_OFFICE, "check"), (Role.LEADER, "check"),
        (Role.DISCIPLINE, "return"), (Role.INSPECTION, "withdraw"), (Role.FINANCE, "announce"),
        (Role.TOWN, "check"), (Role.SYSTEM_ADMIN, "decide"),
    ],
)  # fmt: skip
def test_steps_of_other_posts_are_refused(
    desk: Desks, computed: dict[str, Any], role: Role, action: str
) -> None:
    refused = desk(role).step(computed, action)
    assert refused.status_code in {403, 409}
    assert desk(Role.LEADER).get(f"/fund-plans/{computed['id']}").json()["state"] == "computed"


def test_a_returned_plan_is_computed_anew(
    desk: Desks, maker: Desk, checker: Desk, computed: dict[str, Any]
) -> None:
    assert checker.step(computed, "return").json()["errors"][0]["code"] == "note-missing"
    returned = checker.step(computed, "return", note="请按新口径").json()
    assert returned["state"] == "returned"
    body = PLAN | {"counts_weak": True, "legal_basis": "湛开办〔2018〕90号", "note": "计入弱劳动力"}
    revised = maker.post(
        f"/fund-plans/{computed['id']}/steps/revise", body, rev=returned["rev"]
    ).json()
    assert (revised["state"], revised["heads"]) == ("computed", 9)
    assert maker.get(f"/fund-plans/{computed['id']}/people").json()["total"] == 9
    assert checker.step(revised, "check").json()["state"] == "checked"


def test_a_stale_or_missing_version_is_refused(checker: Desk, computed: dict[str, Any]) -> None:
    path = f"/fund-plans/{computed['id']}/steps/check"
    assert checker.post(path).status_code == 428
    assert checker.post(path, rev=7).status_code == 412
    without = checker.server.post(f"/api/v1{path}", headers=checker.headers | {"If-Match": '"1"'})
    assert without.status_code in {400, 422}


def test_a_plan_is_superseded_by_another_decided_one(
    maker: Desk, checker: Desk, recorder: Desk, decided: dict[str, Any]
) -> None:
    later = maker.post("/fund-plans", PLAN | {"start_year": 2018}).json()
    body: dict[str, Any] = {"document_number": "湛开办〔2018〕95号"}
    missing = recorder.step(decided, "supersede", **body).json()
    assert missing["errors"][0]["code"] == "replacement-missing"
    body["superseded_by"] = later["id"]
    early = recorder.step(decided, "supersede", **body).json()
    assert early["errors"][0]["code"] == "replacement-not-decided"
    checked = checker.step(later, "check").json()
    recorder.step(checked, "decide", attachment_id=recorder.scan(), **DOCUMENT)
    own = recorder.step(decided, "supersede", **body | {"superseded_by": decided["id"]}).json()
    assert own["errors"][0]["code"] == "replacement-not-decided"
    done = recorder.step(decided, "supersede", **body).json()
    assert (done["state"], done["superseded_by"]) == ("superseded", later["id"])
    assert actions(done) == []


def test_fifty_submits_at_once_decide_once(
    context: Context, checker: Desk, recorder: Desk, computed: dict[str, Any]
) -> None:
    checked = checker.step(computed, "check").json()
    scan = recorder.scan()
    path = f"/fund-plans/{computed['id']}/steps/decide"

    def submit(_: int) -> int:
        body = DOCUMENT | {"attachment_id": scan}
        return recorder.post(path, body, rev=checked["rev"], key="decide-once").status_code

    with ThreadPoolExecutor(8) as pool:
        codes = list(pool.map(submit, range(50)))
    assert set(codes) <= {200, 409}
    assert 200 in codes
    plan = recorder.get(f"/fund-plans/{computed['id']}").json()
    assert [one["action"] for one in plan["steps"]] == ["make", "check", "decide"]
    assert plan["rev"] == checked["rev"] + 1


def test_rival_deciders_decide_once(
    desk: Desks, checker: Desk, recorder: Desk, computed: dict[str, Any]
) -> None:
    checked = checker.step(computed, "check").json()
    desks = [recorder, desk(Role.POVERTY_OFFICE, name="colleague")]
    scans = [one.scan() for one in desks]

    def submit(at: int) -> int:
        body = DOCUMENT | {"attachment_id": scans[at]}
        return desks[at].step(checked, "decide", **body).status_code

    with ThreadPoolExecutor(2) as pool:
        codes = sorted(pool.map(submit, range(2)))
    assert codes in ([200, 409], [200, 412])


def test_towns_see_decided_plans_and_their_own_rows(
    maker: Desk, town: Desk, other_town: Desk, computed: dict[str, Any], checker: Desk,
    recorder: Desk,
) -> None:  # fmt: skip
    path = f"/fund-plans/{computed['id']}"
    for hidden in ("", "/allocation", "/people", "/allocation.xlsx", "/steps"):
        assert town.get(path + hidden).status_code == 404
    assert town.get("/fund-plans").json()["total"] == 0
    checked = checker.step(computed, "check").json()
    decided = recorder.step(checked, "decide", attachment_id=recorder.scan(), **DOCUMENT).json()
    whole = maker.get(f"{path}/allocation").json()
    heads = 0
    for one in (town, other_town):
        part = one.get(f"{path}/allocation").json()
        assert not part["is_whole"]
        codes = {row["code"] for row in part["villages"]}
        assert codes < {row["code"] for row in whole["villages"]}
        assert part["heads"] == sum(row["heads"] for row in part["villages"])
        assert part["total_fen"] == sum(row["amount_fen"] for row in part["villages"])
        assert part["total_fen"] == sum(tier["amount_fen"] for tier in part["tiers"])
        assert one.get(f"{path}/people").json()["total"] == part["heads"]
        assert one.get("/fund-plans").json()["items"][0]["total_fen"] == part["total_fen"]
        assert actions(one.get(path).json()) == []
        heads += part["heads"]
    assert 0 < heads <= decided["heads"]
    assert (
        town.post("/fund-plans/spread", {"amount_fen": 1, "plan_id": computed["id"]}).json()["code"]
        == "whole-county-only"
    )


def test_the_scan_is_open_to_readers_of_the_plan(
    desk: Desks, maker: Desk, town: Desk, decided: dict[str, Any]
) -> None:
    path = f"/attachments/{decided['attachment_id']}"
    assert maker.get(path).content.startswith(b"\x89PNG")
    assert town.get(path).status_code == 404
    assert desk(Role.SYSTEM_ADMIN).get(path).status_code == 404


def test_a_scan_of_another_plan_is_refused(
    maker: Desk, checker: Desk, recorder: Desk, decided: dict[str, Any]
) -> None:
    other = maker.post("/fund-plans", PLAN).json()
    checked = checker.step(other, "check").json()
    refused = recorder.step(checked, "decide", attachment_id=decided["attachment_id"], **DOCUMENT)
    assert refused.json()["code"] == "attachment-taken"
    assert recorder.get(f"/fund-plans/{other['id']}").json()["state"] == "checked"


def test_steps_stand_in_the_journal(context: Context, decided: dict[str, Any]) -> None:
    with context.database.read(everything(), now=context.now()) as unit:
        rows = unit.execute(
            journal_entry.select().where(journal_entry.c.subject_id == decided["id"])
        ).all()
    assert [row.action for row in rows] == [
        "fund-plan.make", "fund-plan.check", "fund-plan.decide",
    ]  # fmt: skip
    assert {row.place_path for row in rows} == {DISTRICT}
    assert '"total_fen":14000000' in rows[0].after
    assert "湛开办〔2018〕91号" in rows[2].after
