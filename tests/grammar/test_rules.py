"""The judge asks only what the columns allow, and its words show no protected value."""

from datetime import date

from jingzhun.grammar.facts import Fact, Kind, Protection, Section, Subject
from jingzhun.grammar.parameters import figures_of
from jingzhun.grammar.rules import Context, Judge, Record, Rule, Severity

M = Subject.MEMBER
PHONE = Fact("phone", "电话", M, Kind.TEXT, Section.MEMBER, protection=Protection.SEALED)
WORK = Fact("work", "务工", M, Kind.TEXT, Section.MEMBER)
AGE = Fact("age", "年龄", M, Kind.COUNT)
CONTEXT = Context(date(2018, 6, 30), figures_of(2018))


def short(record: Record, context: Context) -> dict[str, str] | None:
    text = str(record["phone"])
    return {"length": str(len(text))} if len(text) != 11 else None


def too_young(record: Record, context: Context) -> bool:
    return record["age"] == 3


RULES = (
    Rule("A", M, Severity.WARNING, "电话", "{phone}只有{length}位", "试", PHONE, short, PHONE),
    Rule("B", M, Severity.ERROR, "务工", "{age}岁务工“{work}”", "试", WORK, too_young, AGE),
    Rule("C", M, Severity.ERROR, "无", "无", "试"),
)
RECORD: Record = {"phone": "1380013800", "work": "外出", "age": 3}


def found(columns: set[str], record: Record, unread: frozenset[str] = frozenset()) -> list[str]:
    judge = Judge(RULES, (PHONE, WORK, AGE), M, columns)
    return [breach.message for breach in judge.judge(record, CONTEXT, unread)]


def test_messages_mask_sealed_values() -> None:
    assert found({"phone", "work"}, RECORD) == ["********00只有10位", "3岁务工“外出”"]


def test_a_rule_without_its_column_is_not_asked() -> None:
    assert found({"work"}, RECORD) == ["3岁务工“外出”"]


def test_an_unread_cell_is_not_judged_twice() -> None:
    assert found({"phone", "work"}, RECORD, frozenset({"work"})) == ["********00只有10位"]


def test_what_is_not_said_breaks_nothing() -> None:
    assert found({"phone", "work"}, {"phone": None, "work": None, "age": None}) == []


def test_problems_name_a_column_of_another_subject() -> None:
    wrong = Rule("D", Subject.HOUSEHOLD, Severity.ERROR, "", "", "", PHONE, short)
    assert list(wrong.problems()) == ["rule D: phone is not about a household"]
