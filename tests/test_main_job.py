"""The main job from end to end over HTTP: a roster in, registers and an exact plan out."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from fastapi.testclient import TestClient

from jingzhun.jobs.service import run_one
from jingzhun.policy.roles import Role
from jingzhun.web.context import Context
from tests.callers import DISTRICT, TOWN, api, headers, person, seed_places

SAMPLES = Path(__file__).parent / "samples"
AT = "2018-06-12"
# Counted from the workbook by hand, apart from this program.
COUNTS = {
    "labour": 548,
    "working-away": 317,
    "unemployed": 231,
    "elderly": 244,
    "students": 447,
    "disabled": 89,
    "partial-loss-without-certificate": 55,
    "illness-caused": 439,
    "no-labour-households": 93,
}
PNG = b"\x89PNG\r\n\x1a\n" + b"scan" * 8


@pytest.fixture
def server(context: Context) -> TestClient:
    seed_places(context)
    return api(context)


class Person:
    """One account at the interface; every command carries a key of its own."""

    def __init__(self, server: TestClient, context: Context, role: Role, path: str) -> None:
        self.server, self.made = server, 0
        self.headers = headers(context, person(role, path))

    def get(self, path: str, **query: Any) -> Any:
        answer = self.server.get(f"/api/v1{path}", headers=self.headers, params=query)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def post(self, path: str, rev: int | None = None, **given: Any) -> Any:
        self.made += 1
        extra = {"Idempotency-Key": f"{self.headers['Authorization'][-12:]}-{self.made}"}
        if rev is not None:
            extra["If-Match"] = f'"{rev}"'
        answer = self.server.post(f"/api/v1{path}", headers=self.headers | extra, **given)
        assert answer.status_code in (200, 201, 202), answer.text
        return answer.json()

    def upload(self, context: Context, name: str) -> Any:
        content = (SAMPLES / name).read_bytes()
        batch = self.post("/imports", files={"file": (name, content)})
        while run_one(context):
            pass
        return self.get(f"/imports/{batch['id']}")


def test_a_roster_in_registers_and_an_exact_plan_out(context: Context, server: TestClient) -> None:
    office = Person(server, context, Role.POVERTY_OFFICE, DISTRICT)
    faulty = office.upload(context, "roster-with-defects.xlsx")
    assert faulty["counts"]["errors"] > 0
    assert office.post(f"/imports/{faulty['id']}/discard")["state"] == "discarded"
    assert office.get("/households")["total"] == 0

    clean = office.upload(context, "roster-clean.xlsx")
    assert (clean["state"], clean["counts"]["errors"]) == ("checked", 0)
    merged = office.post(f"/imports/{clean['id']}/merge", json={})
    assert (merged["merged"]["new"], merged["merged"]["members_new"]) == (406, 1352)
    again = office.upload(context, "roster-clean.xlsx")
    assert (again["counts"]["same"], again["counts"]["changed"]) == (406, 0)

    counted = {one["slug"]: one["count"] for one in office.get("/registers", at=AT)["items"]}
    assert {slug: counted[slug] for slug in COUNTS} == COUNTS
    elderly = office.get("/registers/elderly", at=AT, page_size=200, page=2)
    assert (elderly["total"], len(elderly["items"])) == (244, 44)
    figures = {one["slug"]: one for one in office.get("/indicators", at=AT)["items"]}
    pension = figures["pension-coverage"]
    assert (pension["numerator"], pension["denominator"], pension["missing"]) == (239, 244, 5)
    assert office.get("/indicators/pension-coverage/missing", at=AT)["total"] == 5

    _plan(context, server, office)

    town = Person(server, context, Role.TOWN, TOWN)
    own = town.get("/households", page_size=1)
    assert own["total"] == 146


def _plan(context: Context, server: TestClient, office: Person) -> None:
    finance = Person(server, context, Role.FINANCE, DISTRICT)
    recorder = Person(server, context, Role.LEADER_OFFICE, DISTRICT)
    terms = {"start_year": 2016, "end_year": 2018, "snapshot_on": "2018-06-30"}
    plan = office.post("/fund-plans", json=terms)
    assert (plan["heads"], plan["total_fen"]) == (1191, 1191 * 2_000_000)
    path = f"/fund-plans/{plan['id']}"
    checked = finance.post(f"{path}/steps/check", plan["rev"], json={})
    scan = recorder.post("/attachments", files={"file": ("批复.png", PNG)})
    paper = {
        "document_number": "湛开办〔2018〕90号",
        "document_on": "2018-07-01",
        "attachment_id": scan["id"],
    }
    decided = recorder.post(f"{path}/steps/decide", checked["rev"], json=paper)
    assert decided["state"] == "decided"
    answer = server.get(f"/api/v1{path}/allocation.xlsx", headers=office.headers)
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).worksheets[0]
    texts = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert any("23820000" in text.replace(",", "") for text in texts)
    allocation = office.get(f"{path}/allocation")
    cells = [cell["amount_fen"] for row in allocation["villages"] for cell in row["cells"]]
    assert sum(cells) == plan["total_fen"]
