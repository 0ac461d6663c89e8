"""A roster's spelling of a place finds the one meant, or names all that fit."""

from __future__ import annotations

import pytest

from jingzhun.kit.unit import Unit
from jingzhun.places import service
from jingzhun.places.finding import PlaceIndex
from jingzhun.places.repository import read_index
from jingzhun.web.context import Context
from tests.callers import everything, seed_places


@pytest.fixture
def index(context: Context) -> PlaceIndex:
    seed_places(context)
    with context.database.read(everything()) as unit:
        return read_index(unit)


CASES = """
写法               | 级别    | 上级     | 找到
北山村委会         | village |          | 北山村委会
北山村             | village |          | 北山村委会
北山               | village |          | 北山村委会
 北 山 村          | village |          | 北山村委会
北山村民委员会     | village |          | 北山村委会
奄里村委会         | village |          | 庵里村委会
庵里               | village |          | 庵里村委会
蔚律村             | village |          | 蔚葎村委会
潭北村委会         | village |          | 谭北村委会
谭北村             | village |          | 谭北村委会
平乐上村社区居委会 | village |          | 平乐上社区居委会
东山街道           | town    |          | 东山街道
东山街道办         | town    |          | 东山街道
东山街道办事处     | town    |          | 东山街道
东山镇             | town    |          | 东山街道
东山               | town    |          | 东山街道
硇洲               | town    |          | 硇洲镇
440811170207       |         |          | 北山村委会
440811070207       |         |          | 北山村委会
440811070          | town    |          | 东山街道
440811170000       | town    |          | 东山街道
东山居委会         |         | 东山街道 | 东山居委会
北山村             | village | 民安街道 | -
火星村委会         | village |          | -
"""


@pytest.mark.parametrize("line", CASES.strip().splitlines()[1:])
def test_spelling(index: PlaceIndex, line: str) -> None:
    text, kind, above, expected = (cell.strip() for cell in line.split("|"))
    parent = index.find_place(above, kind="town").place if above else None
    match = index.find_place(text, parent, kind or None)
    assert (match.place.name if match.place else "-") == expected


def test_an_ambiguous_word_names_every_place_it_may_mean(index: PlaceIndex) -> None:
    match = index.find_place("东山")
    assert match.place is None
    assert match.is_ambiguous
    assert {place.name for place in match.candidates} == {"东山街道", "东山居委会"}


def test_places_above(index: PlaceIndex) -> None:
    village = index.find_place("北山村", kind="village").place
    assert village is not None
    town, county = index.above(village, "town"), index.above(village, "county")
    assert town is not None
    assert (town.name, county and county.name) == ("东山街道", "湛江经济技术开发区")


def make_hamlets(unit: Unit, *names: str) -> dict[tuple[str, str], str]:
    village = read_index(unit).find_place("北山村", kind="village").place
    assert village is not None
    found = service.add_hamlets(unit, [(village, name) for name in names])
    return {key: place.id for key, place in found.items()}


def test_hamlets_of_a_roster_are_made_once_and_wait_for_a_confirmation(context: Context) -> None:
    seed_places(context)
    with context.database.write(everything()) as unit:
        first = make_hamlets(unit, "新村", "坡头", "新村")
    with context.database.write(everything()) as unit:
        again = make_hamlets(unit, "坡头", " 新 村", "下村")
        index = read_index(unit)
    names = {name for _, name in first}
    assert names == {"新村", "坡头"}
    assert {name: place for (_, name), place in again.items()}["坡头"] in first.values()
    hamlets = [place for place in index.places.values() if place.kind == "hamlet"]
    assert len(hamlets) == 3
    assert not any(hamlet.is_confirmed for hamlet in hamlets)
    assert len({hamlet.path for hamlet in hamlets}) == 3


def test_seeding_twice_changes_nothing(context: Context) -> None:
    assert len(seed_places(context)) == 57
    with context.database.write(everything()) as unit:
        assert service.seed(unit) == 0
