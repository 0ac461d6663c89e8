"""The first administrator, demo accounts, and what keeps production from starting."""

from __future__ import annotations

import pytest

from jingzhun.accounts.errors import PlacesMissing
from jingzhun.accounts.service import bootstrap, demo
from jingzhun.policy.roles import POSTS, Role
from jingzhun.web.context import Context
from tests.accounts.conftest import Server
from tests.callers import DISTRICT, TOWN, everything


def make_demo(server: Server) -> list[demo.DemoAccount]:
    with server.context.database.write(everything(), now=server.clock()) as unit:
        return demo.create_demo_accounts(unit)


def test_the_first_administrator_lets_others_in(server: Server) -> None:
    with server.context.database.write(everything(), now=server.clock()) as unit:
        password = bootstrap.first_administrator(unit, "root")
    answer = server.log_in("root", password)
    assert answer.json()["must_change_password"] is True
    bearer = {"Authorization": f"Bearer {answer.json()['access_token']}"}
    change = {"current": password, "new": "Chunjiang-shuinuan-8"}
    server.client.post("/api/v1/auth/password", json=change, headers=bearer)
    headers = server.bearer("root", change["new"])
    body = {
        "username": "lin",
        "name": "林",
        "roles": [{"role": "town", "place_id": server.places[TOWN]}],
    }
    assert server.client.post("/api/v1/users", json=body, headers=headers).status_code == 201


def test_without_places_nobody_can_be_made(context: Context) -> None:
    for make in (lambda unit: bootstrap.first_administrator(unit, "root"),
                 demo.create_demo_accounts):  # fmt: skip
        with pytest.raises(PlacesMissing), context.database.write(everything()) as unit:
            make(unit)


def test_one_demo_account_a_role_and_a_second_town(server: Server) -> None:
    made = make_demo(server)
    assert [one.role_title for one in made[:-1]] == [POSTS[role].title for role in Role]
    by_name = {one.username: one.place_name for one in made}
    assert by_name["demo-town"] == "东山街道"
    assert by_name["demo-town-2"] == "东简街道"
    assert by_name["demo-village-team"] == by_name["demo-village-committee"]
    for one in made:
        assert server.log_in(one.username, one.password).json()["must_change_password"] is False
    assert [one.username for one in make_demo(server)] == [one.username for one in made]
    page = server.client.get("/api/v1/users", headers=server.admin).json()
    assert page["total"] == len(made)


def test_hints_are_given_in_a_demonstration_only_and_never_a_password(server: Server) -> None:
    assert server.client.get("/api/v1/auth/hints").json() == {"demo": True, "accounts": []}
    make_demo(server)
    answer = server.client.get("/api/v1/auth/hints")
    first = {"username": "demo-poverty-office", "role_title": "区扶贫办",
             "place_name": "湛江经济技术开发区"}  # fmt: skip
    assert answer.json()["accounts"][0] == first
    assert demo.PASSWORD not in answer.text
    server.context.settings.mode = "production"
    assert server.client.get("/api/v1/auth/hints").json() == {"demo": False, "accounts": []}


def refusals(server: Server) -> list[str]:
    with server.context.database.read(everything()) as unit:
        return bootstrap.refusals(unit, server.context.settings)


def test_production_refuses_an_empty_store_demo_accounts_and_open_keys(server: Server) -> None:
    assert "还没有任何账号" in refusals(server)[0]
    with server.context.database.write(everything(), now=server.clock()) as unit:
        bootstrap.first_administrator(unit, "root")
    assert refusals(server) == []
    server.context.settings.keys_path.chmod(0o644)
    assert "chmod 600" in refusals(server)[0]
    server.context.settings.keys_path.chmod(0o600)
    make_demo(server)
    (reason,) = refusals(server)
    assert f"{len(Role) + 1}个演示账号" in reason


def test_production_refuses_the_default_password_of_a_database(server: Server) -> None:
    server.account("root", Role.SYSTEM_ADMIN, DISTRICT)
    server.context.settings.database_url = "postgresql+psycopg://postgres:postgres@localhost/x"
    server.context.settings.__dict__.pop("url", None)
    assert any("默认密码" in reason for reason in refusals(server))
