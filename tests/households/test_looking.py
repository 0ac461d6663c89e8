"""Search by every kind of word, and values in clear with their entry in the log."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import text

from jingzhun.households.schemas.search import SearchAnswer
from jingzhun.policy.roles import Role
from jingzhun.web.context import Context
from tests.callers import everything, headers_for
from tests.village import Settled

URL = "/api/v1/households"
Headers = dict[str, str]

WORDS = """
查找             | 找到
陈明伟           | 陈明伟
明伟             | 陈明伟
陈               | 陈明伟 陈小
陈小             | 陈小
cmw              | 陈明伟
SXX              | 单雄信
cm               | 陈明伟
4408110702070001 | 陈明伟
44081107         | 陈明伟 单雄信 王秀 林国 庄强
没有             |
"""


def found(server: TestClient, who: Headers, words: str) -> list[str]:
    answer = server.post(f"{URL}/search", headers=who, json={"text": words})
    assert answer.status_code == 200, answer.text
    model = SearchAnswer.model_validate_json(answer.content)
    assert model.model_dump(mode="json") == answer.json()
    return sorted(str(hit.name) for hit in model.items)


@pytest.mark.parametrize("line", WORDS.strip().splitlines()[1:])
def test_words(server: TestClient, office: Headers, line: str) -> None:
    words, expected = (cell.strip() for cell in line.split("|"))
    assert found(server, office, words) == sorted(expected.split())


def test_digits(server: TestClient, office: Headers, village: Settled) -> None:
    number = village.id_numbers["林国"]
    for words in (number, number[-4:], number[-6:], f" {number[:6]} {number[6:]} "):
        assert found(server, office, words) == ["林国"]
    assert number not in server.post(f"{URL}/search", headers=office, json={"text": number}).text


@pytest.mark.parametrize("words", ["c", "12", "123", "12345"])
def test_too_short(server: TestClient, office: Headers, words: str) -> None:
    answer = server.post(f"{URL}/search", headers=office, json={"text": words})
    assert answer.json()["code"] == "query-too-short"


def test_scope_first(server: TestClient, other_town: Headers, village: Settled) -> None:
    assert found(server, other_town, "陈明伟") == []
    assert found(server, other_town, village.id_numbers["陈明伟"]) == []
    assert found(server, other_town, "4408110702070001") == []
    assert found(server, other_town, "庄强") == ["庄强"]


def test_within_a_place(server: TestClient, office: Headers, village: Settled) -> None:
    body = {"text": "林国", "place": village.villages["北山"]}
    assert server.post(f"{URL}/search", headers=office, json=body).json()["items"] == []


def test_reveal_needs_a_reason_and_is_logged(
    context: Context, server: TestClient, town: Headers, village: Settled
) -> None:
    household, person = village.households["北山1"], village.members["陈明伟"]
    url = f"{URL}/{household}/members/{person}/reveal"
    refused = server.post(url, headers=town, json={"fields": ["id_number"], "reason": ""})
    assert refused.status_code == 422
    body = {"fields": ["id_number"], "reason": "核对养老金"}
    answer = server.post(url, headers=town, json=body)
    assert answer.json() == {"values": {"id_number": village.id_numbers["陈明伟"]}}
    assert answer.headers["cache-control"] == "no-store"
    own = server.post(f"{URL}/{household}/reveal", headers=town,
                      json={"fields": ["contact_phone"], "reason": "上门走访"})  # fmt: skip
    assert own.json() == {"values": {"contact_phone": "13812345678"}}
    with context.database.read(everything()) as unit:
        rows = unit.execute(text(
            "SELECT action, reason, after FROM journal_entry WHERE is_access ORDER BY seq"
        )).all()  # fmt: skip
    assert [tuple(row) for row in rows] == [
        ("member.reveal", "核对养老金", '{"fields":["id_number"]}'),
        ("household.reveal", "上门走访", '{"fields":["contact_phone"]}'),
    ]


def test_reveal_only_where_it_is_permitted(
    context: Context, server: TestClient, other_town: Headers, village: Settled
) -> None:
    household = village.households["北山1"]
    body = {"fields": ["contact_phone"], "reason": "上门走访"}
    assert (
        server.post(f"{URL}/{household}/reveal", headers=other_town, json=body).status_code == 404
    )
    leader = headers_for(context, Role.LEADER)
    assert server.post(f"{URL}/{household}/reveal", headers=leader, json=body).status_code == 403
    empty = server.post(f"{URL}/{village.households['北山2']}/reveal",
                        headers=headers_for(context, Role.POVERTY_OFFICE), json=body)  # fmt: skip
    assert empty.json()["code"] == "nothing-to-reveal"
