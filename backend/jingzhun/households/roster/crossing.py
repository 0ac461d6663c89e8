"""Looks across the households of one file: the same ID, phone or household number twice.

Of two who hold one ID only one is held back: the one whose record fits the number worse, else the
one registered later, which is the higher household number. The other is warned. Never says an ID.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jingzhun.grammar.rules import Rule
from jingzhun.imports.target import Finding
from jingzhun.policy.rules import staging, structure
from jingzhun.policy.rules.identity import HOUSEHOLD as IDENTITY_OF_HOUSEHOLD
from jingzhun.policy.rules.identity import MEMBER as IDENTITY_OF_MEMBER

_SHARED_PHONE = next(rule for rule in IDENTITY_OF_HOUSEHOLD if rule.id == "DQ-041")
ACROSS_HOUSEHOLDS = next(rule for rule in IDENTITY_OF_MEMBER if rule.id == "DQ-001")


@dataclass(slots=True)
class Holder:
    """Who stands where: `name` as read, `written` as in the sheet, `doubts` faults of identity."""

    sheet: str
    row: int
    column: str
    column_index: int
    household_no: str
    group: int
    name: str
    written: str
    place: str
    doubts: int = 0
    order: int = 0

    def told(self) -> str:
        """The holder in words: household, place and name."""
        where = f"{self.place}户编号{self.household_no}" if self.household_no else self.sheet
        return f"{where}的{self.name}" if self.name else where


@dataclass
class Crossing:
    """Collects who holds which key; keys are numbers or their blind indexes."""

    def __post_init__(self) -> None:
        self.people: dict[str, list[Holder]] = defaultdict(list)
        self.phones: dict[str, list[Holder]] = defaultdict(list)
        self.numbers: dict[str, list[Holder]] = defaultdict(list)

    def findings(self) -> Iterator[Finding]:
        """Everything found twice."""
        for holders in self.people.values():
            yield from same_person(holders)
        for holders in self.numbers.values():
            yield from same_number(holders)
        for holders in self.phones.values():
            yield from same_phone(holders)


def same_person(holders: list[Holder]) -> Iterator[Finding]:
    """One ID held by several: one is held back, the others are warned; each names the others."""
    if len(holders) < 2:
        return
    ranked = sorted(holders, key=lambda one: (one.doubts, one.household_no, one.order))
    across = len({one.household_no for one in ranked}) > 1
    for one in ranked[1:]:
        others = _others(ranked, one)
        rule = ACROSS_HOUSEHOLDS if across else structure.DUPLICATE_ID
        yield _finding(rule, one, one.written, other=f"{others}（本行为{one.told()}）")
    first = ranked[0]
    if across or ranked[1].group != first.group:
        yield _finding(staging.SHARED_ID, first, first.written, other=_others(ranked, first))


def _others(holders: Iterable[Holder], one: Holder) -> str:
    return "、".join(other.told() for other in holders if other is not one)


def same_number(holders: list[Holder]) -> Iterator[Finding]:
    """One household number at several places of the file: all but the first are held back."""
    for one in sorted(holders, key=lambda each: each.order)[1:]:
        first = min(holders, key=lambda each: each.order)
        other = f"工作表“{first.sheet}”第{first.row}行（户主{first.name}）"
        yield _finding(
            structure.DUPLICATE_HOUSEHOLD, one, "", value=f"{one.household_no}（户主{one.name}）",
            other=other,
        )  # fmt: skip


def same_phone(holders: list[Holder]) -> Iterator[Finding]:
    """One phone of several households: a warning at all but the first."""
    if len({one.household_no for one in holders}) < 2:
        return
    first = holders[0]
    for one in holders[1:]:
        if one.household_no != first.household_no:
            yield _finding(_SHARED_PHONE, one, one.written, phone="这一电话", other=first.told())


def _finding(rule: Rule, one: Holder, member: str, **words: str) -> Finding:
    return Finding(
        rule.id, rule.severity.value, one.sheet, one.row, one.household_no, member,
        one.column, rule.message({}, {}, **words), one.column_index, one.group,
    )  # fmt: skip
