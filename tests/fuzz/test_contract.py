"""Requests made from the contract, honest and broken ones, by somebody who may do everything.

No answer is a 5xx, every refusal is a problem, and every answer has the shape the contract gives.
JINGZHUN_TEST_FUZZ is how many requests in all; ids in paths are often those of real records, so
that what lies behind them is met, too.
"""

from __future__ import annotations

import json
import os
import random
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from jingzhun.kit.actor import Actor
from jingzhun.kit.database import Database
from jingzhun.kit.db import METADATA
from jingzhun.kit.settings import Settings
from jingzhun.main import create_app, make_context
from jingzhun.policy.roles import Role
from jingzhun.web import claims
from tests.callers import DISTRICT, LIFE
from tests.conftest import NOW
from tests.village import settle

CASES = int(os.environ.get("JINGZHUN_TEST_FUZZ", "400"))
CONTRACT = json.loads((Path(__file__).parents[2] / "openapi" / "openapi.json").read_text())
OPERATIONS = [
    (method.upper(), path)
    for path, item in sorted(CONTRACT["paths"].items())
    for method in item
    if method in {"get", "post", "put", "patch", "delete"}
]
CHECKS = [
    not_a_server_error, content_type_conformance, response_schema_conformance,
    status_code_conformance,
]  # fmt: skip
SLOW_SECONDS = 2.0
# RFC 6749 gives its errors a form of their own.
OAUTH = {"/oauth2/token"}
PEOPLE = """
村   | 户 | 姓名   | 关系 | 生日       | 性别 | 劳动 | 就读   | 健康 | 户类 | 原因 | 户电话      | 工资
北山 | 1  | 陈明伟 | 户主 | 1968-03-12 | 男   | 普通 | 非在校 | 健康 | 一般 | 因病 | 13812345678 | 20000
北山 | 1  | 李小红 | 妻   | 1970-04-12 | 女   | 无   | 非在校 | 残疾 |      |      |             |
东简 | 1  | 庄强   | 户主 | 1960-07-02 | 男   | 弱   | 非在校 | 健康 | 一般 | 因残 | -           | 1000
"""
# Where a new id answers to which word of a path.
MAKERS = {
    "/api/v1/households": "household_id", "/api/v1/fund-plans": "plan_id",
    "/api/v1/imports": "batch_id", "/api/v1/users": "user_id", "/api/v1/clients": "client_id",
    "/api/v1/attachments": "attachment_id",
}  # fmt: skip


@dataclass
class World:
    """The application, the contract as the generator knows it, and ids that lead somewhere."""

    schema: Any
    headers: dict[str, str]
    ids: dict[str, list[str]]
    chance: random.Random = field(default_factory=lambda: random.Random(84))
    serial: int = 0

    def aim(self, case: Any) -> None:
        """Let half of the paths lead to something that exists."""
        for name in list(case.path_parameters or {}):
            if self.ids.get(name) and self.chance.random() < 0.6:
                case.path_parameters[name] = self.chance.choice(self.ids[name])

    def learn(self, path: str, content: bytes) -> None:
        """Remember what was made."""
        name = MAKERS.get(path)
        if name is not None:
            made = json.loads(content).get("id")
            self.ids.setdefault(name, []).append(str(made))

    def next_headers(self, given: Mapping[str, Any] | None) -> dict[str, str]:
        """Who asks, a key of its own, and an If-Match that lets every change through."""
        self.serial += 1
        own = {"Idempotency-Key": f"fuzz-{self.serial}", "If-Match": "*"}
        return {**{str(k): str(v) for k, v in (given or {}).items()}, **own, **self.headers}


@pytest.fixture(scope="package")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    folder = tmp_path_factory.mktemp("fuzzed")
    database = Database(f"sqlite:///{folder / 'fuzzed.sqlite3'}")
    METADATA.create_all(database.writer)
    limits = {"rate_per_minute": 10**9, "login_rate_per_minute": 10**9}
    options = Settings(data_dir=folder, spa_dir=folder, **limits)  # type: ignore[arg-type]
    context = make_context(options, now=lambda: NOW, database=database)
    people = settle(context, PEOPLE)
    grants = tuple(claims.grant_of(role, DISTRICT) for role in Role)
    person = Actor("fuzz", "测试员", "person", grants, session="s-1")
    app = create_app(context)
    yield World(
        schemathesis.openapi.from_asgi("/api/v1/openapi.json", app),
        {"Authorization": f"Bearer {context.tokens.issue(person, 1, LIFE)}"},
        {
            "household_id": list(people.households.values()),
            "member_id": list(people.members.values()),
            "place_id": list(people.villages.values()),
            "year": ["2017", "2016"],
            "slug": ["pension-coverage", "completeness", "gbt2261_1_sex", "pension_due_age"],
            "which": ["missing", "unknown"],
        },
    )
    database.close()


@pytest.mark.parametrize(("method", "path"), OPERATIONS, ids=lambda one: one)
def test_an_operation(world: World, method: str, path: str) -> None:
    operation = world.schema[path][method]
    cases = max(1, round(CASES / len(OPERATIONS)))

    @settings(
        max_examples=cases, derandomize=CASES < 10_000, database=None, deadline=None,
        phases=[Phase.generate], suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(case=operation.as_strategy())
    def run(case: Any) -> None:
        world.aim(case)
        began = time.monotonic()
        response = case.call(headers=world.next_headers(case.headers))
        assert time.monotonic() - began < SLOW_SECONDS * 5
        case.validate_response(response, checks=CHECKS)
        if response.status_code >= 400 and path not in OAUTH:
            assert response.headers["content-type"] == ["application/problem+json"]
        elif response.status_code in {201, 202}:
            world.learn(path, response.content)

    run()
