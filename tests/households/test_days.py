"""A day or an instant from beyond the calendar is refused as any other wrong value, everywhere."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from jingzhun.policy.roles import Role
from jingzhun.web.context import Context
from tests.callers import api, headers_for
from tests.village import Settled

READS = (
    "/api/v1/households", "/api/v1/households/{id}", "/api/v1/households/{id}/members",
    "/api/v1/registers", "/api/v1/registers/destitute", "/api/v1/registers/destitute/villages",
    "/api/v1/registers/destitute.xlsx", "/api/v1/registers/destitute.csv", "/api/v1/indicators",
)  # fmt: skip
DAYS = ("0001-01-01", "0016-02-29", "1899-12-31", "9999-12-31")
INSTANTS = (
    "0001-01-01T00:00:00+14:00", "0001-01-01T00:00:00", "9999-12-31T23:59:59-12:00",
    "1899-12-31T23:59:59Z",
)  # fmt: skip


@pytest.fixture
def server(context: Context) -> TestClient:
    return api(context)


@pytest.mark.parametrize("path", READS)
def test_no_read_breaks_on_a_day_beyond_the_calendar(
    context: Context, server: TestClient, village: Settled, path: str
) -> None:
    url = path.format(id=next(iter(village.households.values())))
    who = headers_for(context, Role.POVERTY_OFFICE)
    asked = [{"at": day} for day in DAYS] + [{"known_at": at} for at in INSTANTS]
    for query in asked:
        answer = server.get(url, params=query, headers=who)
        assert answer.status_code == 422, query
        assert answer.json()["errors"][0]["code"] == "day_out_of_range"
    assert server.get(url, params={"at": "1900-01-01"}, headers=who).status_code in {200, 404}
    assert server.get(url, params={"known_at": "2018-07-02T03:00:00"}, headers=who).is_success


def test_nor_does_the_list_of_changes_or_the_journal(
    context: Context, server: TestClient, village: Settled
) -> None:
    del village
    office, audit = (headers_for(context, role) for role in (Role.POVERTY_OFFICE, Role.AUDIT_ADMIN))
    for at in INSTANTS:
        answer = server.get("/api/v1/households", params={"changed_since": at}, headers=office)
        assert answer.status_code == 422
    for day in DAYS[:3]:
        assert server.get("/api/v1/audit", params={"from": day}, headers=audit).status_code == 422


@pytest.mark.parametrize("day", DAYS[:3])
def test_no_household_is_entered_from_such_a_day(
    context: Context, server: TestClient, village: Settled, day: str
) -> None:
    who = headers_for(context, Role.POVERTY_OFFICE) | {"If-Match": "*"}
    head = {"name": "甲", "relation": "01", "sex": "1"}
    made = {
        "household_no": "OLD-1", "village_id": village.villages["北山"],
        "facts": {"household_kind": "general", "main_cause": "1"}, "members": [head],
    }  # fmt: skip
    export = {"subject": "member", "at": day}
    plan = {"start_year": 2016, "end_year": 2018, "snapshot_on": day}
    for number, (path, body) in enumerate((
        ("households", made | {"valid_from": day}),
        ("households", made | {"members": [head | {"born_on": day}]}),
        ("households/export", export),
        ("fund-plans", plan),
    )):  # fmt: skip
        keyed = who | {"Idempotency-Key": f"old-{number}"}
        answer = server.post(f"/api/v1/{path}", json=body, headers=keyed)
        assert (answer.status_code, answer.json()["code"]) == (422, "invalid"), path
