"""Predicates have three values, say themselves in Chinese and take the year's figures."""

import pytest

from jingzhun.grammar.clauses import Clause
from jingzhun.grammar.facts import Fact, Kind, Subject, Value, shown
from jingzhun.grammar.parameters import Figure, Parameter, figures_of
from jingzhun.grammar.predicates import Predicate
from jingzhun.policy.codes import LABOUR

AGE = Fact("age", "年龄", Subject.MEMBER, Kind.COUNT, unit="岁")
DRAWS = Fact("draws", "领取养老金", Subject.MEMBER, Kind.FLAG)
SKILL = Fact("skill", "劳动技能", Subject.MEMBER, Kind.CHOICE, codes=LABOUR)
HEALTH = Fact("health", "健康状况", Subject.MEMBER, Kind.MULTI)
CLAUSE = Clause("X-1", "一", "试", "试试试试试试")
LINE = Parameter(
    "line", "起领年龄", Kind.COUNT, CLAUSE, (Figure(2018, 60, "甲"), Figure(2020, 63, "乙"))
)

RECORD: dict[str, Value] = {"age": 60, "draws": True, "skill": "01", "health": ",01,04,"}
NOTHING: dict[str, Value] = dict.fromkeys(RECORD)


@pytest.mark.parametrize(
    ("predicate", "sentence"),
    [
        (AGE >= 60, "年龄≥60岁"),
        (AGE <= 60, "年龄≤60岁"),
        (DRAWS.holds, "领取养老金"),
        (SKILL.equals("01"), "劳动技能为普通劳动力"),
        (SKILL.is_one_of("01", "02"), "劳动技能为普通劳动力或技能劳动力"),
        (HEALTH.includes("04"), "健康状况含04"),
        ((AGE >= 60) & DRAWS.holds, "年龄≥60岁，且领取养老金"),
        ((AGE >= 61) | DRAWS.holds, "（年龄≥61岁，或领取养老金）"),
        (~(AGE >= 61), "不满足“年龄≥61岁”"),
    ],
)
def test_holds_for_the_record_and_is_unknown_for_nothing(
    predicate: Predicate, sentence: str
) -> None:
    assert predicate.verdict(RECORD) is True
    assert (~predicate).verdict(RECORD) is False
    assert predicate.verdict(NOTHING) is None
    assert (~predicate).verdict(NOTHING) is None
    assert predicate.sentence() == sentence


def test_known_is_never_unknown() -> None:
    assert SKILL.is_known.verdict(RECORD) is True
    assert SKILL.is_known.verdict(NOTHING) is False
    assert (~SKILL.is_known).sentence() == "未登记劳动技能"


@pytest.mark.parametrize(
    ("age", "draws", "both", "either"),
    [
        (60, None, None, True),
        (59, None, False, None),
        (None, True, None, True),
        (None, False, False, None),
        (59, False, False, False),
        (60, True, True, True),
    ],
)
def test_no_beats_unknown_in_and_yes_in_or(
    age: int | None, draws: bool | None, both: bool | None, either: bool | None
) -> None:
    values = {"age": age, "draws": draws}
    assert ((AGE >= 60) & DRAWS.holds).verdict(values) is both
    assert ((AGE >= 60) | DRAWS.holds).verdict(values) is either


def test_a_parameter_is_replaced_by_the_figure_in_force() -> None:
    predicate = (AGE >= LINE) & ~DRAWS.equals(value=False)
    assert predicate.parameters() == {LINE}
    assert predicate.sentence().startswith("年龄≥起领年龄")
    at = {"age": 60, "draws": True}
    assert predicate.resolved(figures_of(2019)).verdict(at) is True
    assert predicate.resolved(figures_of(2020)).verdict(at) is False
    assert predicate.resolved(figures_of(2017)).verdict(at) is None


def test_a_word_of_another_kind_is_refused() -> None:
    with pytest.raises(TypeError):
        _ = AGE.holds
    with pytest.raises(TypeError):
        AGE.includes("1")
    with pytest.raises(TypeError):
        (SKILL >= 1).verdict(RECORD)


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        (Kind.MONEY, 123_456, "1234.56"),
        (Kind.MONEY, -50, "-0.5"),
        (Kind.DECIMAL, 10_000, "100"),
        (Kind.FLAG, False, "否"),
        (Kind.COUNT, 0, "0"),
        (Kind.TEXT, None, "空"),
    ],
)
def test_values_are_shown_as_people_write_them(
    kind: Kind, value: bool | int | None, text: str
) -> None:
    assert shown(Fact("x", "某", Subject.MEMBER, kind), value) == text
