"""Two spellings of one hamlet become one, with the households."""

from __future__ import annotations

from fastapi.testclient import TestClient

from jingzhun.places import service as places
from jingzhun.places.repository import read_index
from jingzhun.web.context import Context
from tests.callers import everything
from tests.village import Settled


def test_households_move_along(
    context: Context, server: TestClient, office: dict[str, str], village: Settled
) -> None:
    with context.database.write(everything(), now=context.now()) as unit:
        home = read_index(unit).find_place("北山村", kind="village").place
        assert home is not None
        made = places.add_hamlets(unit, [(home, "新村"), (home, "新屯")])
        new, old = (made[home.id, name].id for name in ("新村", "新屯"))
    url = f"/api/v1/households/{village.households['北山1']}"
    held = office | {"If-Match": server.get(url, headers=office).headers["etag"]}
    moved = server.patch(url, headers=held, json={"hamlet_id": old})
    assert moved.json()["hamlet_name"] == "新屯"
    place = f"/api/v1/places/{old}"
    held = office | {"If-Match": server.get(place, headers=office).headers["etag"]}
    answer = server.post(f"{place}/merge", headers=held, json={"into_id": new})
    assert answer.status_code == 204, answer.text
    assert server.get(url, headers=office).json()["hamlet_name"] == "新村"
    listed = server.get(f"/api/v1/households?place={new}", headers=office).json()
    assert listed["total"] == 1
    with context.database.read(everything()) as unit:
        found = read_index(unit).find_place("新屯", kind="hamlet").place
    assert found is not None
    assert found.id == new
    names = [item["name"] for item in server.get("/api/v1/places", headers=office).json()["items"]]
    assert "新屯" not in names
