"""The short way for plain reads: what a GET route declares, without the framework's long walk.

FastAPI matches nested routers one after the other and works out every parameter anew for each
request; that costs more than the read itself. A route whose endpoint is a plain function with one
guard, path parameters and at most one query model is served here by the same guard, the same
validation and the same problems. Every other route, method and path goes the framework's way, and
the contract is made from the framework's routes alone.
"""

from __future__ import annotations

import asyncio
import inspect
import re
import typing
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.routing import iter_route_contexts
from pydantic import BaseModel
from starlette.datastructures import QueryParams
from starlette.types import ASGIApp, Receive, Scope, Send

from jingzhun.kit.errors import Refusal
from jingzhun.web.guard import Guard
from jingzhun.web.problems import invalid, refused

_GROUP_PARTS = 4
Group = list[tuple[re.Pattern[str], "Lane | None"]]


@dataclass(frozen=True)
class Lane:
    """One route, taken apart once."""

    context: Any
    endpoint: Callable[..., Any]
    guard: Guard
    caller: str | None
    path_fields: tuple[Any, ...]
    query_field: Any | None
    lists: frozenset[str]

    async def arguments(self, request: Request, given: dict[str, str]) -> dict[str, Any]:
        """Let the guard judge first, as the framework does; then validate."""
        caller = await self.guard(request)
        values: dict[str, Any] = {} if self.caller is None else {self.caller: caller}
        errors: list[Any] = []
        for field in self.path_fields:
            value, found = field.validate(given[field.alias], {}, loc=("path", field.alias))
            values[field.name] = value
            errors += found
        if self.query_field is not None:
            query = self._query(request.query_params)
            value, found = self.query_field.validate(query, {}, loc=("query",))
            values[self.query_field.name] = value
            errors += found
        if errors:
            raise RequestValidationError(errors)
        return values

    def _query(self, params: QueryParams) -> dict[str, Any]:
        return {
            name: params.getlist(name) if name in self.lists else params[name] for name in params
        }


class Lanes:
    """Stands inside the envelope; `app` is what follows for everything that is no lane."""

    def __init__(self, app: ASGIApp, source: FastAPI, threads: int) -> None:
        self.app, self._source = app, source
        self._groups: dict[str, Group] | None = None
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="read")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a lane, pass on all else."""
        found = None
        if scope["type"] == "http" and scope["method"] == "GET":
            found = self._find(scope["path"])
        if found is None:
            await self.app(scope, receive, send)
            return
        lane, given = found
        scope["path_params"], scope["endpoint"] = given, lane.endpoint
        scope["fastapi"] = {"effective_route_context": lane.context}
        request = Request(scope, receive)
        try:
            response = await self._carry_out(lane, request, given)
        except Refusal as error:
            response = refused(request, error)
        except RequestValidationError as error:
            response = invalid(request, error)
        await response(scope, receive, send)

    async def _carry_out(self, lane: Lane, request: Request, given: dict[str, str]) -> Response:
        values = await lane.arguments(request, given)
        if inspect.iscoroutinefunction(lane.endpoint):
            work: Coroutine[Any, Any, Response] = lane.endpoint(**values)
            return await work
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, lambda: lane.endpoint(**values))

    def _find(self, path: str) -> tuple[Lane, dict[str, str]] | None:
        if self._groups is None:
            self._groups = _groups(self._source)
        for pattern, lane in self._groups.get(_group_of(path), ()):
            match = pattern.match(path)
            if match:
                return None if lane is None else (lane, match.groupdict())
        return None


def _group_of(path: str) -> str:
    """The first parts of a path: `/api/v1/households` of everything below it."""
    return "/".join(path.split("/", _GROUP_PARTS)[:_GROUP_PARTS])


def _groups(app: FastAPI) -> dict[str, Group]:
    """Every GET route in the framework's order, those that are no lane as None."""
    groups: dict[str, Group] = {}
    for context in iter_route_contexts(app.routes):
        pattern, path = getattr(context, "path_regex", None), str(getattr(context, "path", ""))
        if pattern is None or "GET" not in (context.methods or ()):
            continue
        group = _group_of(path)
        if "{" not in group:
            groups.setdefault(group, []).append((pattern, _lane_of(context)))
    return groups


def _lane_of(context: Any) -> Lane | None:
    dependant = getattr(context, "dependant", None)
    if dependant is None or set(context.methods or ()) != {"GET"} or not _is_plain(dependant):
        return None
    guards = [one for one in dependant.dependencies if isinstance(one.call, Guard)]
    if len(guards) != 1 or len(dependant.dependencies) != 1 or not _answers(dependant.call):
        return None
    query = dependant.query_params[0] if dependant.query_params else None
    lists: frozenset[str] = frozenset()
    if query is not None:
        model = query.field_info.annotation
        if not (isinstance(model, type) and issubclass(model, BaseModel)):
            return None
        if any(one.alias or one.validation_alias for one in model.model_fields.values()):
            return None
        lists = frozenset(
            name
            for name, one in model.model_fields.items()
            if typing.get_origin(one.annotation) in (list, tuple, set)
        )
    return Lane(
        context, dependant.call, guards[0].call, guards[0].name,
        tuple(dependant.path_params), query, lists,
    )  # fmt: skip


def _is_plain(dependant: Any) -> bool:
    others = (
        dependant.header_params, dependant.cookie_params, dependant.body_params,
        dependant.request_param_name, dependant.response_param_name,
        dependant.http_connection_param_name, dependant.background_tasks_param_name,
        dependant.security_scopes_param_name,
    )  # fmt: skip
    return not any(others) and len(dependant.query_params) <= 1


def _answers(endpoint: Callable[..., Any]) -> bool:
    """Whether the endpoint says that it returns the response itself."""
    returned = typing.get_type_hints(endpoint).get("return")
    return isinstance(returned, type) and issubclass(returned, Response)
