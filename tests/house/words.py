"""Rules about words: one noun a term, the clock and the environment through one door each."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator

from tests.house.rooms import imported
from tests.house.sources import BACKEND, Source

GLOSSARY = "docs/glossary.md"
CLOCK = {"now", "utcnow", "today"}
CLOCK_MODULE = f"{BACKEND}kit/clock.py"
SETTINGS_MODULE = f"{BACKEND}kit/settings.py"
# Who may ask what day it is; everybody else is told it as `at` or by the unit of work.
CLOCK_READERS = (
    f"{BACKEND}main.py",
    f"{BACKEND}cli.py",
    f"{BACKEND}commands/",
    f"{BACKEND}web/",
    f"{BACKEND}kit/",
)
# Words that stand in another term: 计划生育 has nothing to do with 贫困户.
OTHER_TERMS = {"family_planning"}
WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
CHINESE = re.compile(r"[\u4e00-\u9fff]")
# A parser may look for a word; that is not text somebody sees.
PATTERN = re.compile(r"(?<=\()/(?:[^/\\\n]|\\.)+/")
# Written in two parts, so that the rule does not find itself.
UNFINISHED = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X)\b")
SKIPPED = re.compile(
    r"pytest\.(skip|xfail|importorskip)\(|mark\.(skip|skipif|xfail)\b"
    r"|\b(it|test|describe)\.(skip|only|todo|fixme)\("
)


def dotted(node: ast.expr) -> str:
    """`a.b.c` for a chain of attributes, the empty string for anything else."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute) and (left := dotted(node.value)):
        return f"{left}.{node.attr}"
    return ""


def environment_has_one_door(sources: Iterable[Source]) -> Iterator[str]:
    """Only kit/settings.py reads the environment; a start may hand settings to its workers."""
    for source in sources:
        if not source.is_backend or source.path == SETTINGS_MODULE:
            continue
        handed_on = {
            id(node.value)
            for node in ast.walk(source.tree)
            if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store)
        }
        found = {
            node.lineno
            for node in ast.walk(source.tree)
            if isinstance(node, ast.Attribute)
            and dotted(node) in {"os.environ", "os.getenv"}
            and id(node) not in handed_on
        }
        found |= {line for line, name in imported(source) if name in {"os.environ", "os.getenv"}}
        for line in sorted(found):
            yield f"{source.path}:{line} reads the environment: a setting belongs to kit.settings"


def clock_has_one_door(sources: Iterable[Source]) -> Iterator[str]:
    """Only kit/clock.py asks the machine for the time, and only main, cli, web and kit ask it."""
    for source in sources:
        if not source.is_backend or source.path == CLOCK_MODULE:
            continue
        for node in ast.walk(source.tree):
            if not isinstance(node, ast.Call):
                continue
            *owner, called = dotted(node.func).split(".")
            if called in CLOCK and owner and owner[-1] in {"datetime", "date"}:
                yield f"{source.path}:{node.lineno} reads the clock: take `at` as an argument"
            if (
                called in {"now", "today"}
                and owner == ["clock"]
                and not source.path.startswith(CLOCK_READERS)
            ):
                yield f"{source.path}:{node.lineno} reads kit.clock: take `at` as an argument"


def rejected_words(sources: Iterable[Source]) -> dict[str, str]:
    """From the glossary: rejected word (words joined by `_`) → the noun to use instead."""
    text = next((source.text for source in sources if source.path == GLOSSARY), "")
    rejected: dict[str, str] = {}
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) == 3 and line.startswith("|"):
            for word in re.findall(r"`([a-z_]+)`", cells[2]):
                rejected[word] = cells[1]
    return rejected


def declared_names(source: Source) -> Iterator[tuple[int, str]]:
    """The names a file gives: its own, its classes', functions', arguments' and variables'."""
    yield 1, source.stem
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.lineno, node.name
        elif isinstance(node, ast.arg):
            yield node.lineno, node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.lineno, node.id


def one_noun_per_term(sources: Iterable[Source]) -> Iterator[str]:
    """No name in the backend uses a word that the glossary rejects; the kit has no domain."""
    everything = list(sources)
    rejected = rejected_words(everything)
    for source in everything:
        if not source.is_backend or source.inner[0] == "kit":
            continue
        for line, name in declared_names(source):
            words = "_" + "_".join(word.lower() for word in WORD.findall(name)) + "_"
            for term in OTHER_TERMS:
                words = words.replace(f"_{term}_", "_")
            for word, noun in rejected.items():
                if f"_{word}_" in words or f"_{word}s_" in words:
                    yield f"{source.path}:{line} {name}: the noun is {noun}, not {word}"


def allows_none(annotation: ast.expr | None) -> bool:
    """Whether a return annotation admits None beside something else."""
    if annotation is None:
        return False
    text = ast.unparse(annotation)
    return text.startswith("Optional[") or bool(re.search(r"\|\s*None\b|\bNone\s*\|", text))


def get_raises_and_find_may_not(sources: Iterable[Source]) -> Iterator[str]:
    """`get_x` answers or raises; what may be absent is called `find_x`."""
    for source in sources:
        if not source.is_backend:
            continue
        for node in ast.walk(source.tree):
            if (
                isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
                and node.name.lstrip("_").startswith("get_")
                and allows_none(node.returns)
            ):
                yield f"{source.path}:{node.lineno} {node.name} may return None: call it find_…"


def nothing_is_left_undone(sources: Iterable[Source]) -> Iterator[str]:
    """No marker of unfinished work in code, and no test that does not run."""
    for source in sources:
        if not source.path.endswith((".py", ".ts", ".tsx", ".mjs", ".css")) or source.is_generated:
            continue
        for number, line in enumerate(source.text.splitlines(), 1):
            if UNFINISHED.search(line):
                yield f"{source.path}:{number} is marked unfinished: finish it or file an issue"
            if SKIPPED.search(line) and source.path != "tests/house/words.py":
                yield f"{source.path}:{number} leaves a test out: make it run or delete it"


def chinese_stands_in_locales(sources: Iterable[Source]) -> Iterator[str]:
    """In the SPA only locales/ and generated files hold Chinese text; comments do not count."""
    for source in sources:
        path = source.path
        if not path.startswith("frontend/src/") or not path.endswith((".ts", ".tsx")):
            continue
        if path.startswith(("frontend/src/locales/", "frontend/src/api/gen/")) or ".test." in path:
            continue
        text = re.sub(
            r"/\*.*?\*/", lambda found: "\n" * found[0].count("\n"), source.text, flags=16
        )
        for number, line in enumerate(text.splitlines(), 1):
            if CHINESE.search(PATTERN.sub("", re.sub(r"(^|\s)//.*", "", line))):
                yield f"{path}:{number} holds Chinese text: it belongs to locales/zh-CN"
