"""The list: filters, order, pages, cursors, scope, past days, one statement."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from fastapi.testclient import TestClient

from jingzhun.households.schemas.household import HouseholdList
from tests.village import Settled

URL = "/api/v1/households"


def heads(server: TestClient, who: dict[str, str], query: str = "") -> list[str]:
    answer = server.get(f"{URL}?{query}", headers=who)
    assert answer.status_code == 200, answer.text
    return [item["head_name"] for item in answer.json()["items"]]


def test_the_bytes_are_the_model(server: TestClient, office: dict[str, str]) -> None:
    for query in ("page=1&page_size=3", "limit=3", "at=2018-06-01"):
        answer = server.get(f"{URL}?{query}", headers=office)
        model = HouseholdList.model_validate_json(answer.content)
        assert model.model_dump(mode="json") == answer.json()


def test_the_summary(server: TestClient, office: dict[str, str], village: Settled) -> None:
    items = {i["head_name"]: i for i in server.get(URL, headers=office).json()["items"]}
    first = items["陈明伟"]
    assert first["id"] == village.households["北山1"]
    assert (first["member_count"], first["able_count"], first["labour_unknown_count"]) == (3, 1, 0)
    assert (first["net_income_fen"], first["net_income_per_head_fen"]) == (2_000_000, 666_667)
    assert first["village_name"] == "北山村委会"
    assert "13812345678" not in str(items)
    assert (items["王秀"]["able_count"], items["王秀"]["labour_unknown_count"]) == (0, 1)
    assert items["王秀"]["net_income_fen"] is None


FILTERS = """
筛选                                       | 户主
                                           | 陈明伟 单雄信 王秀 林国 庄强
kind=dibao_poor                            | 单雄信
kind=dibao_poor&kind=general&cause=1       | 陈明伟
cause=8&cause=2                            | 单雄信 庄强
state=poor&registration=registered&kind=wubao_poor |
has_able=yes                               | 陈明伟 林国
has_able=no                                | 单雄信 庄强
has_able=unknown                           | 王秀
income_below_fen=600000                    | 庄强
income_from_fen=600000&income_below_fen=3000000 | 陈明伟 单雄信
household_no=4408110702070                 | 陈明伟 单雄信 王秀
changed_since=2018-07-02T03:00:01Z         |
changed_since=2018-07-01T00:00:00Z&cause=1 | 陈明伟
sort=-net_income_per_head_fen              | 林国 陈明伟 单雄信 庄强 王秀
sort=net_income_per_head_fen               | 王秀 庄强 单雄信 陈明伟 林国
sort=-place,-household_no                  | 庄强 王秀 单雄信 陈明伟 林国
sort=member_count,-household_no            | 庄强 王秀 单雄信 林国 陈明伟
"""


@pytest.mark.parametrize("line", FILTERS.strip("\n").splitlines()[1:])
def test_filters_and_order(server: TestClient, office: dict[str, str], line: str) -> None:
    query, expected = (cell.strip() for cell in line.split("|"))
    found = heads(server, office, query)
    if "sort" not in query:
        found.sort(key=["陈明伟", "单雄信", "王秀", "林国", "庄强"].index)
    assert " ".join(found) == expected
    # A cursor goes through the same rows one by one, in the same order.
    rows, cursor = [], ""
    while True:
        answer = server.get(f"{URL}?{query}&limit=1&cursor={cursor}" if cursor else
                            f"{URL}?{query}&limit=1", headers=office).json()  # fmt: skip
        rows += [item["head_name"] for item in answer["items"]]
        cursor = answer["next_cursor"]
        if not cursor:
            break
    assert sorted(rows) == sorted(found)
    assert "sort" not in query or rows == found


def test_pages_and_total(server: TestClient, office: dict[str, str]) -> None:
    answer = server.get(f"{URL}?page=2&page_size=2&sort=household_no", headers=office).json()
    assert (answer["total"], answer["page"], len(answer["items"])) == (5, 2, 2)
    assert answer["next_cursor"] is None


@pytest.mark.parametrize(
    ("query", "pointer"),
    [("colour=red", "/colour"), ("kind=rich", "/kind/0"), ("page_size=201", "/page_size"),
     ("limit=1001", "/limit"), ("sort=id_number", "/sort"), ("has_able=maybe", "/has_able")],
)  # fmt: skip
def test_what_is_not_known_is_refused(
    server: TestClient, office: dict[str, str], query: str, pointer: str
) -> None:
    answer = server.get(f"{URL}?{query}", headers=office)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == pointer


def test_modes_and_cursors_are_not_mixed(server: TestClient, office: dict[str, str]) -> None:
    assert server.get(f"{URL}?page=1&limit=5", headers=office).json()["code"] == "modes-mixed"
    cursor = server.get(f"{URL}?limit=1", headers=office).json()["next_cursor"]
    other = server.get(f"{URL}?limit=1&cause=1&cursor={cursor}", headers=office)
    assert other.json()["code"] == "bad-cursor"
    altered = server.get(f"{URL}?limit=1&cursor=A{cursor[1:]}", headers=office)
    assert altered.json()["code"] == "bad-cursor"


def test_scope(
    server: TestClient, town: dict[str, str], other_town: dict[str, str], village: Settled
) -> None:
    assert set(heads(server, town)) == {"陈明伟", "单雄信", "王秀", "林国"}
    assert heads(server, other_town) == ["庄强"]
    assert server.get(URL, headers=other_town).json()["total"] == 1
    outside = server.get(f"{URL}?place={village.villages['北山']}", headers=other_town)
    assert outside.status_code == 404
    assert len(heads(server, town, f"place={village.villages['北山']}")) == 3


def test_a_day_before_anybody_was_entered(server: TestClient, office: dict[str, str]) -> None:
    assert heads(server, office, "at=2017-12-31") == []
    assert len(heads(server, office, "at=2018-01-01")) == 5
    assert heads(server, office, "known_at=2018-07-01T00:00:00Z") == []
    future = server.get(f"{URL}?at=2018-07-03", headers=office)
    assert future.json()["code"] == "day-in-future"


def test_a_past_day_says_the_same_where_nothing_changed(
    server: TestClient, office: dict[str, str]
) -> None:
    now, then = (
        server.get(f"{URL}?{query}", headers=office).json()["items"]
        for query in ("sort=household_no", "sort=household_no&at=2018-07-01")
    )
    assert now == then


def test_statements(server: TestClient, office: dict[str, str], counted: Callable[[], Any],
                    village: Settled) -> None:  # fmt: skip
    place = village.villages["北山"]
    heads(server, office, f"place={place}")
    for query, most in (("page_size=50", 2), ("limit=50", 1), (f"limit=50&place={place}", 1),
                        ("limit=50&at=2018-03-01", 1)):  # fmt: skip
        with counted() as statements:
            heads(server, office, query)
        assert len(statements) <= most, statements
