"""Registers over HTTP: who is in, who cannot be told, where one may look, and what a sheet shows."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import Any

import pytest
from fastapi.testclient import TestClient

from jingzhun.kit.database import Database
from jingzhun.policy import CATALOGUE
from jingzhun.policy.roles import Role
from jingzhun.registers.schemas import RegistersOut, VillageCountsOut, rows_model
from jingzhun.web.context import Context
from tests.callers import OTHER_TOWN, TOWN, api, headers_for
from tests.registers.conftest import CERTIFICATE
from tests.statements import statements
from tests.village import Settled

Ask = Callable[..., Any]


def names(page: Any) -> list[str]:
    return sorted(row["name"] for row in page["items"])


@pytest.mark.parametrize(
    ("slug", "which", "expected"),
    [
        ("elderly", "in", ["=1+1", "庄远", "张正"]),
        ("elderly", "unknown", ["无名"]),
        ("labour", "in", ["张正", "李早"]),
        ("labour", "unknown", ["无名"]),
        ("destitute", "in", ["=1+1", "何摸底"]),
        ("destitute", "unknown", ["无名"]),
        ("disabled", "in", ["=1+1"]),
        ("disabled", "unknown", []),
    ],
)
def test_who_is_in_and_who_cannot_be_told(
    asks: Ask, slug: str, which: str, expected: list[str]
) -> None:
    page = asks(f"/registers/{slug}", which=which)
    assert names(page) == sorted(expected)
    assert page["total"] == len(expected)


def test_the_catalogue_counts_what_the_lists_hold(asks: Ask) -> None:
    listed = asks("/registers")
    RegistersOut.model_validate(listed)
    assert [one["slug"] for one in listed["items"]] == [r.slug for r in CATALOGUE.registers]
    for one in listed["items"]:
        held = asks(f"/registers/{one['slug']}")
        unsaid = asks(f"/registers/{one['slug']}", which="unknown")
        assert (held["total"], unsaid["total"]) == (one["count"], one["unknown"]), one["slug"]


def test_a_page_is_what_its_model_says(asks: Ask) -> None:
    for register in CATALOGUE.registers:
        rows_model(register).model_validate(asks(f"/registers/{register.slug}"))


def test_counts_by_village_add_up_and_say_what_the_register_is(asks: Ask) -> None:
    counted = asks("/registers/elderly/villages")
    VillageCountsOut.model_validate(counted)
    assert {row["village"]: (row["count"], row["unknown"]) for row in counted["items"]} == {
        "北山村委会": (2, 1),
        "调青村委会": (0, 0),
        "东简村委会": (1, 0),
    }
    declared = counted["register"]
    assert (declared["slug"], declared["count"], declared["unknown"]) == ("elderly", 3, 1)
    assert declared["help"] == "以截止日周岁计算，生日当天计入"


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2018-07-01", ["=1+1", "庄远"]),
        ("2018-07-02", ["=1+1", "庄远", "张正"]),
        ("2017-12-31", []),
    ],
)
def test_as_of_a_day(asks: Ask, at: str, expected: list[str]) -> None:
    page = asks("/registers/elderly", at=at)
    assert (names(page), page["at"]) == (sorted(expected), at)


def test_as_known_before_anybody_was_entered_is_empty(asks: Ask) -> None:
    page = asks("/registers/elderly", known_at="2018-07-01T00:00:00Z")
    assert page["items"] == []


def test_tomorrow_is_refused(context: Context, server: TestClient) -> None:
    answer = server.get(
        "/api/v1/registers/elderly",
        params={"at": "2018-07-03"},
        headers=headers_for(context, Role.TOWN, TOWN),
    )
    assert (answer.status_code, answer.json()["code"]) == (422, "future-day")


def test_another_towns_people_never_appear(asks: Ask, village: Settled) -> None:
    own = asks("/registers/elderly", Role.TOWN, TOWN)
    assert names(own) == ["=1+1", "张正"]
    other = asks("/registers/elderly", Role.TOWN, OTHER_TOWN)
    assert names(other) == ["庄远"]
    counted = asks("/registers/elderly/villages", Role.TOWN, OTHER_TOWN)
    assert [row["village"] for row in counted["items"]] == ["东简村委会"]
    assert names(asks("/registers/elderly", place=village.villages["东简"])) == ["庄远"]


@pytest.mark.parametrize("suffix", ["", "/villages", ".csv", ".xlsx"])
def test_a_place_out_of_scope_is_refused(
    context: Context, server: TestClient, village: Settled, suffix: str
) -> None:
    answer = server.get(
        f"/api/v1/registers/elderly{suffix}",
        params={"place": village.villages["东简"]},
        headers=headers_for(context, Role.TOWN, TOWN),
    )
    assert answer.status_code == 404
    assert "庄远" not in answer.text


@pytest.mark.parametrize(
    ("sort", "first"), [("age", "张正"), ("-age", "=1+1"), ("-sex,age", "庄远")]
)
def test_sorted(asks: Ask, sort: str, first: str) -> None:
    assert asks("/registers/elderly", sort=sort)["items"][0]["name"] == first


def test_a_column_that_is_not_shown_cannot_sort(context: Context, server: TestClient) -> None:
    answer = server.get(
        "/api/v1/registers/elderly",
        params={"sort": "id_number"},
        headers=headers_for(context, Role.POVERTY_OFFICE),
    )
    assert (answer.status_code, answer.json()["code"]) == (422, "unknown-sort-column")


def test_pages_do_not_overlap(asks: Ask) -> None:
    pages = [asks("/registers/elderly", page=str(n), page_size="1") for n in (1, 2, 3, 4)]
    ids = [row["id"] for page in pages for row in page["items"]]
    assert (len(ids), len(set(ids))) == (3, 3)
    assert {page["total"] for page in pages} == {3}


def _csv(context: Context, server: TestClient, slug: str, **query: str) -> list[dict[str, str]]:
    answer = server.get(
        f"/api/v1/registers/{slug}.csv",
        params=query,
        headers=headers_for(context, Role.POVERTY_OFFICE),
    )
    assert answer.status_code == 200
    assert answer.content.startswith("\ufeff".encode())
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


def test_csv_holds_the_list_in_words_and_no_cell_is_a_formula(
    context: Context, server: TestClient
) -> None:
    rows = {row["姓名"]: row for row in _csv(context, server, "disabled")}
    assert set(rows) == {"'=1+1"}
    assert rows["'=1+1"]["健康状况"] == "残疾"
    assert {r["姓名"] for r in _csv(context, server, "elderly", which="unknown")} == {"无名"}


def test_a_certificate_number_is_masked_everywhere(
    context: Context, server: TestClient, asks: Ask
) -> None:
    (shown,) = [row["disability_certificate"] for row in asks("/registers/disabled")["items"]]
    assert "*" in shown
    assert shown not in ("", CERTIFICATE)
    headers = headers_for(context, Role.POVERTY_OFFICE)
    for suffix in ("", ".csv", ".xlsx"):
        answer = server.get(f"/api/v1/registers/disabled{suffix}", headers=headers)
        assert CERTIFICATE[6:14].encode() not in answer.content


def test_who_may_not_export_may_still_read(context: Context, server: TestClient) -> None:
    headers = headers_for(context, Role.VILLAGE_TEAM, "/440840/440811070/")
    assert server.get("/api/v1/registers/elderly", headers=headers).status_code == 200
    assert server.get("/api/v1/registers/elderly.csv", headers=headers).status_code == 403


@pytest.mark.parametrize(
    ("url", "most"),
    [("/registers", 3), ("/registers/elderly", 3), ("/registers/elderly/villages", 3)],
)
def test_few_statements(
    database: Database, context: Context, server: TestClient, url: str, most: int
) -> None:
    headers = headers_for(context, Role.POVERTY_OFFICE)
    with statements(database) as seen:
        assert server.get(f"/api/v1{url}", headers=headers).status_code == 200
    assert len(seen) <= most, seen


def test_an_empty_registry_counts_nothing(context: Context) -> None:
    answer = api(context).get(
        "/api/v1/registers", headers=headers_for(context, Role.POVERTY_OFFICE)
    )
    assert {(one["count"], one["unknown"]) for one in answer.json()["items"]} == {(0, 0)}


def test_the_catalogue_carries_no_columns_and_a_page_only_the_words_it_uses(
    context: Context, server: TestClient, asks: Ask
) -> None:
    assert all("columns" not in one for one in asks("/registers")["items"])
    declared = asks("/registers/working-away/villages")["register"]
    (province,) = [c for c in declared["columns"] if c["slug"] == "work_province"]
    assert province["choices"] is None
    page = asks("/registers/working-away")
    assert [row["name"] for row in page["items"]] == ["庄远"]
    assert page["words"]["work_province"] == {"440000": "广东省"}
    (row,) = _csv(context, server, "working-away")
    assert "广东省" in row.values()
