"""Settles villages from a table in a docstring, so that a test reads like a case.

    村   | 户 | 姓名  | 关系 | 生日       | 性别 | 劳动 | 就读   | 低保
    北山 | 1  | 陈伯  | 户主 | 1950-01-01 | 男   | 无   | 非在校 | 是

`村` is any name of the division list, `户` a number within it; `-` or an empty cell is not recorded.
Every other heading is a fact by its Chinese title or an alias; a choice is written by its title or
alias. An ID of area 440899 is made from 生日 and 性别 unless `证件` says `-`. Headings of household
facts and incomes are read from the first row of a household.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from jingzhun.grammar.facts import Fact, Kind, Value
from jingzhun.households.service.bulk import Draft, load
from jingzhun.kit.id_number import check_character
from jingzhun.kit.unit import Unit
from jingzhun.places import service as places
from jingzhun.places.repository import read_index
from jingzhun.policy.vocabulary import household as household_facts
from jingzhun.policy.vocabulary import income as income_facts
from jingzhun.policy.vocabulary import member as member_facts
from jingzhun.web.context import Context
from tests.callers import everything

SINCE = date(2018, 1, 1)
_SHORT = {
    "关系": "relation", "生日": "born_on", "劳动": "labour", "就读": "student_status",
    "低保": "receives_allowance", "特困": "receives_destitute_support", "健康": "health",
    "姓名": "name", "性别": "sex", "户类": "household_kind", "原因": "main_cause",
    "对象": "registration", "状态": "poverty_state", "电话": "phone", "户电话": "contact_phone",
    "养老金": "draws_pension", "留守": "left_behind", "工资": "wage_income_fen",
    "经营": "business_income_fen", "财产": "property_income_fen",
    "转移": "transfer_income_fen", "成本": "business_cost_fen", "支出": "transfer_expenditure_fen",
}  # fmt: skip
_FACTS: dict[str, Fact] = {}
for _fact in (*member_facts.STORED, *household_facts.STORED, *income_facts.STORED):
    _FACTS.setdefault(_fact.slug, _fact)
    for _word in (_fact.title, *_fact.aliases):
        _FACTS.setdefault(_word, _fact)
_FACTS |= {short: _FACTS[slug] for short, slug in _SHORT.items()}
_WORDS = {
    "relation": {
        "妻": "02",
        "夫": "02",
        "子": "03",
        "女": "04",
        "孙": "07",
        "父": "11",
        "母": "12",
    },
    "labour": {"普通": "01", "技能": "02", "丧失": "03", "无": "04", "弱": "05"},
    "student_status": {"非在校": "01", "幼儿": "02"},
    "household_kind": {"一般": "general", "低保": "dibao_poor", "特困": "wubao_poor"},
}
_OWN = frozenset({"村", "户", "证件", "年"})


@dataclass
class Settled:
    """What a test refers to: ids by household number within its village, and by name."""

    households: dict[str, str]
    members: dict[str, str]
    villages: dict[str, str]
    id_numbers: dict[str, str]


def id_number(born_on: str, serial: int, *, female: bool = False) -> str:
    """A made-up ID of the area that was never assigned."""
    start = f"440899{born_on.replace('-', '')}{serial * 2 % 998 + (0 if female else 1):03d}"
    return start + check_character(start)


def settle(context: Context, table: str, *, since: date = SINCE, year: int = 2017) -> Settled:
    """Enter the places and the people of the table, registered from `since`."""
    with context.database.write(everything(), now=context.now()) as unit:
        places.seed(unit)
        return settle_in(unit, context, table, since=since, year=year)


def settle_in(
    unit: Unit, context: Context, table: str, *, since: date = SINCE, year: int = 2017
) -> Settled:
    """The same, in a unit that is open."""
    lines = [line for line in table.strip().splitlines() if "|" in line]
    heads, *rows = ([cell.strip() for cell in line.split("|")] for line in lines)
    index, drafts = read_index(unit), {}
    settled = Settled({}, {}, {}, {})
    for serial, cells in enumerate(rows, start=1):
        row = dict(zip(heads, cells, strict=True))
        village = index.find_place(row["村"], kind="village").place
        assert village is not None, row["村"]
        settled.villages[row["村"]] = village.id
        key = f"{row['村']}{row['户']}"
        values = _values(row, serial)
        if key not in drafts:
            registered: dict[str, Value] = {"registration": "registered", "poverty_state": "poor"}
            number = f"{village.code[:12]}{int(row['户']):04d}"
            earned = {f.slug: values[f.slug] for f in income_facts.STORED if f.slug in values}
            drafts[key] = Draft(
                number, village, since, registered | _of(household_facts.STORED, values), [],
                incomes={year: earned} if earned else {},
            )  # fmt: skip
        newcomer = _of(member_facts.STORED, values)
        drafts[key].members = [*drafts[key].members, newcomer]
        settled.id_numbers[row["姓名"]] = str(values.get("id_number"))
    load(unit, context.keys, drafts.values(), "test")
    for key, draft in drafts.items():
        settled.households[key] = draft.id
        for person, member_id in zip(draft.members, draft.member_ids, strict=True):
            settled.members[str(person["name"])] = member_id
    return settled


def _of(facts: Any, values: Mapping[str, Value]) -> dict[str, Value]:
    return {fact.slug: values[fact.slug] for fact in facts if fact.slug in values}


def _values(row: Mapping[str, str], serial: int) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for head, text in row.items():
        if head in _OWN or text in ("-", ""):
            continue
        fact = _FACTS[head]
        values[fact.slug] = _value(fact, text)
    born_on = values.get("born_on")
    if row.get("证件") != "-" and born_on is not None:
        values["id_number"] = row.get("证件") or id_number(
            str(born_on), serial, female=values.get("sex") == "2"
        )
    return values


def _value(fact: Fact, text: str) -> Value:
    match fact.kind:
        case Kind.FLAG:
            return {"是": True, "否": False}[text]
        case Kind.COUNT:
            return int(text)
        case Kind.MONEY:
            return round(float(text) * 100)
        case Kind.DECIMAL:
            return round(float(text) * 100)
        case Kind.MULTI:
            return f",{','.join(sorted(_code(fact, one) for one in text.split('、')))},"
        case Kind.CHOICE:
            return _code(fact, text)
    return text


def _code(fact: Fact, text: str) -> str:
    assert fact.codes is not None
    code = _WORDS.get(fact.slug, {}).get(text) or fact.codes.find_code(text)
    assert code is not None, f"{fact.title}: {text}"
    return code
