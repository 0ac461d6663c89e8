"""An export is asked for, made as a job, and fetched; in clear only with permission and reason."""

from __future__ import annotations

import io
from typing import Any

import openpyxl
import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select

from jingzhun.jobs.service import run_one
from jingzhun.journal.models import journal_entry
from jingzhun.policy.roles import Role
from jingzhun.web.context import Context
from tests.callers import DISTRICT, TOWN, api, everything, headers_for
from tests.village import Settled

PATH = "/api/v1/households/export"


@pytest.fixture
def server(context: Context) -> TestClient:
    return api(context)


def sheet(server: TestClient, context: Context, role: Role, path: str, body: Any) -> list[Any]:
    """Ask, let the job run, fetch the workbook; return its rows."""
    caller = headers_for(context, role, path)
    asked = server.post(PATH, headers=caller | {"Idempotency-Key": "export-1"}, json=body)
    assert asked.status_code == 202, asked.text
    assert run_one(context)
    job = server.get(f"/api/v1/jobs/{asked.json()['job_id']}", headers=caller).json()
    assert job["state"] == "done", job
    answer = server.get(job["result_url"], headers=caller)
    book = openpyxl.load_workbook(io.BytesIO(answer.content), read_only=True)
    return [list(row) for row in book.worksheets[0].iter_rows(values_only=True)]


def test_a_town_exports_its_own_people_masked(
    context: Context, server: TestClient, village: Settled
) -> None:
    rows = sheet(server, context, Role.TOWN, TOWN, {"subject": "member"})
    heads, people = rows[0], rows[1:]
    assert len(people) == 6
    number = heads.index("证件号码")
    assert all("*" in row[number] for row in people)
    assert not set(village.id_numbers.values()) & {cell for row in people for cell in row}


def test_in_clear_the_district_says_why_and_it_is_logged(
    context: Context, server: TestClient, village: Settled
) -> None:
    body = {"subject": "member", "clear": True, "reason": "与民政名单比对"}
    rows = sheet(server, context, Role.POVERTY_OFFICE, DISTRICT, body)
    number = rows[0].index("证件号码")
    assert {row[number] for row in rows[1:]} == set(village.id_numbers.values())
    with context.database.read(everything()) as unit:
        reasons = unit.execute(
            select(journal_entry.c.reason).where(journal_entry.c.is_access.is_(True))
        ).scalars()
        assert "与民政名单比对" in set(reasons)


@pytest.mark.usefixtures("village")
@pytest.mark.parametrize(
    ("role", "path", "body", "status"),
    [
        (Role.TOWN, TOWN, {"subject": "member", "clear": True, "reason": "核对"}, 403),
        (Role.POVERTY_OFFICE, DISTRICT, {"subject": "member", "clear": True}, 422),
        (Role.POVERTY_OFFICE, DISTRICT, {"subject": "house"}, 422),
        (Role.POVERTY_OFFICE, DISTRICT, {"subject": "member", "at": "2018-07-03"}, 422),
        (Role.VILLAGE_TEAM, TOWN, {"subject": "member"}, 403),
    ],
)
def test_refusals(
    context: Context, server: TestClient, role: Role, path: str, body: Any, status: int
) -> None:
    caller = headers_for(context, role, path) | {"Idempotency-Key": "export-2"}
    assert server.post(PATH, headers=caller, json=body).status_code == status
    assert not run_one(context)
