"""Shapes of the indicators."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Any

from pydantic import BaseModel, Field

from jingzhun.subjects.schemas import WORDS, ColumnOut, IdText, WordsOut


class Behind(StrEnum):
    """Which people behind a figure: counted, missing from it, or too thin to tell."""

    NUMERATOR = "numerator"
    MISSING = "missing"
    UNKNOWN = "unknown"


class AsideOut(BaseModel):
    """A figure shown beside an indicator because it belongs in neither of its halves."""

    slug: str = Field(max_length=60, examples=["unverified"])
    title: str = Field(max_length=100, examples=["未核查"])
    value: int = Field(ge=0, examples=[7])


class MeasuredOut(BaseModel):
    """An indicator's figures for one place."""

    numerator: int = Field(ge=-(10**15), le=10**15, examples=[212])
    denominator: int = Field(ge=-(10**15), le=10**15, examples=[239])
    unknown: int = Field(ge=0, description="资料不足、无法判定的数", examples=[3])
    missing: int = Field(ge=0, description="在分母而不在分子的数", examples=[27])
    rate_bp: int | None = Field(description="比率，万分之一，向下取整", examples=[8870])
    floor_bp: int | None = Field(description="目标下限，万分之一", examples=[10000])
    is_met: bool | None = Field(description="是否达标；无目标或无人时为空", examples=[False])


class IndicatorOut(MeasuredOut):
    """A declared indicator with its figures."""

    slug: str = Field(max_length=60, examples=["pension-coverage"])
    title: str = Field(max_length=60, examples=["老人养老金领取率"])
    of: str = Field(max_length=20, description="member 或 household", examples=["member"])
    sentence: str = Field(max_length=800, description="口径")
    help: str = Field(max_length=300)
    owner: str = Field(max_length=60, examples=["区社保局"])
    target: str = Field(max_length=200, description="方案目标", examples=["100%"])
    clause_ref: str = Field(max_length=20, examples=["P3-3-5c"])
    clause_number: str = Field(max_length=40, examples=["三（三）5"])
    clause_quote: str = Field(max_length=300)
    is_single_source: bool = Field(description="部门名单尚未比对，仅本系统一个来源")
    beside: list[AsideOut] = Field(max_length=20)


class IndicatorsOut(BaseModel):
    """Every indicator for one place, as of one day."""

    at: date = Field(examples=["2018-06-30"])
    items: list[IndicatorOut] = Field(max_length=500)


class VillageFigureOut(MeasuredOut):
    """An indicator's figures in one village."""

    village_id: IdText
    village: str = Field(max_length=60, examples=["北山村委会"])
    town: str = Field(max_length=60, examples=["东山街道"])


class IndicatorDetailOut(BaseModel):
    """One indicator, its villages worst first, and the columns of its drill-down."""

    at: date = Field(examples=["2018-06-30"])
    indicator: IndicatorOut
    villages: list[VillageFigureOut] = Field(max_length=1000)
    columns: list[ColumnOut] = Field(max_length=60)


class BehindOut(BaseModel):
    """A page of the people behind a figure; each row has id, household_id and the columns."""

    at: date = Field(examples=["2018-06-30"])
    items: list[dict[str, Any]] = Field(max_length=200)
    words: WordsOut = WORDS
    page: int = Field(ge=1, examples=[1])
    page_size: int = Field(ge=1, le=200, examples=[50])
    total: int = Field(ge=0, examples=[27])
