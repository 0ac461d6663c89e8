"""The workbook of a batch holds every number in clear: who takes it is known, and may see them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from jingzhun.journal.models import journal_entry
from jingzhun.policy.roles import Permission, Role
from tests.callers import client, headers, headers_for
from tests.households.roster.conftest import Desk
from tests.households.roster.workbooks import home, workbook

NORTH, SOUTH = "北山村委会", "/440840/440811070/440811070206/"


def book() -> bytes:
    return workbook({NORTH: [home()]})


def take(desk: Desk, batch: str, who: str) -> Any:
    url = f"/api/v1/imports/{batch}/annotated.xlsx"
    return desk.server.get(url, headers=desk.people[who])


def taken(desk: Desk) -> list[Any]:
    return desk.rows(select(journal_entry).where(journal_entry.c.action == "import.download"))


def test_every_download_stands_in_the_access_log(desk: Desk) -> None:
    batch = desk.upload(book(), "team")
    for who in ("team", "town", "office"):
        assert take(desk, batch, who).status_code == 200
    entries = taken(desk)
    assert [one.actor_id.split("@")[0] for one in entries] == [
        "village-team", "town", "poverty-office",
    ]  # fmt: skip
    assert all(one.is_access and one.subject_id == batch for one in entries)
    assert "id_number" in entries[0].after


def test_a_machine_takes_its_own_workbook_and_no_other(desk: Desk) -> None:
    scopes = (Permission.IMPORTS_READ, Permission.IMPORTS_STAGE, Permission.JOBS_READ)
    desk.people["machine"] = headers(desk.context, client(*scopes))
    own, others = desk.upload(book(), "machine"), desk.upload(book(), "town")
    assert take(desk, own, "machine").status_code == 200
    refused = take(desk, others, "machine")
    assert (refused.status_code, refused.json()["code"]) == (403, "not-permitted")
    assert [one.subject_id for one in taken(desk)] == [own]


def test_another_village_finds_none(desk: Desk) -> None:
    desk.people["south"] = headers_for(desk.context, Role.VILLAGE_TEAM, SOUTH)
    assert take(desk, desk.upload(book(), "team"), "south").status_code == 404
    assert taken(desk) == []
