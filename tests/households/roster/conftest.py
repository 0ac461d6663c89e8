"""A server with the district's places, and callers who may import."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import func, select

from jingzhun.households.models import (
    household,
    household_event,
    household_version,
    income,
    member,
    member_token,
    member_version,
)
from jingzhun.jobs.service import run_one
from jingzhun.policy.roles import Role
from jingzhun.web.context import Context
from tests.callers import DISTRICT, OTHER_TOWN, TOWN, api, everything, headers_for, seed_places

NORTH = "/440840/440811070/440811070207/"
Headers = Mapping[str, str]


@dataclass
class Desk:
    """Uploads, answers and merges as somebody; the checking job is run at once."""

    context: Context
    server: TestClient
    people: dict[str, dict[str, str]]
    _keys: int = field(default=0)

    def key(self) -> dict[str, str]:
        self._keys += 1
        return {"Idempotency-Key": f"key-{self._keys}"}

    def send(self, content: bytes, who: str = "office", **form: Any) -> Any:
        files = {"file": ("花名册.xlsx", content)}
        headers = self.people[who] | self.key()
        return self.server.post("/api/v1/imports", files=files, data=form, headers=headers)

    def run(self) -> None:
        while run_one(self.context):
            pass

    def upload(self, content: bytes, who: str = "office", **form: Any) -> str:
        answer = self.send(content, who, **form)
        assert answer.status_code == 202, answer.text
        self.run()
        return str(answer.json()["id"])

    def get(self, path: str, who: str = "office", status: int = 200, **query: Any) -> Any:
        url = f"/api/v1/imports{path}"
        answer = self.server.get(url, params=query, headers=self.people[who])
        assert answer.status_code == status, answer.text
        return answer.json()

    def batch(self, batch_id: str, who: str = "office") -> Any:
        return self.get(f"/{batch_id}", who)

    def merge(self, batch_id: str, who: str = "office", status: int = 200, **body: Any) -> Any:
        answer = self.server.post(
            f"/api/v1/imports/{batch_id}/merge", json=body, headers=self.people[who] | self.key()
        )
        assert answer.status_code == status, answer.text
        return answer.json()

    def put(self, path: str, body: Any, who: str = "office", status: int = 202) -> Any:
        answer = self.server.put(f"/api/v1/imports{path}", json=body, headers=self.people[who])
        assert answer.status_code == status, answer.text
        self.run()
        return answer.json()

    def correct(
        self, batch_id: str, row: int, heading: str, value: str, *, who: str = "office",
        status: int = 200, sheet: int = 0,
    ) -> Any:  # fmt: skip
        columns = self.batch(batch_id)["sheets"][sheet]["columns"]
        index = next(one["index"] for one in columns if one["heading"] == heading)
        answer = self.server.patch(
            f"/api/v1/imports/{batch_id}/rows/{row}",
            json={"sheet": sheet, "column_index": index, "value": value},
            headers=self.people[who],
        )
        assert answer.status_code == status, answer.text
        return answer.json()

    def counted(self) -> dict[str, int]:
        tables = (household, household_version, member, member_version, income, household_event,
                  member_token)  # fmt: skip
        with self.context.database.read(everything()) as unit:
            return {
                table.name: unit.execute(select(func.count()).select_from(table)).scalar_one()
                for table in tables
            }

    def rows(self, statement: Any) -> list[Any]:
        with self.context.database.read(everything(), now=self.context.now()) as unit:
            return list(unit.execute(statement).all())


@pytest.fixture
def desk(context: Context) -> Desk:
    return desk_of(context)


def desk_of(context: Context) -> Desk:
    seed_places(context)
    people = {
        "office": headers_for(context, Role.POVERTY_OFFICE, DISTRICT),
        "town": headers_for(context, Role.TOWN, TOWN),
        "other town": headers_for(context, Role.TOWN, OTHER_TOWN),
        "team": headers_for(context, Role.VILLAGE_TEAM, NORTH),
        "finance": headers_for(context, Role.FINANCE, DISTRICT),
    }
    return Desk(context, api(context), people)
