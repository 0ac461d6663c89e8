"""Rules about length: what is too long for one look is split along a noun."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from tests.house.sources import Source

FUNCTION = 60
PAGES = {"README.md": 80, "ARCHITECTURE.md": 150}
DECISION = 60


def limit(source: Source) -> int | None:
    """The most lines a file may have; None where no rule speaks of it."""
    path = source.path
    if path in PAGES:
        return PAGES[path]
    if path.startswith("docs/decisions/"):
        return DECISION
    if path.startswith("migrations/versions/") or source.is_generated:
        return None
    if path.endswith(".tsx"):
        return 200
    if path.endswith(".py"):
        return 400 if path.startswith("tests/") else 300
    return None


def files_are_short(sources: Iterable[Source]) -> Iterator[str]:
    """A file fits its kind's limit; generated files and migrations are exempt."""
    for source in sources:
        most = limit(source)
        if most is not None and source.lines > most:
            yield f"{source.path} has {source.lines} lines, {most} allowed: split it along a noun"


def functions_fit_a_screen(sources: Iterable[Source]) -> Iterator[str]:
    """A function has at most 60 lines; migrations list tables and are exempt."""
    for source in sources:
        if not source.is_python or source.path.startswith("migrations/versions/"):
            continue
        for node in ast.walk(source.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > FUNCTION:
                    yield (
                        f"{source.path}:{node.lineno} {node.name} has {lines} lines, {FUNCTION} "
                        "allowed: keep the branches, move the rest"
                    )
