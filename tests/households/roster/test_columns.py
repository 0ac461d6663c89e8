"""What operators say of headings holds in the whole county, so it never unsays a declaration."""

from __future__ import annotations

import pytest

from tests.households.roster.conftest import Desk
from tests.households.roster.workbooks import home, workbook

NORTH = "北山村委会"
NUMBER = str(home().members[0]["证件号码"])


def book(**shared: str) -> bytes:
    return workbook({NORTH: [home(**shared)]}, more=tuple(shared))


@pytest.mark.parametrize("key", ["remark", "bank_name", None])
def test_a_village_turns_no_number_into_open_text_for_others(desk: Desk, key: str | None) -> None:
    batch = desk.upload(book(家里电话="13812345678"), "team")
    answer = desk.put(f"/{batch}/columns", {"mapping": {"证件号码": key}}, "team", 422)
    assert answer["code"] == "column-is-known"
    assert "证件号码" in answer["detail"]
    other = desk.upload(book(), "office")
    columns = desk.batch(other)["sheets"][0]["columns"]
    assert [one["key"] for one in columns if one["heading"] == "证件号码"] == ["id_number"]
    assert NUMBER not in str(desk.get(f"/{other}/rows"))


def test_an_answer_may_be_given_anew(desk: Desk) -> None:
    batch = desk.upload(book(家里电话="13812345678"), "team")
    for key in (None, "contact_phone"):
        desk.put(f"/{batch}/columns", {"mapping": {"家里电话": key}}, "team")
    assert desk.batch(batch, "team")["state"] == "checked"
    assert "13812345678" not in str(desk.get(f"/{batch}/rows"))
