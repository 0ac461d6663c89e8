"""The published contract: problems per operation, security schemes, permission per route."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.routing import iter_route_contexts

from jingzhun.web.guard import Guard
from jingzhun.web.problems import MEDIA_TYPE, Problem

PROBLEMS: dict[int | str, dict[str, Any]] = {
    "default": {"model": Problem, "description": "问题说明（RFC 9457）"},
}


def guards(app: FastAPI) -> Iterator[tuple[str, str, Guard | None]]:
    """Yield method, full path and guard of every route; None where a route declares nothing."""
    for context in iter_route_contexts(app.routes):
        dependant = getattr(context, "dependant", None)
        if dependant is None or not getattr(context, "include_in_schema", True):
            continue
        found = _guard_of(dependant)
        for method in sorted(context.methods or ()):
            yield method, str(context.path), found


def _guard_of(dependant: Any) -> Guard | None:
    for dependency in dependant.dependencies:
        if isinstance(dependency.call, Guard):
            return dependency.call
    return None


def install(app: FastAPI) -> None:
    """Make `app.openapi()` return the finished contract."""

    def finished() -> dict[str, Any]:
        if app.openapi_schema is None:
            schema = get_openapi(
                title=app.title,
                version=app.version,
                routes=app.routes,
                description="县级精准扶贫工作平台接口。金额单位为分，日期为 YYYY-MM-DD，"
                "时刻为 UTC；错误一律为 application/problem+json。",
                separate_input_output_schemas=False,
            )
            _finish(schema, {(m.lower(), p): g for m, p, g in guards(app)})
            app.openapi_schema = schema
        return app.openapi_schema

    app.openapi = finished  # type: ignore[method-assign]


def _finish(schema: dict[str, Any], declared: dict[tuple[str, str], Guard | None]) -> None:
    schema.setdefault("components", {})["securitySchemes"] = {
        "bearer": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}
    }
    for path, operations in schema["paths"].items():
        for method, operation in operations.items():
            guard = declared.get((method, path))
            if guard is not None and not guard.is_public:
                operation["security"] = [{"bearer": []}]
                if guard.permission:
                    operation["x-permission"] = guard.permission
            operation["responses"].pop("422", None)
            _as_problem(operation["responses"].get("default"))


def _as_problem(response: dict[str, Any] | None) -> None:
    if response and "application/json" in response.get("content", {}):
        response["content"] = {MEDIA_TYPE: response["content"].pop("application/json")}
