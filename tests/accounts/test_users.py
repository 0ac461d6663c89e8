"""What a system administrator does with accounts, and what nobody may do."""

from __future__ import annotations

from typing import Any

import pytest

from jingzhun.policy.roles import POSTS, Role
from tests.accounts.conftest import Server
from tests.callers import DISTRICT, OTHER_TOWN, TOWN, headers, headers_for, person


def created(server: Server, username: str = "lin", role: str = "town", path: str = TOWN) -> Any:
    body = {
        "username": username,
        "name": "林小明",
        "roles": [{"role": role, "place_id": server.places[path]}],
    }
    return server.client.post("/api/v1/users", json=body, headers=server.admin)


def village(server: Server) -> str:
    return next(path for path in sorted(server.places) if path.startswith(TOWN) and path != TOWN)


def test_a_new_account_has_its_password_shown_once(server: Server) -> None:
    answer = created(server)
    assert answer.status_code == 201
    made = answer.json()
    assert answer.headers["etag"] == '"1"'
    assert answer.headers["location"] == f"/api/v1/users/{made['id']}"
    read = server.client.get(answer.headers["location"], headers=server.admin)
    assert "one_time_password" not in read.json()
    assert read.json()["must_change_password"] is True
    assert read.json()["roles"][0]["place"]["name"] == "东山街道"
    assert server.log_in("lin", made["one_time_password"]).status_code == 200
    (entry,) = server.entries("account.create")
    assert made["one_time_password"] not in str(entry)
    assert "街道（镇）·东山街道" in entry["after"]
    assert entry["place_path"] == TOWN


def test_a_user_name_is_taken_once(server: Server) -> None:
    created(server)
    answer = created(server)
    assert (answer.status_code, answer.json()["code"]) == (409, "username-taken")
    assert answer.json()["errors"][0]["pointer"] == "/username"


@pytest.mark.parametrize("username", ["Lin", "li", "1in", "lin dong", "林小明", "a" * 33, "lin;--"])
def test_user_names_are_plain(server: Server, username: str) -> None:
    answer = created(server, username)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "/username"


@pytest.mark.parametrize("role", list(Role))
def test_a_role_stands_only_at_its_kind_of_place(server: Server, role: Role) -> None:
    paths = {"district": DISTRICT, "town": TOWN, "village": village(server)}
    for number, (level, path) in enumerate(paths.items()):
        answer = created(server, f"user-{number}", role, path)
        if level in POSTS[role].levels:
            assert answer.status_code == 201
        else:
            assert answer.status_code == 422
            assert answer.json()["errors"][0]["pointer"] == "/roles/0/place_id"


def test_administrators_hold_no_other_post(server: Server) -> None:
    district = server.places[DISTRICT]
    for pair in (("system-admin", "audit-admin"), ("audit-admin", "poverty-office")):
        body = {
            "username": "lin",
            "name": "林",
            "roles": [{"role": role, "place_id": district} for role in pair],
        }
        answer = server.client.post("/api/v1/users", json=body, headers=server.admin)
        assert answer.json()["errors"][0]["code"] == "administrators-apart"


def test_a_post_at_no_place_or_twice_is_refused(server: Server) -> None:
    town = {"role": "town", "place_id": server.places[TOWN]}
    for roles in ([town, town], [town | {"place_id": "nowhere"}], []):
        body = {"username": "lin", "name": "林", "roles": roles}
        answer = server.client.post("/api/v1/users", json=body, headers=server.admin)
        assert answer.status_code == 422


def test_a_change_names_the_version_it_was_made_from(server: Server) -> None:
    url = f"/api/v1/users/{created(server).json()['id']}"
    body = {"name": "林大明"}
    assert server.client.patch(url, json=body, headers=server.admin).status_code == 428
    stale = server.admin | {"If-Match": '"7"'}
    assert server.client.patch(url, json=body, headers=stale).status_code == 412
    fresh = server.admin | {"If-Match": '"1"'}
    answer = server.client.patch(url, json=body, headers=fresh)
    assert answer.json()["name"] == "林大明"
    assert answer.headers["etag"] == '"2"'
    (entry,) = server.entries("account.update")
    assert '"林小明"' in entry["before"]
    assert '"林大明"' in entry["after"]


def test_new_posts_hold_with_the_next_token_and_void_the_old(server: Server) -> None:
    account_id = server.account("lin")
    old = server.bearer("lin")
    url = f"/api/v1/users/{account_id}"
    roles = [{"role": "town", "place_id": server.places[OTHER_TOWN]}]
    change = server.admin | {"If-Match": "*"}
    assert server.client.patch(url, json={"roles": roles}, headers=change).status_code == 200
    assert server.client.get("/api/v1/me", headers=old).status_code == 401
    renewed = server.client.post("/api/v1/auth/refresh").json()["access_token"]
    me = server.client.get("/api/v1/me", headers={"Authorization": f"Bearer {renewed}"})
    assert me.json()["place"]["name"] == "东简街道"


def test_disable_and_enable(server: Server) -> None:
    account_id = server.account("lin")
    bearer = server.bearer("lin")
    url = f"/api/v1/users/{account_id}"
    reason = {"reason": "调离岗位"}
    disabled = server.client.post(f"{url}/disable", json=reason, headers=server.admin)
    assert disabled.json()["state"] == "disabled"
    assert server.client.get("/api/v1/me", headers=bearer).status_code == 401
    assert server.log_in("lin").status_code == 401
    again = server.client.post(f"{url}/disable", json=reason, headers=server.admin)
    assert again.json()["code"] == "already-disabled"
    enabled = server.client.post(f"{url}/enable", json=reason, headers=server.admin)
    assert enabled.json()["state"] == "active"
    assert server.client.get("/api/v1/me", headers=bearer).status_code == 401
    assert server.log_in("lin").status_code == 200
    assert server.client.post(f"{url}/enable", json={}, headers=server.admin).status_code == 409
    assert server.entries("account.disable")[0]["reason"] == "调离岗位"


def test_a_reset_password_is_one_time_and_ends_every_session(server: Server) -> None:
    account_id = server.account("lin")
    bearer = server.bearer("lin")
    for _ in range(5):
        server.log_in("lin", "wrong")
    url = f"/api/v1/users/{account_id}/reset-password"
    made = server.client.post(url, json={}, headers=server.admin).json()
    assert server.client.get("/api/v1/me", headers=bearer).status_code == 401
    assert server.client.post("/api/v1/auth/refresh").status_code == 401
    answer = server.log_in("lin", made["one_time_password"])
    assert answer.json()["must_change_password"] is True
    assert made["one_time_password"] not in str(server.entries("account.reset-password"))


def test_nobody_changes_disables_or_resets_the_own_account(server: Server) -> None:
    account_id = server.account("root", Role.SYSTEM_ADMIN, DISTRICT)
    server.account("second", Role.SYSTEM_ADMIN, DISTRICT)
    mine = server.bearer("root") | {"If-Match": "*"}
    url = f"/api/v1/users/{account_id}"
    roles = [{"role": "poverty-office", "place_id": server.places[DISTRICT]}]
    answers = [
        server.client.patch(url, json={"roles": roles}, headers=mine),
        server.client.post(f"{url}/disable", json={}, headers=mine),
        server.client.post(f"{url}/reset-password", json={}, headers=mine),
    ]
    assert [answer.json()["code"] for answer in answers] == ["own-account"] * 3
    name = server.client.patch(url, json={"name": "新名"}, headers=mine)
    assert name.status_code == 200


def test_the_last_system_administrator_stays(server: Server) -> None:
    first = server.account("first", Role.SYSTEM_ADMIN, DISTRICT)
    url = f"/api/v1/users/{first}"
    other = server.admin | {"If-Match": "*"}
    roles = [{"role": "audit-admin", "place_id": server.places[DISTRICT]}]
    for answer in (
        server.client.post(f"{url}/disable", json={}, headers=other),
        server.client.patch(url, json={"roles": roles}, headers=other),
    ):
        assert (answer.status_code, answer.json()["code"]) == (409, "last-administrator")
    second = server.account("second", Role.SYSTEM_ADMIN, DISTRICT)
    assert server.client.post(f"{url}/disable", json={}, headers=other).status_code == 200
    last = server.client.post(f"/api/v1/users/{second}/disable", json={}, headers=other)
    assert last.json()["code"] == "last-administrator"


def test_the_list_filters_sorts_and_counts(server: Server) -> None:
    for number in range(5):
        server.account(f"town-{number}")
    server.account("office", Role.POVERTY_OFFICE, DISTRICT)
    server.account("other", Role.TOWN, OTHER_TOWN)

    def usernames(query: str) -> tuple[list[str], int]:
        page = server.client.get(f"/api/v1/users?{query}", headers=server.admin).json()
        return [item["username"] for item in page["items"]], page["total"]

    assert usernames("page_size=3&page=2&sort=-username") == (["town-1", "town-0", "other"], 7)
    assert usernames("role=poverty-office") == (["office"], 1)
    assert usernames(f"place_id={server.places[OTHER_TOWN]}") == (["other"], 1)
    assert usernames(f"place_id={server.places[TOWN]}&state=active")[1] == 5
    for _ in range(5):
        server.log_in("town-3", "wrong")
    assert usernames("state=locked") == (["town-3"], 1)
    assert usernames("state=disabled") == ([], 0)
    everybody = usernames("page=1")[1]
    waiting = usernames("must_change_password=true")[1]
    assert waiting + usernames("must_change_password=false")[1] == everybody


def test_people_are_searched_by_body_and_never_by_address(server: Server) -> None:
    server.account("lin")
    server.account("office", Role.POVERTY_OFFICE, DISTRICT)
    body = {"text": "小明", "role": "town"}
    found = server.client.post("/api/v1/users/search", json=body, headers=server.admin).json()
    assert [item["username"] for item in found["items"]] == ["lin"]
    for text, total in (("LI", 1), ("%", 0), ("_", 0), ("off", 1)):
        answer = server.client.post(
            "/api/v1/users/search", json={"text": text}, headers=server.admin
        )
        assert answer.json()["total"] == total
    unknown = server.client.get("/api/v1/users?name=林", headers=server.admin)
    assert unknown.status_code == 422


def test_the_other_administrators_see_accounts_and_change_none(server: Server) -> None:
    account_id = server.account("lin")
    for role in (Role.SECURITY_ADMIN, Role.AUDIT_ADMIN):
        reader = headers_for(server.context, role)
        assert server.client.get("/api/v1/users", headers=reader).json()["total"] == 1
        url = f"/api/v1/users/{account_id}/disable"
        assert server.client.post(url, json={}, headers=reader).status_code == 403


def test_an_administrator_of_elsewhere_finds_nobody(server: Server) -> None:
    account_id = server.account("lin")
    elsewhere = headers(server.context, person(Role.SYSTEM_ADMIN, OTHER_TOWN))
    assert server.client.get("/api/v1/users", headers=elsewhere).json()["total"] == 0
    answer = server.client.get(f"/api/v1/users/{account_id}", headers=elsewhere)
    assert (answer.status_code, answer.json()["code"]) == (404, "account-not-found")


def test_declared_roles_are_listed_with_titles_and_permissions(server: Server) -> None:
    listed = server.client.get("/api/v1/roles", headers=server.admin).json()
    by_role = {item["role"]: item for item in listed["items"]}
    assert set(by_role) == set(map(str, Role))
    assert by_role["finance"]["title"] == "区财政局"
    assert "users:manage" not in listed["client_scopes"]
