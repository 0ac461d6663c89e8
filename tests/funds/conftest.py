"""A district of three villages, and the accounts that make, check and decide a plan."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from jingzhun.policy.roles import Role
from jingzhun.web.context import Context
from tests.callers import DISTRICT, OTHER_TOWN, TOWN, api, headers, person
from tests.village import Settled, settle

# Household 1 has an able member, 2 only a weak one, 3 none, 4 is not known; 5 is only surveyed.
PEOPLE = """
村   | 户 | 姓名   | 关系 | 生日       | 性别 | 劳动 | 就读   | 文化程度 | 对象     | 状态
北山 | 1  | 陈明   | 户主 | 1968-03-12 | 男   | 普通 | 非在校 | 初中     | 建档立卡 | 未脱贫
北山 | 1  | 李红   | 妻   | 1970-04-12 | 女   | 弱   | 非在校 | 小学     |          |
北山 | 1  | 陈小   | 女   | 2010-04-12 | 女   | 无   | 小学   | -        |          |
北山 | 2  | 单信   | 户主 | 1962-11-02 | 男   | 弱   | 非在校 | 小学     | 建档立卡 | 未脱贫
北山 | 2  | 单妻   | 妻   | 1963-11-02 | 女   | 丧失 | 非在校 | 小学     |          |
北山 | 3  | 王秀   | 户主 | 1942-01-15 | 女   | 丧失 | 非在校 | 初中     | 建档立卡 | 未脱贫
调青 | 1  | 林国   | 户主 | 1975-06-01 | 男   | 技能 | 非在校 | 高中     | 建档立卡 | 已脱贫
调青 | 1  | 林孙   | 子   | 2000-06-01 | 男   | 普通 | 非在校 | 高中     |          |
调青 | 4  | 吴疑   | 户主 | 1975-06-01 | 男   | -    | 非在校 | 高中     | 建档立卡 | 未脱贫
调青 | 5  | 何摸   | 户主 | 1975-06-01 | 男   | 普通 | 非在校 | 高中     | 摸底对象 | -
调青 | 6  | 清退   | 户主 | 1975-06-01 | 男   | 普通 | 非在校 | 高中     | 建档立卡 | 清退
东简 | 1  | 庄强   | 户主 | 1960-07-02 | 男   | 普通 | 非在校 | 小学     | 建档立卡 | 返贫
东简 | 1  | 庄妻   | 妻   | 1961-07-02 | 女   | 丧失 | 非在校 | 小学     |          |
"""
PLAN = {"start_year": 2016, "end_year": 2018, "snapshot_on": "2018-06-30"}
PNG = b"\x89PNG\r\n\x1a\n" + b"scan" * 8
_KEYS = count()


@dataclass
class Desk:
    """One person at the interface."""

    server: TestClient
    headers: dict[str, str]

    def get(self, path: str, **query: Any) -> Response:
        return self.server.get(f"/api/v1{path}", headers=self.headers, params=query)

    def post(
        self, path: str, body: Any = None, *, rev: int | None = None, key: str = ""
    ) -> Response:
        extra = {"Idempotency-Key": key or f"key-{next(_KEYS)}"}
        if rev is not None:
            extra["If-Match"] = f'"{rev}"'
        return self.server.post(
            f"/api/v1{path}", headers=self.headers | extra, json={} if body is None else body
        )

    def scan(self, content: bytes = PNG) -> str:
        """Upload a scan; return its id."""
        answer = self.server.post(
            "/api/v1/attachments", headers=self.headers, files={"file": ("批复.png", content)}
        )
        assert answer.status_code == 201, answer.text
        return str(answer.json()["id"])

    def step(self, plan: dict[str, Any], action: str, **body: Any) -> Response:
        """Take a step on a plan as it was last read."""
        return self.post(f"/fund-plans/{plan['id']}/steps/{action}", body, rev=plan["rev"])


Desks = Callable[..., Desk]


@pytest.fixture
def village(context: Context) -> Settled:
    return settle(context, PEOPLE)


@pytest.fixture
def desk(context: Context, village: Settled) -> Desks:
    """`desk(Role.FINANCE)` seats a person of that post; `also` gives a second post."""
    server = api(context)

    def seat(role: Role, path: str = DISTRICT, *, name: str = "", also: Role | None = None) -> Desk:
        actor = person(role, path, account_id=name or f"{role}-{path}")
        if also is not None:
            grants = (*actor.grants, *person(also, path).grants)
            actor = type(actor)(actor.id, actor.name, "person", grants, session="s-1")
        return Desk(server, headers(context, actor))

    return seat


@pytest.fixture
def maker(desk: Desks) -> Desk:
    return desk(Role.POVERTY_OFFICE)


@pytest.fixture
def checker(desk: Desks) -> Desk:
    return desk(Role.FINANCE)


@pytest.fixture
def recorder(desk: Desks) -> Desk:
    return desk(Role.LEADER_OFFICE)


@pytest.fixture
def town(desk: Desks) -> Desk:
    return desk(Role.TOWN, TOWN)


@pytest.fixture
def other_town(desk: Desks) -> Desk:
    return desk(Role.TOWN, OTHER_TOWN)


@pytest.fixture
def computed(maker: Desk) -> dict[str, Any]:
    answer = maker.post("/fund-plans", PLAN)
    assert answer.status_code == 201, answer.text
    plan: dict[str, Any] = answer.json()
    return plan


@pytest.fixture
def decided(computed: dict[str, Any], checker: Desk, recorder: Desk) -> dict[str, Any]:
    checked = checker.step(computed, "check").json()
    answer = recorder.step(
        checked, "decide", document_number="湛开办〔2018〕91号", document_on="2018-07-01",
        attachment_id=recorder.scan(),
    )  # fmt: skip
    assert answer.status_code == 200, answer.text
    plan: dict[str, Any] = answer.json()
    return plan
