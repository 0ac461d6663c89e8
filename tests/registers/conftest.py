"""Two towns with people at the edges of the registers, as of 2018-07-02."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from fastapi.testclient import TestClient

from jingzhun.policy.roles import Role
from jingzhun.web.context import Context
from tests.callers import api, headers_for
from tests.village import Settled, settle

# 张正 turns sixty on the day itself, 李早 the day after; 无名 has no day of birth on record.
CERTIFICATE = "44089919400101001143"
PEOPLE = f"""
村   | 户 | 姓名   | 关系 | 生日       | 性别 | 劳动 | 就读   | 健康 | 特困 | 对象     | 残疾证号 | 务工状况 | 务工所在省
北山 | 1  | 张正   | 户主 | 1958-07-02 | 男   | 普通 | 非在校 | 健康 | 否   | 建档立卡 | - | - | -
北山 | 1  | 李早   | 妻   | 1958-07-03 | 女   | 普通 | 非在校 | 健康 | 否   |          | - | - | -
北山 | 2  | =1+1   | 户主 | 1940-01-01 | 男   | 无   | 非在校 | 残疾 | 是   | 建档立卡 | {CERTIFICATE} | - | -
北山 | 3  | 无名   | 户主 | -          | 男   | -    | 非在校 | 健康 | -    | 建档立卡 | - | - | -
调青 | 1  | 何摸底 | 户主 | 1930-01-01 | 男   | 无   | 非在校 | 健康 | 是   | 摸底对象 | - | - | -
东简 | 1  | 庄远   | 户主 | 1945-01-01 | 女   | 无   | 非在校 | 健康 | 否   | 建档立卡 | - | 省内县外务工 | 440000
"""


@pytest.fixture
def village(context: Context) -> Settled:
    return settle(context, PEOPLE)


@pytest.fixture
def server(context: Context, village: Settled) -> TestClient:
    del village
    return api(context)


@pytest.fixture
def asks(context: Context, server: TestClient) -> Callable[..., Any]:
    """Ask as a role; the answer's JSON, once it is 200."""

    def ask(url: str, role: str = Role.POVERTY_OFFICE, path: str = "/440840/", **query: str) -> Any:
        answer = server.get(f"/api/v1{url}", params=query, headers=headers_for(context, role, path))
        assert answer.status_code == 200, answer.text
        return answer.json()

    return ask
