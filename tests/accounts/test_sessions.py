"""Rotation of refresh tokens: reuse ends the family, two tabs at once do not."""

from __future__ import annotations

from typing import Any

from sqlalchemy import func, select

from jingzhun.accounts.models import login_session, login_token
from tests.accounts.conftest import Server
from tests.callers import everything

REFRESH = "/api/v1/auth/refresh"


def refresh(server: Server, cookie: str | None = None) -> Any:
    if cookie is not None:
        server.client.cookies.clear()
        server.client.cookies.set("jingzhun", cookie)
    return server.client.post(REFRESH)


def cookie_of(server: Server) -> str:
    return str(server.client.cookies["jingzhun"])


def test_each_use_gives_a_new_token_and_the_tokens_are_kept_as_digests(server: Server) -> None:
    server.account("lin")
    server.log_in("lin")
    seen = [cookie_of(server)]
    for _ in range(3):
        assert refresh(server).status_code == 200
        seen.append(cookie_of(server))
    assert len(set(seen)) == 4
    with server.context.database.read(everything()) as unit:
        kept = str(unit.execute(login_token.select()).all())
    assert not any(token in kept for token in seen)


def test_an_old_token_coming_back_ends_the_whole_session(server: Server) -> None:
    server.account("lin")
    bearer = server.bearer("lin")
    stolen = cookie_of(server)
    refresh(server)
    current = cookie_of(server)
    server.clock.forward(seconds=11)
    assert refresh(server, stolen).status_code == 401
    assert refresh(server, current).status_code == 401
    assert server.client.get("/api/v1/me", headers=bearer).status_code == 401
    (entry,) = server.entries("account.token-reused")
    assert "再次使用" in entry["summary"]


def test_the_second_of_two_tabs_gets_a_token_but_no_cookie(server: Server) -> None:
    server.account("lin")
    server.log_in("lin")
    shared = cookie_of(server)
    refresh(server)
    current = cookie_of(server)
    server.clock.forward(seconds=1)
    second = refresh(server, shared)
    assert second.status_code == 200
    assert "set-cookie" not in second.headers
    assert refresh(server, current).status_code == 200


def test_a_session_ends_after_its_hours_however_often_it_was_renewed(server: Server) -> None:
    server.account("lin")
    server.log_in("lin")
    for _ in range(11):
        server.clock.forward(hours=1)
        assert refresh(server).status_code == 200
    server.clock.forward(hours=1)
    assert refresh(server).status_code == 401


def test_no_cookie_a_made_up_one_and_an_access_token_are_refused(server: Server) -> None:
    server.account("lin")
    access = server.log_in("lin").json()["access_token"]
    for cookie in ("", "x", access, "' OR 1=1 --"):
        assert refresh(server, cookie).status_code == 401
    server.client.cookies.clear()
    assert refresh(server).json()["code"] == "session-ended"


def test_logout_ends_session_and_token_and_clears_the_cookie(server: Server) -> None:
    server.account("lin")
    bearer = server.bearer("lin")
    token = cookie_of(server)
    answer = server.client.post("/api/v1/auth/logout", headers=bearer)
    assert answer.status_code == 204
    assert "Max-Age=0" in answer.headers["set-cookie"]
    assert server.client.get("/api/v1/me", headers=bearer).status_code == 401
    assert refresh(server, token).status_code == 401
    assert len(server.entries("account.logout")) == 1


def test_nobody_ends_anothers_session_with_their_cookie(server: Server) -> None:
    server.account("lin")
    server.account("chen")
    server.log_in("chen")
    theirs = cookie_of(server)
    server.client.cookies.clear()
    mine = server.bearer("lin")
    server.client.cookies.clear()
    server.client.cookies.set("jingzhun", theirs)
    server.client.post("/api/v1/auth/logout", headers=mine)
    assert refresh(server, theirs).status_code == 200


def test_a_disabled_person_gets_no_new_token(server: Server) -> None:
    account_id = server.account("lin")
    server.log_in("lin")
    url = f"/api/v1/users/{account_id}/disable"
    server.client.post(url, json={}, headers=server.admin)
    assert refresh(server).status_code == 401


def test_pages_of_other_sites_are_refused(server: Server) -> None:
    server.account("lin")
    server.log_in("lin")
    for site in ("cross-site", "same-site"):
        answer = server.client.post(REFRESH, headers={"Sec-Fetch-Site": site})
        assert (answer.status_code, answer.json()["code"]) == (403, "cross-site")
    same = server.client.post(REFRESH, headers={"Sec-Fetch-Site": "same-origin"})
    assert same.status_code == 200


def test_sessions_that_ended_long_ago_are_forgotten(server: Server) -> None:
    server.account("lin")
    server.log_in("lin")
    server.clock.forward(days=31)
    server.log_in("lin")
    with server.context.database.read(everything()) as unit:
        for table in (login_session, login_token):
            assert unit.execute(select(func.count()).select_from(table)).scalar_one() == 1
