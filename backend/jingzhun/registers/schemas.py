"""Shapes of the registers: one row model per declared register, made from its columns."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Any

from pydantic import BaseModel, Field, create_model

from jingzhun.grammar.registers import Register
from jingzhun.policy.roles import POSTS, Role
from jingzhun.subjects.schemas import (
    WORDS,
    AsOfQuery,
    ColumnOut,
    IdText,
    RowsQuery,
    WordsOut,
    describe_column,
    value_type,
)


class Standing(StrEnum):
    """Who is listed: those in the register, or those whose record is too thin to tell."""

    IN = "in"
    UNKNOWN = "unknown"


_WHICH = Field(Standing.IN, description="in 为在册的；unknown 为资料不足、无法判定的")


class RegisterSheetQuery(AsOfQuery):
    """Which of a register's people a sheet lists."""

    which: Standing = _WHICH


class RegisterRowsQuery(RowsQuery):
    """A page of a register, or of those who cannot be told."""

    which: Standing = _WHICH


class RegisterOut(BaseModel):
    """A declared register, with how many stand in it."""

    slug: str = Field(max_length=60, examples=["elderly"])
    title: str = Field(max_length=60, examples=["60岁以上老人"])
    of: str = Field(max_length=20, description="member 或 household", examples=["member"])
    scope: str = Field(max_length=60, description="在谁当中找", examples=["建档立卡人口"])
    sentence: str = Field(max_length=500, description="口径", examples=["年龄≥60岁"])
    help: str = Field(max_length=300, description="口径说明", examples=["生日当天计入"])
    clause_ref: str = Field(max_length=20, examples=["P3-3-5a"])
    clause_number: str = Field(max_length=40, examples=["三（三）5"])
    clause_quote: str = Field(max_length=300, examples=["对贫困户中60岁以上老人进行造册登记"])
    kept_by: list[str] = Field(max_length=20, description="谁负责", examples=[["驻村工作队"]])
    count: int = Field(ge=0, description="在册数", examples=[239])
    unknown: int = Field(ge=0, description="资料不足、无法判定的数", examples=[3])


class RegisterDetailOut(RegisterOut):
    """A declared register with its columns."""

    columns: list[ColumnOut] = Field(max_length=60)


class RegistersOut(BaseModel):
    """Every register, as of one day."""

    at: date = Field(description="截止日", examples=["2018-06-30"])
    items: list[RegisterOut] = Field(max_length=200)


class VillageCountOut(BaseModel):
    """How many stand in a register in one village."""

    village_id: IdText
    village: str = Field(max_length=60, examples=["北山村委会"])
    town: str = Field(max_length=60, examples=["东山街道"])
    count: int = Field(ge=0, examples=[12])
    unknown: int = Field(ge=0, examples=[0])


class VillageCountsOut(BaseModel):
    """What a register is, and its count by village."""

    at: date = Field(examples=["2018-06-30"])
    register_: RegisterDetailOut = Field(alias="register")
    items: list[VillageCountOut] = Field(max_length=1000)


def describe(register: Register, count: int, unknown: int) -> RegisterOut:
    """Say what a register is, where it stands in the document and how many are in it."""
    return RegisterOut.model_validate(_told(register, count, unknown))


def detail(register: Register, count: int, unknown: int) -> RegisterDetailOut:
    """The same with the columns of its list."""
    columns = [describe_column(fact) for fact in register.columns]
    return RegisterDetailOut(**_told(register, count, unknown), columns=columns)


def _told(register: Register, count: int, unknown: int) -> dict[str, Any]:
    return {
        "slug": register.slug,
        "title": register.title,
        "of": register.of,
        "scope": register.scope.title,
        "sentence": register.sentence(),
        "help": register.help,
        "clause_ref": register.clause.ref,
        "clause_number": register.clause.number,
        "clause_quote": register.clause.quote,
        "kept_by": [POSTS[Role(role)].title for role in register.kept_by],
        "count": count,
        "unknown": unknown,
    }


def rows_model(register: Register) -> type[BaseModel]:
    """Return the page model of a register, its rows typed by its columns."""
    name = "".join(word.capitalize() for word in register.slug.split("-"))
    fields: dict[str, Any] = {"id": (IdText, ...), "household_id": (IdText, ...)}
    for fact in register.columns:
        shown = f"{fact.title}（{fact.unit}）" if fact.unit else fact.title
        fields[fact.slug] = (value_type(fact) | None, Field(description=shown))
    row = create_model(f"{name}RegisterRow", __doc__=register.title, **fields)
    page: dict[str, Any] = {
        "at": (date, Field(description="截止日", examples=["2018-06-30"])),
        "items": (list[row], Field(max_length=200)),
        "words": (WordsOut, WORDS),
        "page": (int, Field(ge=1, examples=[1])),
        "page_size": (int, Field(ge=1, le=200, examples=[50])),
        "total": (int, Field(ge=0, examples=[239])),
    }
    return create_model(f"{name}RegisterPage", __doc__=f"{register.title}的一页", **page)
