"""Indicators over HTTP: figures, the unknown apart, villages worst first, and the very people."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from fastapi.testclient import TestClient

from jingzhun.indicators.schemas import BehindOut, IndicatorDetailOut, IndicatorsOut
from jingzhun.kit.database import Database
from jingzhun.policy import CATALOGUE
from jingzhun.policy.roles import Role
from jingzhun.web.context import Context
from tests.callers import OTHER_TOWN, TOWN, api, headers_for
from tests.statements import statements
from tests.village import Settled, settle

# As of 2018-07-02. A pension is due from the month after the sixtieth birthday: 张六 not yet.
PEOPLE = """
村   | 户 | 姓名 | 关系 | 生日       | 性别 | 劳动 | 就读   | 低保 | 特困 | 养老金 | 工资  | 经营 | 财产 | 转移 | 成本
北山 | 1  | 陈领 | 户主 | 1940-01-01 | 男   | 无   | 非在校 | 是   | 否   | 是     | 0     | 0    | 0    | 5000 | 0
北山 | 1  | 陈没 | 妻   | 1941-01-01 | 女   | 无   | 非在校 | 否   | 否   | 否     |       |      |      |      |
北山 | 2  | 陈知 | 户主 | 1942-01-01 | 男   | 无   | 非在校 | 否   | 否   | -      | 0     | 0    | 0    | 5000 | 0
北山 | 3  | 张六 | 户主 | 1958-07-02 | 男   | 普通 | 非在校 | 否   | 否   | 否     | 30000 | 0    | 0    | 0    | 0
北山 | 3  | 张学 | 女   | 2008-01-01 | 女   | 无   | 小学   | 否   | 否   | -      |       |      |      |      |
北山 | 3  | 张辍 | 子   | 2007-01-01 | 男   | 无   | 非在校 | 否   | 否   | -      |       |      |      |      |
调青 | 1  | 何有 | 户主 | 1945-01-01 | 男   | 无   | 非在校 | 是   | 否   | 是     | 0     | 0    | 0    | 5000 | 0
东简 | 1  | 庄没 | 户主 | 1945-01-01 | 女   | 无   | 非在校 | 否   | 否   | 否     | 0     | 0    | 0    | 5000 | 0
"""

Ask = Callable[..., Any]


@pytest.fixture
def village(context: Context) -> Settled:
    return settle(context, PEOPLE)


@pytest.fixture
def server(context: Context, village: Settled) -> TestClient:
    del village
    return api(context)


@pytest.fixture
def asks(context: Context, server: TestClient) -> Ask:
    def ask(url: str, role: str = Role.POVERTY_OFFICE, path: str = "/440840/", **query: str) -> Any:
        answer = server.get(f"/api/v1{url}", params=query, headers=headers_for(context, role, path))
        assert answer.status_code == 200, answer.text
        return answer.json()

    return ask


FIGURES = ("numerator", "denominator", "unknown", "missing", "rate_bp", "is_met")


@pytest.mark.parametrize(
    ("slug", "expected"),
    [
        # Five are due; one of them is silent about it, and two do not draw it.
        ("pension-coverage", (2, 5, 1, 2, 4000, False)),
        # Nine and ten on 31 August or eleven: one goes to school.
        ("compulsory-schooling", (1, 2, 0, 1, 5000, False)),
        # Households without an able member: two of four have somebody who draws an allowance.
        ("no-labour-covered", (2, 4, 0, 2, 5000, False)),
        # Counted by heads: the one able household of three earns 10,000 yuan a head.
        ("income-above-line", (3, 3, 0, 0, 10000, True)),
    ],
)
def test_figures(asks: Ask, slug: str, expected: tuple[object, ...]) -> None:
    listed = asks("/indicators")
    IndicatorsOut.model_validate(listed)
    (one,) = [each for each in listed["items"] if each["slug"] == slug]
    assert tuple(one[name] for name in FIGURES) == expected


def test_every_figure_is_its_villages_together(asks: Ask) -> None:
    for one in asks("/indicators")["items"]:
        detail = asks(f"/indicators/{one['slug']}")
        IndicatorDetailOut.model_validate(detail)
        assert detail["indicator"] == one
        for name in ("numerator", "denominator", "unknown", "missing"):
            assert sum(row[name] for row in detail["villages"]) == one[name], one["slug"]


def test_the_very_people_stand_behind_every_figure(asks: Ask) -> None:
    for indicator in CATALOGUE.indicators:
        one = asks(f"/indicators/{indicator.slug}")["indicator"]
        counted = "member" if one["of"] == "member" else "household"
        for which in ("numerator", "missing", "unknown"):
            page = asks(f"/indicators/{indicator.slug}/{which}")
            BehindOut.model_validate(page)
            if which != "numerator" or counted == "member":
                assert page["total"] == one[which], (indicator.slug, which)
            assert all(row["household_id"] for row in page["items"])


@pytest.mark.parametrize(
    ("which", "names"),
    [("numerator", ["何有", "陈领"]), ("missing", ["庄没", "陈没"]), ("unknown", ["陈知"])],
)
def test_who_stands_behind_the_pensions(asks: Ask, which: str, names: list[str]) -> None:
    page = asks(f"/indicators/pension-coverage/{which}")
    assert sorted(row["name"] for row in page["items"]) == sorted(names)


def test_villages_the_worst_first(asks: Ask) -> None:
    villages = asks("/indicators/pension-coverage")["villages"]
    assert [(row["village"], row["rate_bp"]) for row in villages] == [
        ("东简村委会", 0),
        ("北山村委会", 3333),
        ("调青村委会", 10000),
    ]


@pytest.mark.parametrize(
    ("at", "denominator"), [("2018-07-02", 5), ("2018-06-30", 5), ("2017-12-31", 0)]
)
def test_as_of_a_day(asks: Ask, at: str, denominator: int) -> None:
    detail = asks("/indicators/pension-coverage", at=at)
    assert (detail["at"], detail["indicator"]["denominator"]) == (at, denominator)


def test_nobody_concerned_is_no_hundred_percent(asks: Ask) -> None:
    one = asks("/indicators/pension-coverage", at="2017-12-31")["indicator"]
    assert (one["rate_bp"], one["is_met"]) == (None, None)


def test_known_before_anything_was_entered(asks: Ask) -> None:
    one = asks("/indicators/pension-coverage", known_at="2018-07-01T00:00:00Z")["indicator"]
    assert (one["numerator"], one["denominator"], one["unknown"]) == (0, 0, 0)


def test_another_towns_people_never_appear(asks: Ask, village: Settled) -> None:
    detail = asks("/indicators/pension-coverage", Role.TOWN, OTHER_TOWN)
    assert detail["indicator"]["denominator"] == 1
    assert [row["village"] for row in detail["villages"]] == ["东简村委会"]
    for which in ("numerator", "missing", "unknown"):
        page = asks(f"/indicators/pension-coverage/{which}", Role.TOWN, TOWN)
        assert "庄没" not in [row["name"] for row in page["items"]]
    narrowed = asks("/indicators/pension-coverage/missing", place=village.villages["东简"])
    assert [row["name"] for row in narrowed["items"]] == ["庄没"]


@pytest.mark.parametrize("rest", ["", "/pension-coverage", "/pension-coverage/missing"])
def test_a_place_out_of_scope_is_refused(
    context: Context, server: TestClient, village: Settled, rest: str
) -> None:
    answer = server.get(
        f"/api/v1/indicators{rest}",
        params={"place": village.villages["东简"]},
        headers=headers_for(context, Role.TOWN, TOWN),
    )
    assert answer.status_code == 404


@pytest.mark.parametrize(("sort", "first"), [("age", "庄没"), ("-age", "陈没")])
def test_sorted(asks: Ask, sort: str, first: str) -> None:
    page = asks("/indicators/pension-coverage/missing", sort=sort)
    assert page["items"][0]["name"] == first


def test_no_such_indicator_says_so(context: Context, server: TestClient) -> None:
    answer = server.get(
        "/api/v1/indicators/no-such", headers=headers_for(context, Role.POVERTY_OFFICE)
    )
    assert (answer.status_code, answer.json()["code"]) == (404, "unknown-indicator")


@pytest.mark.parametrize(
    "url", ["/indicators", "/indicators/pension-coverage", "/indicators/pension-coverage/missing"]
)
def test_few_statements(database: Database, context: Context, server: TestClient, url: str) -> None:
    headers = headers_for(context, Role.POVERTY_OFFICE)
    with statements(database) as seen:
        assert server.get(f"/api/v1{url}", headers=headers).status_code == 200
    # Figures in force, the last change, one pass over members and one over households.
    assert len(seen) <= (4 if url == "/indicators" else 3), seen
