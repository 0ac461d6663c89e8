"""The file of an export stays with who may see what it holds, and no longer than they may."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from jingzhun.jobs.service import run_one
from jingzhun.kit.actor import Actor
from jingzhun.policy.roles import Permission, Role
from jingzhun.web.context import Context
from tests.callers import DISTRICT, TOWN, api, client, headers, person
from tests.village import Settled

PATH = "/api/v1/households/export"
MASKED = {"subject": "member"}
CLEAR = {"subject": "member", "clear": True, "reason": "与民政名单比对"}


@pytest.fixture
def server(context: Context, village: Settled) -> TestClient:
    del village
    return api(context)


def holding(role: str, path: str) -> Actor:
    """One account, whatever post it holds at the moment."""
    return person(role, path, account_id="officer")


def ask(server: TestClient, context: Context, actor: Actor, body: Any) -> Any:
    keyed = headers(context, actor) | {"Idempotency-Key": "reach"}
    return server.post(PATH, headers=keyed, json=body)


def fetch(server: TestClient, context: Context, actor: Actor, job_id: str) -> int:
    url = f"/api/v1/jobs/{job_id}/result"
    return server.get(url, headers=headers(context, actor)).status_code


@pytest.mark.parametrize("body", [MASKED, CLEAR])
def test_who_lost_the_right_gets_the_file_no_more(
    context: Context, server: TestClient, body: Any
) -> None:
    office = holding(Role.POVERTY_OFFICE, DISTRICT)
    job_id = ask(server, context, office, body).json()["job_id"]
    assert run_one(context)
    assert fetch(server, context, office, job_id) == 200
    for role, path in (
        (Role.TOWN, TOWN), (Role.FINANCE, DISTRICT), (Role.VILLAGE_COMMITTEE, TOWN),
    ):  # fmt: skip
        assert fetch(server, context, holding(role, path), job_id) == 403
    assert fetch(server, context, office, job_id) == 200


def test_a_masked_file_needs_no_more_than_it_did(context: Context, server: TestClient) -> None:
    town = holding(Role.TOWN, TOWN)
    job_id = ask(server, context, town, MASKED).json()["job_id"]
    assert run_one(context)
    assert fetch(server, context, holding(Role.POVERTY_OFFICE, DISTRICT), job_id) == 200


def test_who_may_not_read_members_exports_none(context: Context, server: TestClient) -> None:
    machine = client(Permission.HOUSEHOLDS_EXPORT, Permission.HOUSEHOLDS_READ)
    assert ask(server, context, machine, MASKED).status_code == 403
    assert not run_one(context)
    assert ask(server, context, machine, {"subject": "household"}).status_code == 202
