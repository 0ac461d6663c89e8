"""A process dies while a plan is computed or decided: all of it stands, or nothing does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import func, select

from jingzhun.attachments.models import attachment
from jingzhun.funds.models import fund_plan, fund_plan_cell, fund_plan_person, fund_plan_village
from jingzhun.funds.service import deciding
from jingzhun.policy.roles import Role
from jingzhun.web.context import Context
from jingzhun.workflows.models import workflow_step
from tests.callers import api, everything, headers_for
from tests.faults.harness import Scene, Tell
from tests.funds.conftest import PEOPLE, PLAN, PNG
from tests.village import settle

DOCUMENT = {"document_number": "湛开办〔2018〕91号", "document_on": "2018-07-01"}


def _post(
    server: TestClient, context: Context, role: Role, path: str, body: Any, key: str, rev: int = 0
) -> Any:
    own = headers_for(context, role) | {"Idempotency-Key": key, "If-Match": f'"{rev}"'}
    return server.post(f"/api/v1/fund-plans{path}", headers=own, json=body)


def make(context: Context, tell: Tell, key: str) -> None:
    """Compute a plan over HTTP; tell its id."""
    answer = _post(api(context), context, Role.POVERTY_OFFICE, "", PLAN, key)
    tell(f"{answer.status_code} {answer.json()['id']}")


def decide(context: Context, tell: Tell, plan: Checked, key: str) -> None:
    """Record the decision over HTTP; tell the answer."""
    body = DOCUMENT | {"attachment_id": plan.scan}
    path = f"/{plan.id}/steps/decide"
    answer = _post(api(context), context, Role.LEADER_OFFICE, path, body, key, plan.rev)
    tell(f"{answer.status_code} {answer.json()['state']}")


@dataclass(frozen=True)
class Checked:
    """A plan that waits for its decision, and the scan of it."""

    id: str
    rev: int
    scan: str


@pytest.fixture
def server(scene: Scene) -> TestClient:
    settle(scene.context, PEOPLE)
    return api(scene.context)


def checked(scene: Scene, server: TestClient, name: str) -> Checked:
    plan = _post(server, scene.context, Role.POVERTY_OFFICE, "", PLAN, f"make-{name}").json()
    path = f"/{plan['id']}/steps/check"
    plan = _post(server, scene.context, Role.FINANCE, path, {}, f"check-{name}", 1).json()
    scan = server.post(
        "/api/v1/attachments",
        headers=headers_for(scene.context, Role.LEADER_OFFICE),
        files={"file": ("批复.png", PNG)},
    ).json()
    return Checked(plan["id"], plan["rev"], scan["id"])


def standing(scene: Scene, plan: Checked) -> tuple[str, int, bool]:
    """State of the plan, how many decisions were kept, whether it has the scan."""
    with scene.database.read(everything()) as unit:
        state = unit.execute(
            select(fund_plan.c.state).where(fund_plan.c.id == plan.id)
        ).scalar_one()
        decisions = select(func.count()).where(
            workflow_step.c.subject_id == plan.id, workflow_step.c.action == "decide"
        )
        owner = select(attachment.c.subject_id).where(attachment.c.id == plan.scan)
        return (
            state,
            unit.execute(decisions).scalar_one(),
            unit.execute(owner).scalar_one() == plan.id,
        )


def assert_plans_are_whole(scene: Scene) -> None:
    with scene.database.read(everything()) as unit:
        assert deciding.verify(unit) == []
    scene.assert_journal_is_whole()


def test_killed_before_the_commit_nothing_is_decided(scene: Scene, server: TestClient) -> None:
    for serial, chance in enumerate(scene.chances(0.34)):
        plan, key = checked(scene, server, str(serial)), f"decide-{serial}"
        # The last of the steps is the commit itself.
        outcome = scene.run(decide, plan, key, at_step=chance.randint(1, 22))
        if outcome.was_killed:
            assert outcome.told == []
            assert standing(scene, plan) == ("checked", 0, False)
        again = _post(
            server, scene.context, Role.LEADER_OFFICE, f"/{plan.id}/steps/decide",
            DOCUMENT | {"attachment_id": plan.scan}, key, plan.rev,
        )  # fmt: skip
        assert again.status_code == 200
        assert ("idempotent-replayed" in again.headers) is not outcome.was_killed
        assert standing(scene, plan) == ("decided", 1, True)
    assert_plans_are_whole(scene)


def test_killed_after_the_commit_it_is_decided_once(scene: Scene, server: TestClient) -> None:
    for serial, _ in enumerate(scene.chances(0.17)):
        plan, key = checked(scene, server, str(serial)), f"decide-{serial}"
        outcome = scene.run(decide, plan, key, at_step=1, past=True)
        assert outcome.was_killed
        assert outcome.told == []
        assert standing(scene, plan) == ("decided", 1, True)
        again = _post(
            server, scene.context, Role.LEADER_OFFICE, f"/{plan.id}/steps/decide",
            DOCUMENT | {"attachment_id": plan.scan}, key, plan.rev,
        )  # fmt: skip
        assert (again.status_code, again.headers["idempotent-replayed"]) == (200, "true")
        assert standing(scene, plan) == ("decided", 1, True)
    assert_plans_are_whole(scene)


def test_killed_while_computing_no_part_of_a_plan_stands(scene: Scene, server: TestClient) -> None:
    tables = (fund_plan, fund_plan_village, fund_plan_cell, fund_plan_person, workflow_step)
    for serial, chance in enumerate(scene.chances(0.17)):
        before = _counts(scene, tables)
        outcome = scene.run(make, f"make-{serial}", at_step=chance.randint(1, 20))
        if outcome.was_killed:
            assert _counts(scene, tables) == before
        _post(server, scene.context, Role.POVERTY_OFFICE, "", PLAN, f"make-{serial}")
        assert _counts(scene, tables)[0] == before[0] + 1
    assert_plans_are_whole(scene)


def _counts(scene: Scene, tables: tuple[Any, ...]) -> list[int]:
    with scene.database.read(everything()) as unit:
        return [
            unit.execute(select(func.count()).select_from(table)).scalar_one() for table in tables
        ]
