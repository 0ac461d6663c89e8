"""The catalogue of registers, and typed routes for each declared one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Query, Response
from fastapi.responses import StreamingResponse

from jingzhun.factbook import AsOf
from jingzhun.grammar.registers import Register
from jingzhun.kit import xlsx
from jingzhun.kit.csv_text import csv_chunks
from jingzhun.kit.paging import Page
from jingzhun.policy import CATALOGUE
from jingzhun.policy.roles import Permission
from jingzhun.registers import service
from jingzhun.registers.schemas import (
    RegisterRowsQuery,
    RegisterSheetQuery,
    RegistersOut,
    VillageCountsOut,
    describe,
    detail,
    rows_model,
)
from jingzhun.subjects import service as subjects
from jingzhun.subjects.schemas import AsOfQuery, words_of
from jingzhun.web.answers import answer
from jingzhun.web.guard import Caller, needs

router = APIRouter(prefix="/registers", tags=["registers"])
Reader = Annotated[Caller, needs(Permission.REGISTERS_READ)]
Exporter = Annotated[Caller, needs(Permission.REGISTERS_EXPORT)]
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@router.get("", response_model=RegistersOut, summary="各类名册及在册数")
def list_registers(caller: Reader, query: Annotated[AsOfQuery, Query()]) -> Response:
    """每本册的口径、依据和在册数；资料不足无法判定的另计。"""
    with caller.read() as unit:
        day = subjects.as_of(unit, query.at, query.known_at)
        counted = service.count_all(unit, caller.context.book, day, query.place)
    items = [describe(one.register, one.count, one.unknown) for one in counted]
    return answer({"at": day.at, "items": items})


def _add_routes(register: Register) -> None:
    name = register.slug.replace("-", "_")
    about = f"{register.sentence()}。依据：{register.clause.number}“{register.clause.quote}”。"
    path = f"/{register.slug}"

    def rows(caller: Reader, query: Annotated[RegisterRowsQuery, Query()]) -> Response:
        page = Page(query.page, query.page_size)
        with caller.read() as unit:
            day = subjects.as_of(unit, query.at, query.known_at)
            items, total = service.read(
                unit, caller.context.book, register, day, query.place,
                query.which, page, query.sort,
            )  # fmt: skip
        content = {"at": day.at, "items": items, "words": words_of(register.columns, items)}
        paged = {"page": page.number, "page_size": page.size, "total": total}
        return answer(content | paged)

    def villages(caller: Reader, query: Annotated[AsOfQuery, Query()]) -> Response:
        with caller.read() as unit:
            day = subjects.as_of(unit, query.at, query.known_at)
            items = service.by_village(unit, caller.context.book, register, day, query.place)
        count, unknown = (sum(row[name] for row in items) for name in ("count", "unknown"))
        declared = detail(register, count, unknown)
        return answer({"at": day.at, "register": declared, "items": items})

    def sheet(caller: Exporter, query: Annotated[RegisterSheetQuery, Query()]) -> Response:
        with caller.read() as unit:
            day = subjects.as_of(unit, query.at, query.known_at)
            book = caller.context.book
            lines = service.export(unit, book, register, day, query.place, query.which)
            heads = [fact.title for fact in register.columns]
            body = xlsx.write_table(register.title, heads, lines)
        return Response(body, media_type=XLSX, headers=_named(register, day, "xlsx"))

    def text(caller: Exporter, query: Annotated[RegisterSheetQuery, Query()]) -> Response:
        with caller.read() as unit:
            day = subjects.as_of(unit, query.at, query.known_at)
            # Refused here or not at all: once the stream has begun, a refusal would cut it off.
            subjects.place_path(unit, query.place, Permission.REGISTERS_EXPORT)
        stream = _csv_stream(caller, register, day, query)
        headers = _named(register, day, "csv")
        return StreamingResponse(stream, media_type="text/csv; charset=utf-8", headers=headers)

    add: Any = router.add_api_route
    model = rows_model(register)
    add(path, rows, name=f"read_register_{name}", response_model=model,
        summary=register.title, description=about)  # fmt: skip
    add(f"{path}/villages", villages, name=f"count_register_{name}",
        response_model=VillageCountsOut, summary=f"{register.title}：各村人数")  # fmt: skip
    add(f"{path}.csv", text, name=f"export_register_{name}_csv",
        summary=f"导出{register.title}（CSV，脱敏）", response_class=StreamingResponse)  # fmt: skip
    add(f"{path}.xlsx", sheet, name=f"export_register_{name}_xlsx",
        summary=f"导出{register.title}（Excel，脱敏）",
        response_class=Response)  # fmt: skip


def _named(register: Register, day: AsOf, suffix: str) -> dict[str, str]:
    name = quote(f"{register.title}_{day.at.isoformat()}.{suffix}")
    return {"Content-Disposition": f"attachment; filename*=UTF-8''{name}"}


def _csv_stream(
    caller: Caller, register: Register, day: AsOf, query: RegisterSheetQuery
) -> Iterator[str]:
    with caller.read() as unit:
        book = caller.context.book
        lines = service.export(unit, book, register, day, query.place, query.which)
        heads = [fact.title for fact in register.columns]
        yield from csv_chunks(heads, lines)


for declared in CATALOGUE.registers:
    _add_routes(declared)
