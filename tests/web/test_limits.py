"""Rates: a bucket each, said in the answer, refused with the time to come back."""

from __future__ import annotations

from jingzhun.kit.settings import Settings
from jingzhun.policy.roles import Role
from jingzhun.web.context import Context
from jingzhun.web.limits import REMEMBERED, Bucket, Limits
from tests.callers import api, headers, headers_for, person


class Ticks:
    def __init__(self) -> None:
        self.at = 0.0

    def __call__(self) -> float:
        return self.at


def test_a_bucket_empties_and_fills_again() -> None:
    ticks = Ticks()
    bucket = Bucket("caller", 60, ticks=ticks)
    assert all(bucket.take("a").granted for _ in range(60))
    refused = bucket.take("a")
    assert (refused.granted, refused.left, refused.seconds) == (False, 0, 1)
    ticks.at = 2.0
    assert [bucket.take("a").granted for _ in range(3)] == [True, True, False]
    ticks.at = 1e6
    assert sum(bucket.take("a").granted for _ in range(100)) == 60


def test_a_slow_bucket_says_how_long_to_wait() -> None:
    bucket = Bucket("login", 2, ticks=Ticks())
    assert [bucket.take("a").granted for _ in range(2)] == [True, True]
    assert bucket.take("a").seconds == 30


def test_one_caller_does_not_use_up_anothers_turns() -> None:
    bucket = Bucket("caller", 1, ticks=Ticks())
    assert bucket.take("a").granted
    assert bucket.take("b").granted
    assert not bucket.take("a").granted


def test_memory_is_bounded() -> None:
    bucket = Bucket("caller", 1, ticks=Ticks())
    for number in range(REMEMBERED + 10):
        bucket.take(str(number))
    assert len(bucket._levels) == REMEMBERED


def slowed(context: Context, **rates: int) -> None:
    context.limits = Limits(Settings(data_dir=context.settings.data_dir, **rates))  # type: ignore[arg-type]


def test_a_caller_over_its_rate_gets_429_and_others_do_not(context: Context) -> None:
    slowed(context, rate_per_minute=2)
    server = api(context)
    town, other = (
        headers_for(context, Role.SYSTEM_ADMIN),
        headers(context, person(Role.SYSTEM_ADMIN, "/440840/", account_id="b")),
    )
    answers = [server.get("/api/v1/roles", headers=town) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert answers[0].headers["ratelimit-policy"] == '"caller";q=2;w=60'
    assert answers[0].headers["ratelimit"].startswith('"caller";r=1;t=')
    last = answers[-1]
    assert last.headers["retry-after"] == "30"
    assert last.headers["content-type"] == "application/problem+json"
    assert last.json()["code"] == "too-many-requests"
    assert server.get("/api/v1/roles", headers=other).status_code == 200


def test_logins_from_one_address_are_paced(context: Context) -> None:
    slowed(context, login_rate_per_minute=2)
    server = api(context)
    body = {"username": "nobody", "password": "x"}
    answers = [server.post("/api/v1/auth/login", json=body).status_code for _ in range(3)]
    assert answers == [401, 401, 429]
    refused = server.post("/oauth2/token", data={"grant_type": "client_credentials"})
    assert refused.status_code == 429
