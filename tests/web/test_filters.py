"""An unknown filter is refused, never ignored, where a route asks nothing in its address too."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from jingzhun.policy.roles import Role
from jingzhun.web.context import Context
from tests.callers import DISTRICT, api, headers_for
from tests.village import settle

PEOPLE = """
村   | 户 | 姓名 | 关系 | 生日       | 性别
北山 | 1  | 陈明 | 户主 | 1968-03-12 | 男
"""


@pytest.fixture
def server(context: Context) -> TestClient:
    return api(context)


@pytest.mark.parametrize(
    "path",
    ["/me", "/households/{id}/events", "/households/{id}/history", "/households/fields",
     "/households/{id}", "/places", "/registers", "/parameters", "/jobs", "/imports"],
)  # fmt: skip
def test_what_no_route_asks_is_refused(context: Context, server: TestClient, path: str) -> None:
    household = settle(context, PEOPLE).households["北山1"]
    url = f"/api/v1{path}".replace("{id}", household)
    headers = headers_for(context, Role.POVERTY_OFFICE, DISTRICT)
    if path != "/me":
        assert server.get(url, headers=headers).status_code == 200
    answer = server.get(url, params={"colour": "red"}, headers=headers)
    assert answer.status_code == 422, answer.text
    assert answer.json()["code"] in {"unknown-filter", "invalid"}
    assert "red" not in answer.text


def test_commands_take_none_either(context: Context, server: TestClient) -> None:
    headers = headers_for(context, Role.AUDIT_ADMIN, DISTRICT)
    answer = server.post("/api/v1/audit/verify", params={"dry_run": "1"}, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (422, "unknown-filter")
