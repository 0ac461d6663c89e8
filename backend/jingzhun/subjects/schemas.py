"""Shapes shared by every list of subjects: what is asked, and how a column is shown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from jingzhun.grammar.facts import Fact, Kind, Protection
from jingzhun.web.days import Day, Instant

_SORT = r"^-?[a-z][a-z0-9_]*(,-?[a-z][a-z0-9_]*)*$"
_LARGE_TABLE = 200
IdText = Annotated[str, Field(max_length=36, examples=["0198f0a4-c1d2-7000-8000-3b1f6f0c9a11"])]


class AsOfQuery(BaseModel):
    """Which place, which day, and what was known when."""

    model_config = ConfigDict(extra="forbid")

    place: IdText | None = Field(None, description="地方 id；缺省为您的全部管辖范围")
    at: Day | None = Field(None, description="截止日；缺省为今天", examples=["2018-06-30"])
    known_at: Instant | None = Field(None, description="按当时掌握的情况；缺省为现在")


class RowsQuery(AsOfQuery):
    """A page of a register."""

    page: int = Field(1, ge=1, le=100_000, description="页码", examples=[1])
    page_size: int = Field(50, ge=1, le=200, description="每页行数", examples=[50])
    sort: str | None = Field(
        None, max_length=200, pattern=_SORT, description="排序列，前加 - 为降序", examples=["-age"]
    )


WordsOut = dict[str, dict[str, str]]
WORDS: Any = Field(
    max_length=60,
    description="本页用到的大代码表（如区划）的名称：列、代码、名称",
    examples=[{"work_province": {"440000": "广东省"}}],
)


class ColumnOut(BaseModel):
    """One column: what it is called and how it is shown."""

    slug: str = Field(max_length=60, examples=["age"])
    title: str = Field(max_length=60, examples=["年龄"])
    kind: Kind = Field(examples=["count"])
    unit: str = Field(max_length=20, examples=["岁"])
    choices: dict[str, str] | None = Field(description="代码到名称；大代码表为空，名称随每页给出")
    choices_en: dict[str, str] | None = Field(description="代码到英文名称")
    is_personal: bool = Field(description="个人信息", examples=[False])
    help: str = Field(max_length=300, examples=["以截止日计算的周岁"])


def describe_column(fact: Fact) -> ColumnOut:
    """Say how a column is titled and shown."""
    codes = None if _is_large(fact) else fact.codes
    return ColumnOut(
        slug=fact.slug,
        title=fact.title,
        kind=fact.kind,
        unit=fact.unit,
        choices=dict(codes.titles) if codes else None,
        choices_en=dict(codes.titles_en) if codes and codes.titles_en else None,
        is_personal=fact.protection is not Protection.OPEN,
        help=fact.help,
    )


def words_of(columns: Sequence[Fact], rows: Sequence[Any]) -> WordsOut:
    """Name the codes of large tables that stand on a page, so that no answer carries a table."""
    return {
        fact.slug: {
            str(row[fact.slug]): fact.codes.title(str(row[fact.slug]))
            for row in rows
            if row[fact.slug] is not None
        }
        for fact in columns
        if fact.codes and _is_large(fact)
    }


def _is_large(fact: Fact) -> bool:
    return fact.codes is not None and len(fact.codes.titles) > _LARGE_TABLE


def value_type(fact: Fact) -> Any:
    """Return the type a fact has in an answer, with its bounds."""
    match fact.kind:
        case Kind.COUNT:
            return Annotated[int, Field(ge=-1000, le=10_000_000)]
        case Kind.MONEY | Kind.PERCENT:
            return Annotated[int, Field(ge=-(10**15), le=10**15)]
        case Kind.FLAG:
            return bool
        case Kind.DATE:
            return date
    return Annotated[str, Field(max_length=500)]
