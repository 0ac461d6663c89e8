"""Every route × role × place × machine scope: who may call what, asked of the running server.

Nothing is listed by hand but the routes open to everybody and the two kinds of routes without a
permission; a new package is covered by being registered, and fails here if it declares nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from fastapi.testclient import TestClient

from jingzhun.kit.actor import Actor, Grant
from jingzhun.kit.settings import Settings
from jingzhun.main import create_app, make_context
from jingzhun.policy.roles import CLIENT_SCOPES, POSTS, Level, Permission, Role
from jingzhun.web import claims, contract
from jingzhun.web.context import Context
from jingzhun.web.guard import Guard
from jingzhun.web.limits import Limits
from tests import callers
from tests.conftest import NOW
from tests.scopes import assert_out_of_scope, assert_stays_in_town

# Open without login, each for its reason. Adding one is a decision to be reviewed here.
OPEN = {
    "POST /api/v1/auth/login": "one logs in here",
    "POST /api/v1/auth/refresh": "the cookie is the credential",
    "GET /api/v1/auth/hints": "the login page of a demonstration",
    "POST /oauth2/token": "machines log in here",
    "GET /.well-known/jwks.json": "public keys",
    "GET /healthz": "liveness",
    "GET /readyz": "readiness",
    "GET /metrics": "figures without persons",
}
# What one does with the own account; a one-time password opens these and nothing else.
OWN = {"GET /api/v1/me", "POST /api/v1/auth/logout", "POST /api/v1/auth/password"}
# No one permission fits: what is shown is judged inside, by what the caller may see.
JUDGED_WITHIN = {
    "GET /api/v1/desk": "each tile needs the permission of its page",
    "GET /api/v1/attachments/{attachment_id}": "whoever may read the record it belongs to",
}
PLACES = {
    Level.DISTRICT: callers.DISTRICT,
    Level.TOWN: callers.TOWN,
    Level.VILLAGE: f"{callers.TOWN}440811070001/",
}
ABSENT = "00000000-0000-7000-8000-000000000000"


@dataclass(frozen=True)
class Route:
    """One method of one path, with what it declares."""

    method: str
    path: str
    guard: Guard | None

    @property
    def name(self) -> str:
        return f"{self.method} {self.path}"

    @property
    def url(self) -> str:
        """The path with ids of records that do not exist."""
        return re.sub(r"\{[^}]+\}", ABSENT, self.path)


def routes_of() -> list[Route]:
    return [Route(*one) for one in contract.guards(callers.application())]


@pytest.fixture
def context(context: Context) -> Context:
    """Without limits: the matrix asks faster than anybody may."""
    context.limits = Limits(Settings(rate_per_minute=10**6, login_rate_per_minute=10**6))
    return context


@pytest.fixture
def routes() -> list[Route]:
    return routes_of()


@pytest.fixture
def server(context: Context) -> TestClient:
    callers.seed_places(context)
    return callers.api(context)


def asked(
    server: TestClient, route: Route, headers: dict[str, str] | None = None
) -> tuple[int, str]:
    """Status and problem code of a request whose content is wrong on purpose."""
    body: dict[str, str] | None = None if route.method == "GET" else {}
    answer = server.request(route.method, route.url, json=body, headers=headers)
    code = answer.json().get("code", "") if answer.headers.get(
        "content-type", ""
    ).startswith("application/problem") else ""  # fmt: skip
    return answer.status_code, code


def guarded(routes: list[Route]) -> list[tuple[Route, str]]:
    return [
        (route, route.guard.permission)
        for route in routes
        if route.guard is not None and route.guard.permission is not None
    ]


def test_every_route_declares_what_it_needs(routes: list[Route]) -> None:
    assert len(routes) > 30
    undeclared = [route.name for route in routes if route.guard is None]
    assert not undeclared, f"declare needs(…), signed_in() or public(): {undeclared}"


def test_routes_open_to_everybody_are_those_that_must_be(routes: list[Route]) -> None:
    public = {route.name for route in routes if route.guard and route.guard.is_public}
    assert public == set(OPEN)


def test_routes_without_a_permission_are_about_the_own_account(routes: list[Route]) -> None:
    without = {
        route.name
        for route in routes
        if route.guard and not route.guard.is_public and route.guard.permission is None
    }
    assert without - set(JUDGED_WITHIN) == OWN
    with_one_time_password = {
        route.name for route in routes if route.guard and route.guard.with_one_time_password
    }
    assert with_one_time_password == OWN


def test_declared_permissions_exist_and_some_role_holds_each(routes: list[Route]) -> None:
    held = {str(permission) for post in POSTS.values() for permission in post.permissions}
    for route, permission in guarded(routes):
        assert permission in {str(one) for one in Permission}, route.name
        assert permission in held, f"{route.name}: nobody may call it"


def test_without_a_token_nothing_opens(server: TestClient, routes: list[Route]) -> None:
    for route in routes:
        if route.guard is not None and not route.guard.is_public:
            assert asked(server, route) == (401, "not-signed-in"), route.name
            for header in ("Bearer x", "Basic eDp5", "bearer", "Token x"):
                status, _ = asked(server, route, {"Authorization": header})
                assert status == 401, route.name


@pytest.mark.parametrize("role", list(Role))
def test_a_role_opens_what_it_permits_and_nothing_else(
    server: TestClient, context: Context, routes: list[Route], role: Role
) -> None:
    post = POSTS[role]
    for level in post.levels:
        headers = callers.headers_for(context, role, PLACES[level])
        for route, permission in guarded(routes):
            status, code = asked(server, route, headers)
            where = f"{route.name} as {role} at {level}: {status} {code}"
            if permission in post.permissions:
                assert status not in (401, 403), where
                assert status < 500, where
            else:
                assert (status, code) == (403, "not-permitted"), where


def test_a_machine_opens_what_its_scope_says_and_nothing_else(
    server: TestClient, context: Context, routes: list[Route]
) -> None:
    everything = set(map(str, Permission))
    for route, permission in guarded(routes):
        alone = callers.headers(context, callers.client(permission))
        others = callers.headers(context, callers.client(*(everything - {permission})))
        status, code = asked(server, route, alone)
        if permission in CLIENT_SCOPES:
            assert status not in (401, 403), f"{route.name}: {status} {code}"
            assert status < 500, route.name
        else:
            assert (status, code) == (403, "not-permitted"), route.name
        assert asked(server, route, others) == (403, "not-permitted"), route.name


def test_a_one_time_password_opens_only_the_own_account(
    server: TestClient, context: Context, routes: list[Route]
) -> None:
    grants = tuple(claims.grant_of(role, callers.DISTRICT) for role in Role)
    actor = Actor("a-1", "新人", "person", grants, session="s-1", must_change_password=True)
    headers = callers.headers(context, actor)
    for route in routes:
        if route.guard is not None and not route.guard.is_public and route.name not in OWN:
            assert asked(server, route, headers) == (403, "password-must-change"), route.name


def test_a_post_nobody_holds_opens_nothing(
    server: TestClient, context: Context, routes: list[Route]
) -> None:
    actor = Actor("a-1", "无岗", "person", (Grant("king", "/", frozenset()),), session="s-1")
    headers = callers.headers(context, actor)
    for route, _ in guarded(routes):
        assert asked(server, route, headers)[0] == 403, route.name


def test_permission_is_asked_before_content_and_existence(
    server: TestClient, context: Context, routes: list[Route]
) -> None:
    """Who may not call learns neither which fields there are nor which records exist."""
    headers = callers.headers(context, callers.person("nobody", callers.DISTRICT))
    for route, _ in guarded(routes):
        url = f"{route.url}?unknown=1"
        answer = server.request(route.method, url, content=b"{}", headers=headers)
        assert answer.status_code == 403, route.name


def test_places_of_another_town_never_appear(server: TestClient, context: Context) -> None:
    places = server.get(
        "/api/v1/places", headers=callers.headers_for(context, Role.POVERTY_OFFICE)
    ).json()["items"]
    own = [place["id"] for place in places if place["path"].startswith(callers.TOWN)]
    foreign = [place["id"] for place in places if place["path"].startswith(callers.OTHER_TOWN)]
    headers = callers.headers_for(context, Role.TOWN, callers.TOWN)
    assert_stays_in_town(server, headers, ["/api/v1/places"], own=own, foreign=foreign)
    assert_out_of_scope(server, headers, [f"/api/v1/places/{place}" for place in foreign])


def test_the_walk_notices_a_route_that_declares_nothing(settings: Settings) -> None:
    app = create_app(make_context(settings, now=lambda: NOW))

    @app.get("/api/v1/forgotten")
    def forgotten() -> None:
        """A route without a guard."""

    found = {path: guard for _, path, guard in contract.guards(app)}
    assert found["/api/v1/forgotten"] is None
