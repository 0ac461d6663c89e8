"""Rules about where things stand: packages have rooms with names a newcomer guesses right."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from tests.house.sources import Source

ROOMS = frozenset(
    {"models", "errors", "schemas", "facts", "repository", "service", "endpoints", "jobs"}
)
# Machinery, declarations, composition: their modules are named after what they do or which section they hold.
FREE = frozenset({"kit", "web", "policy", "grammar", "commands", "_migrations"})
IMPURE = frozenset({"sqlalchemy", "fastapi", "starlette", "psycopg", "sqlite3"})
VAGUE = frozenset({"utils", "util", "helpers", "helper", "common", "manager", "data", "info"})
HTTP_FREE = frozenset({"models", "facts", "repository", "service"})


def imported(source: Source) -> Iterator[tuple[int, str]]:
    """Every module a file imports, with the line; what TYPE_CHECKING guards included."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.lineno, node.module
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def is_domain(source: Source) -> bool:
    """Whether the file belongs to a domain package, not to machinery or the top modules."""
    return source.is_backend and len(source.inner) > 1 and source.inner[0] not in FREE


def packages_have_only_rooms(sources: Iterable[Source]) -> Iterator[str]:
    """A module of a domain package is a room, in a room's folder, or pure."""
    for source in sources:
        if not is_domain(source):
            continue
        below = source.inner[1:]
        if source.stem == "__init__" or ROOMS.intersection(below):
            continue
        used = sorted({name.split(".")[0] for _, name in imported(source)} & IMPURE)
        if used:
            yield (
                f"{source.path} is no room ({', '.join(sorted(ROOMS))}) and not pure: "
                f"it imports {', '.join(used)}"
            )


def packages_hold_no_code(sources: Iterable[Source]) -> Iterator[str]:
    """The __init__ of a domain package is a docstring; a room's folder may pass names on."""
    for source in sources:
        if not is_domain(source) or source.stem != "__init__" or len(source.inner) > 2:
            continue
        if len(source.tree.body) > 1:
            yield f"{source.path} holds code: a package's __init__ says only what it is"


def modules_say_what_they_are(sources: Iterable[Source]) -> Iterator[str]:
    """Every module and package has a docstring; an empty file marking a folder of tests need not."""
    for source in sources:
        if source.path.startswith("tests/") and not source.text.strip():
            continue
        if source.is_python and not ast.get_docstring(source.tree):
            yield f"{source.path} has no docstring: say what it is and what it never does"


def names_say_something(sources: Iterable[Source]) -> Iterator[str]:
    """No file or folder of the product is called utils, helpers, common, manager, data, info."""
    for source in sources:
        ours = ("backend/", "frontend/src/", "tests/", "tools/")
        if not source.path.startswith(ours) or source.is_generated:
            continue
        for part in source.path.split("/"):
            if part.split(".")[0].lower() in VAGUE:
                yield f"{source.path}: {part} says nothing; name it after what it holds"


def only_http_rooms_know_http(sources: Iterable[Source]) -> Iterator[str]:
    """Services, repositories, models, facts and the kit import no web framework."""
    for source in sources:
        if not source.is_backend:
            continue
        if source.inner[0] != "kit" and not HTTP_FREE.intersection(source.inner[1:]):
            continue
        for line, name in imported(source):
            if name.split(".")[0] in {"fastapi", "starlette"}:
                yield f"{source.path}:{line} imports {name}: HTTP belongs to endpoints and web"


def endpoints_write_no_sql(sources: Iterable[Source]) -> Iterator[str]:
    """Endpoints and schemas import no database library."""
    for source in sources:
        if not source.is_backend or not {"endpoints", "schemas"}.intersection(source.inner[1:]):
            continue
        for line, name in imported(source):
            if name.split(".")[0] in {"sqlalchemy", "psycopg", "sqlite3"}:
                yield f"{source.path}:{line} imports {name}: statements belong to the repository"


def endpoints_are_plain_functions(sources: Iterable[Source]) -> Iterator[str]:
    """Endpoints are `def`: one thread hop, and no blocking call on the event loop."""
    for source in sources:
        if not source.is_backend or "endpoints" not in source.inner[1:]:
            continue
        for node in ast.walk(source.tree):
            if isinstance(node, ast.AsyncFunctionDef):
                yield f"{source.path}:{node.lineno} {node.name} is async: endpoints are `def`"


def only_the_unit_commits(sources: Iterable[Source]) -> Iterator[str]:
    """Nothing in a domain package commits or rolls back: the unit of work does."""
    for source in sources:
        if not is_domain(source):
            continue
        for node in ast.walk(source.tree):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in {"commit", "rollback"}
            ):
                yield f"{source.path}:{node.lineno} calls {node.func.attr}: the unit of work does"
