"""Which columns a roster may have: the stored facts by all their names, and the table's own words.

A household's columns are shared by its rows; a member's belong to one row.
"""

from __future__ import annotations

from jingzhun.grammar.facts import Fact, Protection, Section, Subject
from jingzhun.imports.target import Column
from jingzhun.policy import vocabulary
from jingzhun.policy.vocabulary import derived
from jingzhun.policy.vocabulary import household as household_facts
from jingzhun.policy.vocabulary import income as income_facts
from jingzhun.policy.vocabulary import member as member_facts

ORDINAL, TOWN, VILLAGE, HAMLET = "ordinal", "town", "village", "hamlet"
HOUSEHOLD_NO, SIZE, HEAD_NAME = "household_no", "size", "head_name"

HOUSEHOLD_FACTS = household_facts.STORED
MEMBER_FACTS = member_facts.STORED
INCOME_FACTS = income_facts.STORED

MEMBER_COUNT = derived.member_count

FACTS: dict[str, Fact] = {fact.slug: fact for fact in vocabulary.STORED}

_REQUIRED = frozenset({"name", "id_number", "relation"})
_OF_HOUSEHOLD = ("户信息", "户基本信息", "家庭基本信息", "户主信息")
_OF_MEMBER = ("家庭成员信息", "成员信息", "家庭成员", "成员基本信息", "家庭成员基本信息")


def _own(key: str, title: str, *headings: str, is_required: bool = False) -> Column:
    return Column(key, title, headings, is_required, is_shared=True, groups=_OF_HOUSEHOLD)


def _of(fact: Fact) -> Column:
    # 联系电话 is asked of households and of members; the group heading tells which is meant.
    extra = ("联系电话",) if fact is member_facts.phone else ()
    is_shared = fact.subject is Subject.HOUSEHOLD
    return Column(
        fact.slug,
        fact.title,
        (*fact.aliases, *((fact.official,) if fact.official else ()), *extra),
        is_required=fact.slug in _REQUIRED,
        is_shared=is_shared,
        mask=fact.slug if fact.protection is Protection.SEALED else "",
        groups=_OF_HOUSEHOLD if is_shared else _OF_MEMBER,
        by_year=fact.section is Section.INCOME,
    )


COLUMNS: tuple[Column, ...] = (
    _own(ORDINAL, "序号", "编号", "户序号"),
    _own(TOWN, "街道（镇）", "街道", "镇", "乡镇", "镇街", "镇（街）", "镇（街道）", "乡（镇）"),
    _own(VILLAGE, "行政村", "村", "村委会", "行政村（居委会）", "村（居）委会", "村（社区）"),
    _own(HAMLET, "自然村", "自然村（组）", "村民小组", "村小组"),
    _own(HOUSEHOLD_NO, "户编号", "贫困户编号", "户编码", "AAC001", is_required=True),
    _own(SIZE, "家庭人口", "家庭人口数", "人口数", "人数"),
    _own(HEAD_NAME, "户主姓名"),
    *(_of(fact) for fact in (*HOUSEHOLD_FACTS, *MEMBER_FACTS, *INCOME_FACTS)),
)

BY_KEY: dict[str, Column] = {column.key: column for column in COLUMNS}
