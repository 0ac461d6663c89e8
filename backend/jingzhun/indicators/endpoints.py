"""Every indicator for a place, one indicator by village, and the people behind a figure."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Response

from jingzhun.indicators import service
from jingzhun.indicators.schemas import (
    AsideOut,
    Behind,
    BehindOut,
    IndicatorDetailOut,
    IndicatorOut,
    IndicatorsOut,
)
from jingzhun.indicators.service import Measured
from jingzhun.kit.paging import Page
from jingzhun.policy.promises import PROMISES
from jingzhun.policy.roles import Permission
from jingzhun.subjects import service as subjects
from jingzhun.subjects.schemas import AsOfQuery, RowsQuery, describe_column, words_of
from jingzhun.web.answers import answer
from jingzhun.web.guard import Caller, needs

router = APIRouter(prefix="/indicators", tags=["indicators"])
Reader = Annotated[Caller, needs(Permission.INDICATORS_READ)]
Slug = Annotated[str, Path(max_length=60, examples=["pension-coverage"])]


def _figures(measured: Measured) -> dict[str, int | bool | None]:
    return {
        "numerator": measured.numerator,
        "denominator": measured.denominator,
        "unknown": measured.unknown,
        "missing": measured.missing,
        "rate_bp": measured.rate_bp,
        "floor_bp": measured.floor_bp,
        "is_met": measured.is_met,
    }


def _described(measured: Measured) -> IndicatorOut:
    one = measured.indicator
    return IndicatorOut.model_validate(
        {
            **_figures(measured),
            "slug": one.slug,
            "title": one.title,
            "of": one.of,
            "sentence": one.sentence(),
            "help": one.help,
            "owner": one.owner,
            "target": PROMISES[one.clause.ref].target,
            "clause_ref": one.clause.ref,
            "clause_number": one.clause.number,
            "clause_quote": one.clause.quote,
            "is_single_source": one.two_sources,
            "beside": [
                AsideOut(slug=aside.slug, title=aside.title, value=value)
                for aside, value in zip(one.beside, measured.beside, strict=True)
            ],
        }
    )


@router.get("", response_model=IndicatorsOut, summary="全部指标")
def measure_indicators(caller: Reader, query: Annotated[AsOfQuery, Query()]) -> Response:
    """每项指标的分子、分母、未知、目标与口径；点开可见到人。"""
    with caller.read() as unit:
        day = subjects.as_of(unit, query.at, query.known_at)
        measured = service.measure_all(unit, caller.context.book, day, query.place)
    return answer({"at": day.at, "items": [_described(one) for one in measured]})


@router.get("/{slug}", response_model=IndicatorDetailOut, summary="一项指标及各村数")
def measure_indicator(caller: Reader, slug: Slug, query: Annotated[AsOfQuery, Query()]) -> Response:
    """指标的口径、各村完成情况（差距大的在前）和明细的列。"""
    indicator = service.find(slug)
    with caller.read() as unit:
        day = subjects.as_of(unit, query.at, query.known_at)
        whole, villages = service.measure_one(
            unit, caller.context.book, indicator, day, query.place
        )
    rows = [
        {
            **_figures(measured),
            "village_id": row["village_id"],
            "village": row["village"],
            "town": row["town"],
        }
        for row, measured in villages
    ]
    columns = [describe_column(fact) for fact in indicator.columns]
    content = {"at": day.at, "indicator": _described(whole), "villages": rows}
    return answer(content | {"columns": columns})


@router.get("/{slug}/{which}", response_model=BehindOut, summary="指标背后的人或户")
def read_behind_indicator(
    caller: Reader,
    slug: Slug,
    which: Annotated[Behind, Path(description="numerator、missing 或 unknown")],
    query: Annotated[RowsQuery, Query()],
) -> Response:
    """逐页列出已计入、未达到或资料不足的人或户；证件等一律脱敏。"""
    indicator, page = service.find(slug), Page(query.page, query.page_size)
    with caller.read() as unit:
        day = subjects.as_of(unit, query.at, query.known_at)
        items, total = service.behind(
            unit, caller.context.book, indicator, which, day, query.place, page, query.sort
        )
    content = {"at": day.at, "items": items, "words": words_of(indicator.columns, items)}
    return answer(content | {"page": page.number, "page_size": page.size, "total": total})
