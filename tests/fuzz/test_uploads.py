"""Broken workbooks by the way a clerk sends them: upload, check, review, discard.

Each is refused at once or checked to an end that says something; none breaks the job that checks.
"""

from __future__ import annotations

import os
import random
import resource
import time
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from jingzhun.jobs.service import run_one
from jingzhun.policy.roles import Role
from jingzhun.web.context import Context
from tests.callers import api, headers_for
from tests.households.roster.workbooks import home, workbook
from tests.imports.reading.test_fuzz import broken_bytes, broken_parts
from tests.village import settle

CASES = max(6, int(os.environ.get("JINGZHUN_TEST_FUZZ", "400")) // 60)
URL = "/api/v1/imports"
PEOPLE = """
村   | 户 | 姓名   | 关系 | 生日       | 性别
北山 | 1  | 陈明伟 | 户主 | 1968-03-12 | 男
"""
MOST_RSS = 512 << 10


@pytest.fixture
def server(context: Context) -> TestClient:
    settle(context, PEOPLE)
    return api(context)


def _small() -> bytes:
    return workbook({"北山": [home("4408110702070901"), home("4408110702070902")]})


def test_broken_workbooks_are_refused_or_checked(context: Context, server: TestClient) -> None:
    headers = headers_for(context, Role.POVERTY_OFFICE)
    chance, honest = random.Random(84), _small()
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    sample = (Path(__file__).parents[1] / "samples" / "roster-with-defects.xlsx").read_bytes()
    statuses = set()
    # The reading is the same on both stores; PostgreSQL gets enough to show that staging is, too.
    for case in range(CASES if context.database.is_sqlite else CASES // 2):
        source = sample if case % 10 == 9 else honest
        content = chance.choice([broken_bytes, broken_parts, broken_parts])(source, chance)
        began = time.monotonic()
        answer = server.post(
            URL, files={"file": ("花名册.xlsx", content)},
            headers=headers | {"Idempotency-Key": f"k{case}"},
        )  # fmt: skip
        assert answer.status_code < 500, answer.text
        statuses.add(answer.status_code)
        if answer.status_code != 202:
            assert answer.headers["content-type"] == "application/problem+json"
            continue
        while run_one(context):
            pass
        batch = server.get(f"{URL}/{answer.json()['id']}", headers=headers).json()
        statuses.add(batch["state"])
        assert batch["state"] not in {"uploaded", "reading", "checking"}, batch
        assert batch.get("error_code") != "internal", batch
        for rest in ("findings", "rows", "records"):
            shown = server.get(f"{URL}/{batch['id']}/{rest}", headers=headers)
            assert shown.status_code < 500, shown.text
        assert time.monotonic() - began < 20
    assert len(statuses) > 1, f"all ended alike: {statuses}"
    # The figure is the largest of all children so far; those of earlier tests may be past it.
    if before < MOST_RSS:
        assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < MOST_RSS
