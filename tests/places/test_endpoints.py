"""The tree in scope, dated names, hamlets settled, marks with their document."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from jingzhun.places import service
from jingzhun.places.repository import read_index
from jingzhun.places.schemas import PlaceDetail, PlaceTree
from jingzhun.policy.roles import Role
from jingzhun.web.context import Context
from tests.callers import TOWN, api, everything, headers_for, seed_places

NORTH_HILL = "/440840/440811070/440811070207/"


@pytest.fixture
def places(context: Context) -> dict[str, str]:
    return seed_places(context)


@pytest.fixture
def server(context: Context, places: dict[str, str]) -> TestClient:
    return api(context)


@pytest.fixture
def office(context: Context) -> dict[str, str]:
    return headers_for(context, Role.POVERTY_OFFICE)


def hamlet(context: Context, name: str) -> str:
    with context.database.write(everything(), now=context.now()) as unit:
        village = read_index(unit).find_place("北山村", kind="village").place
        assert village is not None
        return service.add_hamlets(unit, [(village, name)])[village.id, name].id


def test_the_tree_in_one_query_parents_first(server: TestClient, office: dict[str, str]) -> None:
    answer = server.get("/api/v1/places", headers=office)
    tree = PlaceTree.model_validate_json(answer.content)
    seen: set[str] = set()
    for item in tree.items:
        assert item.parent_id is None or item.parent_id in seen
        seen.add(item.id)
    assert [item.kind for item in tree.items].count("village") == 50
    assert PlaceTree.model_validate(answer.json()) == tree


def test_a_town_sees_its_town(context: Context, server: TestClient, places: dict[str, str]) -> None:
    town = headers_for(context, Role.TOWN, TOWN)
    items = server.get("/api/v1/places", headers=town).json()["items"]
    assert items[0]["name"] == "东山街道"
    assert all(item["path"].startswith(TOWN) for item in items)
    outside = places["/440840/440811071/440811071201/"]
    assert server.get(f"/api/v1/places/{outside}", headers=town).status_code == 404


def test_names_and_codes_are_dated(
    server: TestClient, office: dict[str, str], places: dict[str, str]
) -> None:
    place_id = places["/440840/440811071/440811071204/"]
    answer = server.get(f"/api/v1/places/{place_id}", headers=office)
    detail = PlaceDetail.model_validate_json(answer.content)
    official = {(n.name, str(n.valid_from), str(n.valid_to)) for n in detail.names
                if n.kind == "official"}  # fmt: skip
    assert official == {
        ("庵里村委会", "2018-01-01", "None"), ("奄里村委会", "None", "2018-01-01"),
    }  # fmt: skip
    assert {(c.system, c.code) for c in detail.codes} == {
        ("nbs", "440811071204"), ("nbs-2016", "440811171204"),
    }  # fmt: skip


def test_an_unknown_filter_is_refused(server: TestClient, office: dict[str, str]) -> None:
    answer = server.get("/api/v1/places?colour=red", headers=office)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "/colour"


def test_a_hamlet_is_confirmed_with_the_version_that_was_read(
    context: Context, server: TestClient, office: dict[str, str]
) -> None:
    url = f"/api/v1/places/{hamlet(context, '新村')}"
    read = server.get(url, headers=office)
    body = {"is_confirmed": True, "name": "新屋村"}
    assert server.patch(url, headers=office, json=body).status_code == 428
    held = office | {"If-Match": read.headers["etag"]}
    answer = server.patch(url, headers=held, json=body)
    assert (answer.status_code, answer.json()["name"]) == (200, "新屋村")
    assert answer.json()["is_confirmed"]
    assert server.patch(url, headers=held, json=body).status_code == 412
    with context.database.read(everything()) as unit:
        found = read_index(unit).find_place("新村", kind="hamlet").place
    assert found is not None
    assert found.name == "新屋村"


def test_a_village_carries_dated_marks(
    context: Context, server: TestClient, office: dict[str, str], places: dict[str, str]
) -> None:
    url = f"/api/v1/places/{places[NORTH_HILL]}"
    body: dict[str, Any] = {
        "mark": "provincial-poor", "valid_from": "2016-05-01", "document": "粤扶组〔2016〕8号",
    }  # fmt: skip
    answer = server.post(f"{url}/marks", headers=office, json=body)
    assert (answer.status_code, answer.json()["marks"]) == (201, ["provincial-poor"])
    assert server.post(f"{url}/marks", headers=office, json=body).json()["code"] == "mark-overlaps"
    town = headers_for(context, Role.TOWN, TOWN)
    assert server.post(f"{url}/marks", headers=town, json=body).status_code == 403
    mark_id = answer.json()["mark_history"][0]["id"]
    held = office | {"If-Match": answer.headers["etag"]}
    ended = server.patch(f"{url}/marks/{mark_id}", headers=held, json={"valid_to": "2018-01-01"})
    assert ended.json()["marks"] == []
    for day, marks in (("2017-12-31", ["provincial-poor"]), ("2018-01-01", [])):
        items = server.get(f"/api/v1/places?at={day}", headers=office).json()["items"]
        assert [item["marks"] for item in items if item["path"] == NORTH_HILL] == [marks]


def test_only_villages_are_marked(
    server: TestClient, office: dict[str, str], places: dict[str, str]
) -> None:
    body = {"mark": "key-helped", "valid_from": "2016-05-01", "document": "x号"}
    answer = server.post(f"/api/v1/places/{places[TOWN]}/marks", headers=office, json=body)
    assert answer.json()["code"] == "not-a-village"
