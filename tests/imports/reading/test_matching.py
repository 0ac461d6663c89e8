"""Headings matched to targets: exactly, loosely, from memory; the rest is reported."""

import pytest

from jingzhun.imports.reading.headings import Column
from jingzhun.imports.reading.matching import Matcher, Target, memory_key, normalised

MATCHER = Matcher(
    [
        Target("town", "街道（镇）", ("乡镇", "所属镇街")),
        Target("name", "姓名", ("成员姓名",)),
        Target("id-number", "证件号码", ("身份证号", "身份证号码")),
        Target("area", "耕地面积（亩）"),
        Target("wage", "工资性收入", by_year=True),
        Target("household-note", "备注", groups=("户信息",)),
        Target("member-note", "备注", groups=("家庭成员信息",)),
    ]
)


def columns(*headings: str | tuple[str, str, int | None]) -> list[Column]:
    return [
        Column(index, heading)
        if isinstance(heading, str)
        else Column(index, heading[0], (heading[1],), heading[2])
        for index, heading in enumerate(headings)
    ]


@pytest.mark.parametrize(
    ("heading", "slug", "how"),
    [
        ("姓名", "name", "exact"),
        (" 姓名 ", "name", "exact"),
        ("姓  名", "name", "normalised"),
        ("姓\n名", "name", "normalised"),
        ("*姓名", "name", "normalised"),
        ("1.姓名", "name", "normalised"),
        ("姓名：", "name", "normalised"),
        ("成员姓名", "name", "alias"),
        ("身份证号码", "id-number", "alias"),
        ("街道(镇)", "town", "normalised"),
        ("街道镇", "town", "normalised"),
        ("耕地面积", "area", "normalised"),
        ("耕地面积(亩)", "area", "normalised"),
        ("耕地面积／亩", "area", "normalised"),
        ("２０１７年工资性收入（元）", "wage", "normalised"),
    ],
)
def test_spellings(heading: str, slug: str, how: str) -> None:
    (match,) = MATCHER.match(columns(heading)).matches
    assert (match.slug, match.how) == (slug, how)
    assert MATCHER.recognises(heading.strip())


def test_every_column_is_somewhere() -> None:
    found = MATCHER.match(columns("姓名", "身份证", "家畜头数", ""))
    assert [match.slug for match in found.matches] == ["name"]
    assert [unknown.column.index for unknown in found.unknown] == [1, 2, 3]
    assert found.unknown[0].suggestions[0][0] == "id-number"
    assert found.unknown[2].suggestions == ()
    assert "id-number" in found.missing


def test_two_columns_that_claim_one_target() -> None:
    found = MATCHER.match(columns("证件号码", "证件号码"))
    assert [(each.slug, len(each.columns)) for each in found.duplicates] == [("id-number", 2)]
    assert not found.matches


def test_the_exact_heading_beats_the_loose_one() -> None:
    found = MATCHER.match(columns("身份证号", "证件号码"))
    assert [match.column.index for match in found.matches] == [1]
    assert [unknown.column.index for unknown in found.unknown] == [0]


def test_one_heading_under_several_groups() -> None:
    found = MATCHER.match(columns(("备注", "户信息", None), ("备注", "家庭成员信息", None)))
    assert [match.slug for match in found.matches] == ["household-note", "member-note"]
    (ambiguous,) = MATCHER.match(columns("备注")).ambiguous
    assert ambiguous.slugs == ("household-note", "member-note")


def test_one_column_for_each_year() -> None:
    found = MATCHER.match(columns(("工资性收入", "2016年", 2016), ("工资性收入", "2017年", 2017)))
    assert [match.column.year for match in found.of("wage")] == [2016, 2017]
    assert MATCHER.match(columns(("工资性收入", "", 2017), ("工资性收入", "", 2017))).duplicates


def test_memory_decides_first() -> None:
    strange, unwanted, note = columns("户口本姓名", "家畜", ("备注", "2017年其他", 2017))
    memory = {memory_key(strange): "name", memory_key(unwanted): None, memory_key(note): "area"}
    found = MATCHER.match([strange, unwanted, note], memory)
    assert [(match.slug, match.how) for match in found.matches] == [
        ("name", "remembered"), ("area", "remembered"),
    ]  # fmt: skip
    assert found.ignored == (unwanted,)
    later = Column(7, "备注", ("2018年其他",), 2018)
    assert memory_key(later) == memory_key(note)


def test_memory_of_a_target_that_is_gone_is_passed_over() -> None:
    (column,) = columns("姓名")
    assert MATCHER.match([column], {memory_key(column): "gone"}).matches[0].slug == "name"


def test_normalised_keeps_words_in_brackets() -> None:
    assert normalised("街道（镇）") == "街道镇"
    assert normalised("住房面积（㎡）") == "住房面积"
    assert normalised("务工时间（月）") == "务工时间"
