"""A figure is revised by an order: one person proposes, another confirms, then it is in force."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import count
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from jingzhun.figures import service
from jingzhun.figures.schemas import EffectsOut, ParameterDetail, ParametersOut, RevisionDetail
from jingzhun.policy import parameters
from jingzhun.policy.roles import Role
from jingzhun.web.context import Context
from tests.callers import Moment, api, everything, headers, person, seed_places, stopped

PROPOSAL = {
    "year": 2018, "value": 2_200_000, "basis": "关于调整投入标准的通知",
    "document_number": "湛开办〔2018〕90号",
}  # fmt: skip
_KEYS = count()
Send = Callable[..., Any]


@pytest.fixture
def server(context: Context) -> TestClient:
    seed_places(context)
    return api(context)


@pytest.fixture
def send(context: Context, server: TestClient) -> Send:
    """`send("zhang", path, body)` posts as an officer of that name, reading the version first."""

    def post(name: str, path: str, body: Any = None, role: Role = Role.POVERTY_OFFICE) -> Any:
        own = headers(context, person(role, "/440840/", account_id=name))
        own["Idempotency-Key"] = f"key-{next(_KEYS)}"
        if "/revisions/" in path:
            shown = server.get(f"/api/v1/parameters{path.rsplit('/', 1)[0]}", headers=own)
            own["If-Match"] = shown.headers.get("etag", '"1"')
        return server.post(f"/api/v1/parameters{path}", headers=own, json=body or {})

    return post


@pytest.fixture
def read(context: Context, server: TestClient) -> Send:
    def get(path: str = "", **query: Any) -> Any:
        own = headers(context, person(Role.FINANCE, "/440840/"))
        return server.get(f"/api/v1/parameters{path}", headers=own, params=query).json()

    return get


def in_force(context: Context, year: int, known_at: datetime | None = None) -> object:
    with context.database.read(everything(), now=context.now()) as unit:
        return service.in_force(unit, year, known_at)(parameters.fund_per_head)


def test_declared_figures_hold_until_revised(read: Send) -> None:
    listed = read(year=2026)
    ParametersOut.model_validate(listed)
    standard = next(one for one in listed["items"] if one["slug"] == "fund-per-head")
    assert standard["in_force"]["value"] == 2_000_000
    assert standard["in_force"]["year"] == 2016
    assert standard["clause_quote"]
    split = next(one for one in listed["items"] if one["slug"] == "fund-split")
    assert split["in_force"]["value"] == [60, 30, 5, 5]
    assert [part["title"] for part in split["parts"]] == ["省", "帮扶市", "地级市", "区"]
    early = next(one for one in read(year=2014)["items"] if one["slug"] == "fund-per-head")
    assert early["in_force"] is None


def test_a_second_person_brings_it_into_force(context: Context, send: Send, read: Send) -> None:
    made = send("zhang", "/fund-per-head/revisions", PROPOSAL)
    assert made.status_code == 201
    RevisionDetail.model_validate(made.json())
    assert in_force(context, 2018) == 2_000_000
    assert read("/fund-per-head")["waiting"] == 1
    path = f"/revisions/{made.json()['id']}/confirm"
    own = send("zhang", path)
    assert own.status_code == 409
    assert own.json()["errors"][0]["code"] == "same-person"
    done = send("li", path)
    assert done.json()["state"] == "confirmed"
    assert in_force(context, 2017) == 2_000_000
    assert in_force(context, 2018) == in_force(context, 2026) == 2_200_000
    detail = read("/fund-per-head", year=2019)
    ParameterDetail.model_validate(detail)
    assert detail["in_force"]["basis"] == "关于调整投入标准的通知 湛开办〔2018〕90号"
    assert detail["waiting"] == 0
    assert send("wang", path).status_code == 409


def test_two_posts_are_still_one_person(context: Context, server: TestClient, send: Send) -> None:
    made = send("zhang", "/fund-per-head/revisions", PROPOSAL).json()
    refused = send("zhang", f"/revisions/{made['id']}/confirm", role=Role.LEADER_OFFICE)
    assert refused.json()["errors"][0]["code"] == "same-person"
    assert send("qian", f"/revisions/{made['id']}/confirm", role=Role.FINANCE).status_code == 403


def test_withdrawn_and_declined_orders_change_nothing(context: Context, send: Send) -> None:
    made = send("zhang", "/fund-per-head/revisions", PROPOSAL).json()
    path = f"/revisions/{made['id']}"
    assert send("zhang", f"{path}/withdraw").json()["errors"][0]["code"] == "note-missing"
    assert send("zhang", f"{path}/withdraw", {"note": "填错"}).json()["state"] == "withdrawn"
    again = send("zhang", "/fund-per-head/revisions", PROPOSAL).json()
    declined = send("li", f"/revisions/{again['id']}/decline", {"note": "无此文件"}).json()
    assert declined["state"] == "declined"
    assert in_force(context, 2018) == 2_000_000


def test_one_order_at_a_time_waits(send: Send) -> None:
    assert send("zhang", "/fund-per-head/revisions", PROPOSAL).status_code == 201
    second = send("zhang", "/fund-per-head/revisions", PROPOSAL)
    assert (second.status_code, second.json()["code"]) == (409, "revision-open")
    assert send("zhang", "/fund-per-head/revisions", PROPOSAL | {"year": 2019}).status_code == 201


@pytest.mark.parametrize(
    ("slug", "value"),
    [
        ("fund-per-head", True), ("fund-per-head", [1, 2]), ("fund-per-head", "x"),
        ("fund-split", [60, 40]), ("fund-split", [0, 0, 0, 0]), ("fund-split", 60),
        ("fund-counting-basis", "everybody"), ("weak-labour-counts", 1),
    ],
)  # fmt: skip
def test_values_of_another_kind_are_refused(send: Send, slug: str, value: object) -> None:
    refused = send("zhang", f"/{slug}/revisions", PROPOSAL | {"value": value})
    assert refused.status_code == 422
    assert [one["code"] for one in refused.json()["errors"]] == ["value-of-other-kind"]


@pytest.mark.parametrize(
    ("slug", "value"),
    [
        ("fund-split", [50, 40, 5, 5]), ("fund-counting-basis", "able-persons"),
        ("weak-labour-counts", True), ("schooling-floor", 9_400),
    ],
)  # fmt: skip
def test_every_kind_can_be_revised(read: Send, send: Send, slug: str, value: object) -> None:
    made = send("zhang", f"/{slug}/revisions", PROPOSAL | {"value": value}).json()
    send("li", f"/revisions/{made['id']}/confirm")
    assert read(f"/{slug}", year=2018)["in_force"]["value"] == value


def test_the_last_confirmed_order_of_a_year_counts(context: Context, send: Send) -> None:
    moment: Moment = stopped(context)
    for value in (2_300_000, 2_100_000):
        moment.forward(minutes=1)
        made = send("zhang", "/fund-per-head/revisions", PROPOSAL | {"value": value}).json()
        send("li", f"/revisions/{made['id']}/confirm")
    assert in_force(context, 2018) == 2_100_000
    assert in_force(context, 2018, moment.at - timedelta(seconds=30)) == 2_300_000
    assert in_force(context, 2018, moment.at - timedelta(minutes=5)) == 2_000_000


def test_effects_are_told_before(read: Send) -> None:
    told = read("/elderly-age/effects", year=2018)
    EffectsOut.model_validate(told)
    assert "elderly" in {one["slug"] for one in told["items"]}
    floor = read("/schooling-floor/effects")
    assert {one["kind"] for one in floor["items"]} >= {"indicator"}


def test_a_document_number_is_needed(send: Send) -> None:
    refused = send("zhang", "/fund-per-head/revisions", PROPOSAL | {"document_number": " "})
    assert refused.json()["errors"][0]["code"] == "document-number-missing"
    refused = send("zhang", "/fund-per-head/revisions", PROPOSAL | {"basis": " "})
    assert refused.json()["errors"][0]["code"] == "basis-missing"
    assert send("zhang", "/no-such/revisions", PROPOSAL).status_code == 404


def test_a_confirmed_order_cannot_be_changed(context: Context, send: Send) -> None:
    made = send("zhang", "/fund-per-head/revisions", PROPOSAL).json()
    send("li", f"/revisions/{made['id']}/confirm")
    for statement in (
        "UPDATE figure_revision SET value = '1'",
        "UPDATE figure_revision SET state = 'withdrawn'",
        "DELETE FROM figure_revision",
    ):
        with (
            pytest.raises(DBAPIError, match="frozen"),
            context.database.write(everything(), now=context.now()) as unit,
        ):
            unit.execute(text(statement))
