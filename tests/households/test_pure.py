"""Values in three forms, income, tokens: what needs no store."""

from __future__ import annotations

import pytest

from jingzhun.grammar.facts import Value
from jingzhun.households import income, tokens, values
from jingzhun.kit.crypto import Keyring, new_keyring
from jingzhun.policy.vocabulary import household as h
from jingzhun.policy.vocabulary import member as m
from tests.village import id_number


@pytest.fixture(scope="module")
def keys() -> Keyring:
    return new_keyring()


INCOMES = """
工资  | 经营 | 财产 | 转移 | 成本 | 支出 | 人口 | 纯收入 | 可支配 | 人均
10000 | 500  | 0    | 300  | 800  | 200  | 3    | 10000  | 9800   | 3333
1     | 0    | 0    | 0    | 0    | -    | 2    | 1      | -      | 1
0     | 0    | 0    | 0    | 1    | -    | 2    | -1     | -      | -1
100   | 0    | 0    | 0    | 0    | 100  | 3    | 100    | 0      | 33
200   | 0    | 0    | 0    | 0    | -    | 3    | 200    | -      | 67
-     | 0    | 0    | 0    | 0    | 0    | 3    | -      | -      | -
1     | 0    | 0    | 0    | -    | 0    | 3    | -      | -      | -
1     | 0    | 0    | 0    | 0    | 0    | 0    | 1      | 1      | -
"""


@pytest.mark.parametrize("line", INCOMES.strip().splitlines()[1:])
def test_income(line: str) -> None:
    cells = [None if c.strip() == "-" else int(c) for c in line.split("|")]
    amounts = dict(zip((*income.ADDED, income.TAKEN, "transfer_expenditure_fen"), cells,
                       strict=False))  # fmt: skip
    members, net, disposable, per_head = cells[6:]
    assert income.net_income_fen(amounts) == net
    assert income.disposable_income_fen(amounts) == disposable
    assert income.per_head_fen(net, members or 0) == per_head


@pytest.mark.parametrize(
    ("name", "expected"),
    [("陈明伟", "cmw"), ("单雄信", "sxx"), ("区小明", "oxm"), ("曾国", "zg"), ("仇英", "qy"),
     ("解放", "xf"), ("朴正", "pz"), ("查良", "zl")],
)  # fmt: skip
def test_a_surname_is_read_as_a_surname(name: str, expected: str) -> None:
    assert tokens.initials(name) == expected


def test_tokens_tell_no_digits(keys: Keyring) -> None:
    number = id_number("1968-03-12", 7)
    words = tokens.tokens_of(keys, "陈明伟", number, ["13800001234"])
    assert {"n:陈明", "n:明伟", "p:cmw"} <= set(words)
    assert len(words) == 6
    assert not any(number[-4:] in word or "1234" in word for word in words)
    assert tokens.query_tokens(keys, number[-4:])[0][0] in words
    assert tokens.query_tokens(keys, number[-6:].lower())[0][0] in words
    assert tokens.query_tokens(keys, "13800001234")[0][0] in words


RECORD: dict[str, Value] = {
    "household_kind": "general", "other_causes": ",2,3,", "arable_land": 190, "wants_loan": True,
    "contact_phone": "13812345678", "remark": "=1", "exit_year": 2017,
}  # fmt: skip


def test_values_come_back_from_columns(keys: Keyring) -> None:
    empty: dict[str, Value] = {fact.slug: None for fact in h.STORED}
    columns = values.to_columns(h.STORED, empty | RECORD, keys)
    assert columns["arable_land"] == "1.9"
    assert "13812345678" not in str(columns)
    assert values.to_values(h.STORED, columns, keys) == empty | RECORD
    assert values.to_wire(h.other_causes, columns) == ["2", "3"]
    assert values.to_wire(h.contact_phone, columns) == columns["contact_phone_masked"]


def test_the_same_facts_have_the_same_digest_however_sealed(keys: Keyring) -> None:
    empty: dict[str, Value] = {fact.slug: None for fact in h.STORED}
    first, again = (values.to_columns(h.STORED, empty | RECORD, keys) for _ in range(2))
    assert first["contact_phone"] != again["contact_phone"]
    sums = [values.digest(h.STORED, one, keys, "household") for one in (first, again)]
    assert sums[0] == sums[1]
    for slug in RECORD:
        other = first | values.to_columns(h.STORED, {slug: None}, keys)
        assert values.digest(h.STORED, other, keys, "household") != sums[0], slug
    assert values.digest(h.STORED, first, new_keyring(), "household") != sums[0]


def test_birth_and_sex_follow_the_id_but_never_replace_what_is_stated() -> None:
    number = id_number("1968-03-12", 7, female=True)
    found = values.with_identity({"id_number": number, "sex": None, "born_on": None})
    assert (found["sex"], found["born_on"]) == ("2", "1968-03-12")
    assert values.with_identity({"id_number": number, "sex": "1"})["sex"] == "1"
    assert values.with_identity({"id_number": number, "id_kind": "03"}).get("sex") is None


def test_wire_values_are_tidied() -> None:
    assert values.from_wire(h.arable_land, "1.9") == 190
    assert values.from_wire(h.other_causes, ["3", "2", "3"]) == ",2,3,"
    assert values.from_wire(h.other_causes, []) is None
    assert values.from_wire(m.id_number, " 44089919680312123x ") == "44089919680312123X"
    assert values.from_wire(m.name, " 陈 ") == "陈"
