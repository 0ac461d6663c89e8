"""Made-up households, the same in every run. Nobody in them exists: area 440899 was never given."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from jingzhun.grammar.facts import Value
from jingzhun.households.service.bulk import Draft
from jingzhun.kit.id_number import check_character
from jingzhun.places.finding import Place

MEMBERS = 4
SINCE = date(2018, 1, 1)
_SURNAMES = (
    "陈李黄张林王吴梁刘杨郑何蔡周罗谢许庄钟邓莫符叶苏冯肖曾庞洪方韩潘彭卢余邱江赖单仇解区查朴"
)
_GIVEN = (
    "明伟小红国强秀英建华志勇丽芳文海玉珍福生桂兰春梅水养土金木火天保亚妹观日康景炳耀光荣美娟"
    "惠琼少雄永祥世昌德才盛添喜进发财旺胜利和平安宁静雅婷欣怡子轩浩宇俊杰思琪雨涵嘉豪晓燕"
)
_OLDEST, _SPAN = date(1930, 1, 1), 31_000
_PRIME = 7919
_ADULT_ON, _OLD_ON = date(2002, 7, 2), date(1958, 7, 2)


def id_number(serial: int, born_on: date, *, female: bool) -> str:
    """A number no two serials share, as long as fewer than 15 million are made."""
    sequence = serial // _SPAN * 2 + (0 if female else 1)
    start = f"440899{born_on:%Y%m%d}{sequence:03d}"
    return start + check_character(start)


def born(serial: int) -> date:
    """Spread over the years 1930 to 2014; serials of one span have days of their own."""
    return _OLDEST + timedelta(days=serial * _PRIME % _SPAN)


def household_no(village: Place, number: int) -> str:
    """The village's code and a number within it, above those of any sample."""
    return f"{village.code[:12]}{number:06d}"


def name(chance: random.Random) -> str:
    """A surname and one or two characters."""
    return chance.choice(_SURNAMES) + "".join(chance.choices(_GIVEN, k=chance.choice((1, 2, 2))))


def drafts(villages: Sequence[Place], households: int, *, first: int = 0) -> Iterator[Draft]:
    """Households of four, spread evenly over the villages, village by village."""
    chance = random.Random(f"84 {first}")  # noqa: S311 - made up, the same in every run
    per_village = -(-households // len(villages))
    for number in range(first, first + households):
        village = villages[(number - first) // per_village]
        people = [member(chance, number * MEMBERS + place, place) for place in range(MEMBERS)]
        wages = chance.randrange(0, 4_000_000)
        yield Draft(
            household_no(village, number),
            village,
            SINCE,
            _household(chance),
            people,
            incomes={
                2017: {
                    "wage_income_fen": wages, "business_income_fen": chance.randrange(500_000),
                    "property_income_fen": 0, "transfer_income_fen": chance.randrange(300_000),
                    "business_cost_fen": chance.randrange(100_000),
                }
            },
        )  # fmt: skip


def _household(chance: random.Random) -> dict[str, Value]:
    return {
        "registration": "registered",
        "poverty_state": "poor",
        "household_kind": chance.choice(("general", "dibao_poor", "wubao_poor")),
        "main_cause": str(chance.randint(1, 13)),
        "contact_phone": f"1{chance.randrange(3, 9)}{chance.randrange(10**9):09d}",
        "has_toilet": chance.random() < 0.8,
        "is_house_dangerous": chance.random() < 0.1,
        "is_water_safe": chance.random() < 0.9,
    }


def member(chance: random.Random, serial: int, place: int) -> Mapping[str, Value]:
    """One person; the first of a household is its head."""
    born_on, female = born(serial), chance.random() < 0.5
    is_adult, is_old = born_on <= _ADULT_ON, born_on <= _OLD_ON
    is_able = is_adult and not is_old and chance.random() < 0.85
    return {
        "name": name(chance),
        "id_kind": "01",
        "id_number": id_number(serial, born_on, female=female),
        "relation": ("01", "02", "03", "04")[place],
        "sex": "2" if female else "1",
        "born_on": born_on.isoformat(),
        "education": chance.choice(("02", "03", "04")),
        "student_status": "01" if is_adult else "03",
        "health": ",01," if chance.random() < 0.8 else ",02,",
        "labour": None if chance.random() < 0.02 else ("01" if is_able else "04"),
        "wants_work": chance.random() < 0.3 if is_able else False,
        "insured_medical_resident": chance.random() < 0.97,
        "insured_pension_resident": chance.random() < 0.9,
        "draws_pension": is_old and chance.random() < 0.95,
        "receives_allowance": chance.random() < 0.2,
        "receives_destitute_support": chance.random() < 0.03,
        "speaks_mandarin": chance.random() < 0.7,
    }
