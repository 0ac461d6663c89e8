"""The journal over HTTP: who may read it, filters, scope, head and proof."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from jingzhun.journal.schemas import EntryPage
from jingzhun.kit.unit import Entry
from jingzhun.policy.codes import POVERTY_CAUSE, RELATION
from jingzhun.policy.roles import Permission, Role
from jingzhun.web.context import Context
from tests.callers import (
    DISTRICT,
    OTHER_TOWN,
    TOWN,
    Moment,
    api,
    everything,
    headers,
    headers_for,
    stopped,
)
from tests.conftest import actor_with

URL = "/api/v1/audit"


class Journal:
    """A server whose journal the test fills."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.clock: Moment = stopped(context)
        self.server: TestClient = api(context)

    @property
    def reader(self) -> dict[str, str]:
        """The headers of an audit administrator, good at the present moment."""
        return headers_for(self.context, Role.AUDIT_ADMIN, DISTRICT)

    def note(self, action: str = "household.update", **values: Any) -> None:
        content: dict[str, Any] = {"subject": "household", "subject_id": "h-1", "summary": "修改"}
        with self.context.database.write(everything(), now=self.clock()) as unit:
            unit.note(Entry(action, **(content | values)))

    def page(self, query: str = "", url: str = URL) -> dict[str, Any]:
        answer = self.server.get(f"{url}?{query}", headers=self.reader)
        assert answer.status_code == 200, answer.text
        EntryPage.model_validate_json(answer.content)
        return dict(answer.json())

    def actions(self, query: str = "") -> list[str]:
        return [item["action"] for item in self.page(query)["items"]]


@pytest.fixture
def journal(context: Context) -> Journal:
    return Journal(context)


def test_an_entry_says_who_when_where_what_before_and_after(journal: Journal) -> None:
    journal.note(before={"phone": "139****0001"}, after={"phone": "139****0002"}, reason="更正",
                 place_path=TOWN)  # fmt: skip
    (item,) = journal.page()["items"]
    assert item.pop("id")
    assert item == {
        "seq": 1,
        "happened_at": "2018-07-02T03:00:00.000Z",
        "actor_id": "system",
        "actor_name": "test",
        "actor_roles": ["system"],
        "address": "",
        "request_id": "",
        "action": "household.update",
        "subject": "household",
        "subject_id": "h-1",
        "place_path": TOWN,
        "summary": "修改",
        "reason": "更正",
        "before": {"phone": "139****0001"},
        "after": {"phone": "139****0002"},
        "titles": {"phone": "本人联系电话"},
    }


def test_filters(journal: Journal) -> None:
    journal.note("account.create", subject="account", subject_id="a-1", place_path=DISTRICT)
    journal.note("household.update", place_path=TOWN)
    journal.note("household.reveal", is_access=True, place_path=TOWN)
    journal.clock.forward(days=1)
    journal.note("household.update", subject_id="h-2", place_path=OTHER_TOWN)
    both = ["household.update", "household.update"]
    assert journal.actions("action=household.update") == both
    assert journal.actions("action=household") == both
    assert journal.actions("action=house") == []
    assert journal.actions("subject=account&subject_id=a-1") == ["account.create"]
    assert journal.actions(f"place_path={TOWN}") == ["household.update"]
    assert journal.actions("actor_id=nobody") == []
    assert len(journal.actions("actor_id=system")) == 3
    assert journal.actions("from=2018-07-03") == ["household.update"]
    assert len(journal.actions("to=2018-07-02")) == 2
    assert len(journal.actions("from=2018-07-02&to=2018-07-03")) == 3
    page = journal.page("page=2&page_size=2")
    assert (len(page["items"]), page["total"]) == (1, 3)


def test_days_are_the_districts(journal: Journal) -> None:
    journal.clock.forward(hours=12, minutes=59)
    journal.note()
    journal.clock.forward(minutes=2)
    journal.note()
    assert len(journal.actions("from=2018-07-02&to=2018-07-02")) == 1
    assert len(journal.actions("from=2018-07-03&to=2018-07-03")) == 1
    assert len(journal.actions("to=9999-12-31")) == 2


@pytest.mark.parametrize(
    "query", ["name=x", "action=A!", "from=gestern", "page=0", "page_size=201", "place_path=x",
              "from=2018-07-03&to=2018-07-02"]
)  # fmt: skip
def test_what_the_list_does_not_know_is_refused(journal: Journal, query: str) -> None:
    answer = journal.server.get(f"{URL}?{query}", headers=journal.reader)
    assert answer.status_code == 422


def test_reads_in_clear_stand_apart(journal: Journal) -> None:
    journal.note()
    journal.note("household.reveal", is_access=True, reason="核对身份证", place_path=TOWN)
    (item,) = journal.page(url=f"{URL}/access")["items"]
    assert (item["action"], item["reason"]) == ("household.reveal", "核对身份证")
    assert journal.actions() == ["household.update"]
    single = journal.server.get(f"{URL}/{item['id']}", headers=journal.reader)
    assert single.status_code == 404


def test_entries_are_scoped_by_place_and_countywide_ones_are_the_districts(
    journal: Journal,
) -> None:
    journal.note("a.town", place_path=TOWN)
    journal.note("a.other", place_path=OTHER_TOWN)
    journal.note("a.everywhere")
    assert len(journal.actions()) == 3
    town = actor_with(Permission.JOURNAL_READ, path=TOWN)
    context = journal.context
    context.verify = lambda _token: town
    page = journal.server.get(URL, headers=headers(context, town)).json()
    assert [item["action"] for item in page["items"]] == ["a.town"]
    assert page["total"] == 1


def test_the_head_is_exported_and_printed(journal: Journal) -> None:
    empty = journal.server.get(f"{URL}/head", headers=journal.reader).json()
    assert empty == {"seq": 0, "hash": "0" * 64, "happened_at": None}
    journal.note()
    head = journal.server.get(f"{URL}/head", headers=journal.reader).json()
    assert (head["seq"], len(head["hash"])) == (1, 64)
    assert head["happened_at"] == "2018-07-02T03:00:00.000Z"
    plain = journal.reader | {"Accept": "text/plain"}
    sheet = journal.server.get(f"{URL}/head", headers=plain)
    assert sheet.headers["content-type"] == "text/plain; charset=utf-8"
    assert head["hash"] in sheet.text
    assert "条数：1" in sheet.text


def test_the_proof_takes_a_kept_head(journal: Journal) -> None:
    journal.note()
    journal.note()
    url = f"{URL}/verify"
    proof = journal.server.post(url, json={}, headers=journal.reader).json()
    assert (proof["is_whole"], proof["checked"], proof["fault"]) == (True, 2, None)
    kept = {"seq": 2, "hash": "a" * 64}
    proof = journal.server.post(url, json=kept, headers=journal.reader).json()
    assert proof["is_whole"] is False
    assert "第2条" in proof["fault"]


def test_only_the_audit_administrator_reads_the_journal(journal: Journal) -> None:
    for role in Role:
        expected = 200 if role is Role.AUDIT_ADMIN else 403
        reader = headers_for(journal.context, role, DISTRICT)
        for url in (URL, f"{URL}/access", f"{URL}/head"):
            assert journal.server.get(url, headers=reader).status_code == expected


def test_registry_entries_speak_in_words(journal: Journal) -> None:
    changed = {"main_cause": "8", "members/m-1/relation": "01", "remark": None}
    journal.note(before={"main_cause": "10"}, after=changed)
    entry = journal.page("action=household.update")["items"][0]
    assert entry["before"] == {"main_cause": POVERTY_CAUSE.title("10")}
    assert entry["after"] == {
        "main_cause": POVERTY_CAUSE.title("8"), "members/m-1/relation": RELATION.title("01"), "remark": None,
    }  # fmt: skip
    assert entry["titles"].keys() >= {"main_cause", "relation"}
    journal.note("account.update", subject="account", after={"name": "10"})
    assert journal.page("subject=account")["items"][0]["titles"] == {}
