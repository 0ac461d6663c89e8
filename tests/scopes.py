"""Rows of another town never appear: one check for every list of every package.

    assert_stays_in_town(client, headers, ["/api/v1/households", …], own=[…], foreign=[…])

`own` and `foreign` are words that stand in the answer if and only if the row does: ids, numbers,
names. `own` must appear in each answer, so that an empty answer proves nothing by accident.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from fastapi.testclient import TestClient


def assert_stays_in_town(
    client: TestClient,
    headers: Mapping[str, str],
    routes: Sequence[str],
    *,
    own: Iterable[str],
    foreign: Iterable[str],
) -> None:
    """Read each list and find all of the own rows and none of the foreign."""
    own, foreign = list(own), list(foreign)
    assert own, "name rows of the own town"
    assert foreign, "name rows of another town"
    for route in routes:
        answer = client.get(route, headers=dict(headers))
        assert answer.status_code == 200, f"{route}: {answer.status_code} {answer.text[:300]}"
        missing = [word for word in own if word not in answer.text]
        assert not missing, f"{route} does not show the own rows {missing}"
        shown = [word for word in foreign if word in answer.text]
        assert not shown, f"{route} shows rows of another town: {shown}"


def assert_out_of_scope(
    client: TestClient, headers: Mapping[str, str], routes: Iterable[str], codes: Sequence[str] = ()
) -> None:
    """Single records of another town are not found, just as records that do not exist."""
    for route in routes:
        answer = client.get(route, headers=dict(headers))
        assert answer.status_code == 404, f"{route}: {answer.status_code}"
        assert not codes or answer.json()["code"] in codes
