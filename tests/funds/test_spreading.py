"""An amount received is spread exactly, by a plan or by weights, and nothing is kept."""

from __future__ import annotations

from typing import Any

import pytest

from jingzhun.funds.schemas.allocation import SpreadOut
from tests.funds.conftest import Desk


def sums_hold(spread: dict[str, Any]) -> bool:
    SpreadOut.model_validate(spread)
    rows, columns = spread["rows"], spread["columns"]
    return (
        sum(row["amount_fen"] for row in rows) == spread["amount_fen"]
        and sum(column["amount_fen"] for column in columns) == spread["amount_fen"]
        and all(sum(c["amount_fen"] for c in row["cells"]) == row["amount_fen"] for row in rows)
        and spread["odd_units"] == sum(c["odd"] for row in rows for c in row["cells"])
    )


@pytest.mark.parametrize("over", ["villages", "towns"])
def test_by_a_plan(maker: Desk, computed: dict[str, Any], over: str) -> None:
    body = {"amount_fen": 10_000_001, "plan_id": computed["id"], "over": over}
    spread = maker.post("/fund-plans/spread", body).json()
    assert sums_hold(spread)
    assert len(spread["rows"]) == (50 if over == "villages" else 6)
    assert [one["title"] for one in spread["columns"]] == ["省", "帮扶市", "地级市", "区"]
    assert maker.get("/fund-plans").json()["total"] == 1


def test_by_weights(maker: Desk) -> None:
    body = {
        "amount_fen": 1_000_000, "rounding": "hundred-yuan",
        "rows": [{"title": "甲", "weight": 1}, {"title": "乙", "weight": 2}, {"title": "丙", "weight": 0}],
        "columns": [{"title": "省", "weight": 6}, {"title": "区", "weight": 1}],
    }  # fmt: skip
    spread = maker.post("/fund-plans/spread", body).json()
    assert sums_hold(spread)
    assert spread["rows"][2]["amount_fen"] == 0
    assert spread["rows"][0]["exact"] == "333333 1/3"
    assert all(c["amount_fen"] % 10_000 == 0 for row in spread["rows"] for c in row["cells"])


def test_what_cannot_be_spread(maker: Desk) -> None:
    zero = [{"title": "甲", "weight": 0}]
    one = [{"title": "乙", "weight": 1}]
    body: dict[str, Any] = {"amount_fen": 100, "rows": zero, "columns": one}
    assert maker.post("/fund-plans/spread", body).json()["code"] == "nothing-to-spread"
    body |= {"rows": one, "rounding": "yuan", "amount_fen": 101}
    assert maker.post("/fund-plans/spread", body).json()["code"] == "not-whole-units"
    missing = maker.post("/fund-plans/spread", {"amount_fen": 1}).json()
    assert {error["pointer"] for error in missing["errors"]} == {"/rows", "/columns"}
    assert maker.post("/fund-plans/spread", {"amount_fen": -1}).status_code == 422
