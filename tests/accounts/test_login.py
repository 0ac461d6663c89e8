"""Login, lock, own password, one-time passwords, rehash."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from argon2 import PasswordHasher
from sqlalchemy import event

from jingzhun.accounts import passwords
from jingzhun.accounts.models import account, login_attempt
from jingzhun.policy.roles import POSTS, Role
from tests.accounts.conftest import PASSWORD, Server
from tests.callers import DISTRICT, client, everything, headers, headers_for

NEW = "Chunjiang-shuinuan-8"


def test_a_login_gives_a_token_for_ten_minutes_and_a_hidden_cookie(server: Server) -> None:
    server.account("lin")
    answer = server.log_in("  LIN ")
    assert answer.status_code == 200
    assert answer.json()["expires_in"] == 600
    assert answer.json()["must_change_password"] is False
    assert answer.headers["cache-control"] == "no-store"
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("jingzhun=")
    for part in ("HttpOnly", "SameSite=strict", "Path=/api/v1/auth", "Max-Age=43200"):
        assert part in cookie
    assert "access_token" not in cookie


def test_under_tls_the_cookie_is_bound_to_the_host(server: Server) -> None:
    server.account("lin")
    server.context.settings.public_url = "https://jingzhun.example"
    server.context.settings.__dict__.pop("address", None)
    cookie = server.log_in("lin").headers["set-cookie"]
    assert cookie.startswith("__Host-jingzhun=")
    for part in ("Secure", "HttpOnly", "SameSite=strict", "Path=/;"):
        assert part in cookie
    assert "Domain" not in cookie


def test_me(server: Server) -> None:
    account_id = server.account("lin")
    me = server.client.get("/api/v1/me", headers=server.bearer("lin")).json()
    town = server.places["/440840/440811070/"]
    place = {"id": town, "name": "东山街道", "path": "/440840/440811070/"}
    assert me.pop("permissions") == sorted(me_permissions(Role.TOWN))
    assert me == {
        "id": account_id,
        "username": "lin",
        "name": "林小明",
        "roles": [{"role": "town", "title": "街道（镇）", "place": place}],
        "place": place | {"kind": "town"},
        "today": "2018-07-02",
        "must_change_password": False,
    }


def me_permissions(role: Role) -> list[str]:
    return [str(permission) for permission in POSTS[role].permissions]


def test_one_answer_for_unknown_wrong_locked_and_disabled(server: Server) -> None:
    server.account("lin")
    gone = server.account("gone")
    url = f"/api/v1/users/{gone}/disable"
    assert server.client.post(url, json={}, headers=server.admin).status_code == 200
    for _ in range(5):
        server.log_in("locked-unknown", "x")
    answers = [
        server.log_in("nobody", "x"),
        server.log_in("lin", "x"),
        server.log_in("gone", PASSWORD),
        server.log_in("locked-unknown", "x"),
    ]
    shapes = set()
    for answer in answers:
        body = answer.json()
        body.pop("request_id")
        shapes.add((answer.status_code, str(body), answer.headers.get("set-cookie")))
    assert len(shapes) == 1
    assert shapes.pop()[0] == 401


def test_five_failures_lock_for_fifteen_minutes_even_the_right_password(server: Server) -> None:
    server.account("lin")
    for _ in range(5):
        assert server.log_in("lin", "wrong").status_code == 401
    assert server.log_in("lin").status_code == 401
    server.clock.forward(minutes=14, seconds=59)
    assert server.log_in("lin").status_code == 401
    server.clock.forward(seconds=2)
    assert server.log_in("lin").status_code == 200


def test_the_fifth_try_may_be_the_right_one(server: Server) -> None:
    server.account("lin")
    for _ in range(4):
        server.log_in("lin", "wrong")
    assert server.log_in("lin").status_code == 200
    for _ in range(4):
        server.log_in("lin", "wrong")
    assert server.log_in("lin").status_code == 200


def test_guessing_in_parallel_gains_nothing(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.account("lin")
    compared: list[str | None] = []

    def compare(password_hash: str | None, _password: str) -> bool:
        compared.append(password_hash)
        if len(compared) < 20:
            server.log_in("lin", "guess")
        return False

    monkeypatch.setattr(passwords, "matches", compare)
    server.log_in("lin", "guess")
    assert len(compared) == 20
    assert sum(password_hash is not None for password_hash in compared) == 5


def test_a_lock_lifts_by_hand(server: Server) -> None:
    account_id = server.account("lin")
    for _ in range(5):
        server.log_in("lin", "wrong")
    url = f"/api/v1/users/{account_id}"
    locked = server.client.get(url, headers=server.admin).json()
    assert locked["state"] == "locked"
    assert locked["locked_until"] == "2018-07-02T03:15:00.000Z"
    opened = server.client.post(f"{url}/unlock", json={"reason": "本人来电"}, headers=server.admin)
    assert opened.json()["state"] == "active"
    assert server.log_in("lin").status_code == 200
    (entry,) = server.entries("account.unlock")
    assert entry["reason"] == "本人来电"


def test_unknown_names_take_the_same_steps_as_known_ones(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.account("lin")
    real, store = passwords._HASHER.verify, server.context.database
    steps: list[str] = []

    def verify(password_hash: str, password: str) -> bool:
        steps.append(password_hash[:31])
        return real(password_hash, password)

    monkeypatch.setattr(passwords, "_HASHER", SimpleNamespace(
        verify=verify, hash=passwords._HASHER.hash
    ))  # fmt: skip
    passwords._nobodys.cache_clear()
    counted = lambda _connection: steps.append("commit")  # noqa: E731
    event.listen(store.writer, "commit", counted)
    taken: list[list[str]] = []
    for name in ("lin", "nobody", "nobody"):
        server.log_in(name, "wrong")
        taken.append(steps.copy())
        steps.clear()
    event.remove(store.writer, "commit", counted)
    assert taken[0] == ["commit", "$argon2id$v=19$m=19456,t=2,p=1$", "commit"]
    assert taken[1] == taken[2] == taken[0]


def test_logins_are_journalled_and_mistyped_names_are_not(server: Server) -> None:
    account_id = server.account("lin")
    server.log_in("lin")
    server.log_in("lin", "wrong")
    server.log_in("Geheim-getippt-2018", "x")
    (entry,) = server.entries("account.login")
    assert (entry["actor_id"], entry["subject_id"]) == (account_id, account_id)
    assert entry["address"] == "testclient"
    assert entry["place_path"] == "/440840/440811070/"
    wrong, unknown = server.entries("account.login-failed")
    assert (wrong["subject_id"], wrong["actor_id"]) == (account_id, "anonymous")
    assert unknown["subject_id"] == ""
    assert "geheim" not in str(server.entries("account.login-failed")).lower()
    with server.context.database.read(everything()) as unit:
        assert "geheim" not in str(unit.execute(login_attempt.select()).all()).lower()


def test_a_one_time_password_opens_only_the_door_to_a_new_one(server: Server) -> None:
    body = {
        "username": "neu",
        "name": "新人",
        "roles": [{"role": "poverty-office", "place_id": server.places[DISTRICT]}],
    }
    made = server.client.post("/api/v1/users", json=body, headers=server.admin).json()
    first = server.log_in("neu", made["one_time_password"])
    assert first.json()["must_change_password"] is True
    bearer = {"Authorization": f"Bearer {first.json()['access_token']}"}
    assert server.client.get("/api/v1/me", headers=bearer).json()["must_change_password"] is True
    refused = server.client.get("/api/v1/places", headers=bearer)
    assert (refused.status_code, refused.json()["code"]) == (403, "password-must-change")
    change = {"current": made["one_time_password"], "new": NEW}
    answer = server.client.post("/api/v1/auth/password", json=change, headers=bearer)
    assert answer.status_code == 204
    assert server.client.get("/api/v1/me", headers=bearer).status_code == 401
    renewed = server.client.post("/api/v1/auth/refresh").json()
    assert renewed["must_change_password"] is False
    bearer = {"Authorization": f"Bearer {renewed['access_token']}"}
    assert server.client.get("/api/v1/places", headers=bearer).status_code == 200


def test_a_changed_password_ends_other_sessions(server: Server) -> None:
    server.account("lin")
    elsewhere = server.bearer("lin")
    their_cookie = server.client.cookies["jingzhun"]
    server.client.cookies.clear()
    here = server.bearer("lin")
    change = {"current": PASSWORD, "new": NEW}
    answer = server.client.post("/api/v1/auth/password", json=change, headers=here)
    assert answer.status_code == 204
    assert server.client.post("/api/v1/auth/refresh").status_code == 200
    assert server.client.get("/api/v1/me", headers=elsewhere).status_code == 401
    server.client.cookies.clear()
    server.client.cookies.set("jingzhun", their_cookie)
    assert server.client.post("/api/v1/auth/refresh").status_code == 401
    assert server.log_in("lin").status_code == 401
    assert server.log_in("lin", NEW).status_code == 200
    assert len(server.entries("account.password-changed")) == 1


def test_a_stolen_token_does_not_serve_for_guessing_the_password(server: Server) -> None:
    server.account("lin")
    bearer = server.bearer("lin")
    for _ in range(5):
        answer = server.client.post(
            "/api/v1/auth/password", json={"current": "guess", "new": NEW}, headers=bearer
        )
        assert answer.status_code == 422
        assert answer.json()["errors"][0]["pointer"] == "/current"
    right = {"current": PASSWORD, "new": NEW}
    assert server.client.post("/api/v1/auth/password", json=right, headers=bearer).is_error


@pytest.mark.parametrize("new", ["kurz", PASSWORD, "linlinlinlin-2018-X"])
def test_a_weak_or_unchanged_password_is_refused_at_its_field(server: Server, new: str) -> None:
    server.account("lin")
    body = {"current": PASSWORD, "new": new}
    answer = server.client.post("/api/v1/auth/password", json=body, headers=server.bearer("lin"))
    assert answer.status_code == 422
    assert {error["pointer"] for error in answer.json()["errors"]} == {"/new"}


def test_after_ninety_days_the_national_rule_book_asks_for_a_new_one(server: Server) -> None:
    server.account("lin")
    server.clock.forward(days=91)
    assert server.log_in("lin").json()["must_change_password"] is True
    server.context.settings.password_policy = "nist"
    assert server.log_in("lin").json()["must_change_password"] is False


def test_a_hash_of_weaker_figures_is_renewed_at_the_next_login(server: Server) -> None:
    account_id = server.account("lin")
    weak = PasswordHasher(time_cost=1, memory_cost=8192, parallelism=1).hash(PASSWORD)
    mine = account.c.id == account_id
    with server.context.database.write(everything()) as unit:
        unit.execute(account.update().where(mine).values(password_hash=weak))
    assert server.log_in("lin").status_code == 200
    with server.context.database.read(everything()) as unit:
        kept = unit.execute(account.select().where(mine)).one().password_hash
    assert "m=19456,t=2" in kept
    assert server.log_in("lin").status_code == 200


def test_a_machine_has_no_account_of_its_own(server: Server) -> None:
    machine = headers(server.context, client("places:read"))
    assert server.client.get("/api/v1/me", headers=machine).json()["code"] == "persons-only"
    body = {"current": "x", "new": NEW}
    answer = server.client.post("/api/v1/auth/password", json=body, headers=machine)
    assert answer.status_code == 403


def test_an_account_that_vanished_is_nobody(server: Server) -> None:
    ghost = headers_for(server.context, Role.TOWN)
    assert server.client.get("/api/v1/me", headers=ghost).status_code == 403
