"""What the rules are shown: the files of the repository, or a few made up for a counter-proof."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parents[2]
BACKEND = "backend/jingzhun/"
BINARY = {".xlsx", ".xls", ".png", ".jpg", ".webp", ".ico", ".pdf", ".otf", ".ttf", ".woff2"}


@dataclass(frozen=True)
class Source:
    """One file: its path from the root of the repository, with slashes, and its text."""

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        """The parsed file; only for Python."""
        return ast.parse(self.text, self.path)

    @property
    def lines(self) -> int:
        """How many lines the file has."""
        return len(self.text.splitlines())

    @property
    def stem(self) -> str:
        """The file's name up to the first dot."""
        return PurePosixPath(self.path).name.split(".")[0]

    @property
    def is_python(self) -> bool:
        """Whether it is a Python file."""
        return self.path.endswith(".py")

    @property
    def is_backend(self) -> bool:
        """Whether it is a Python file of the product itself."""
        return self.is_python and self.path.startswith(BACKEND)

    @property
    def is_generated(self) -> bool:
        """Whether a generator wrote it: its names and sizes are not ours."""
        return ".gen." in self.path or self.path.startswith("frontend/src/api/gen/")

    @property
    def inner(self) -> tuple[str, ...]:
        """The parts of a backend file's path below jingzhun/, without the ending."""
        return PurePosixPath(self.path.removeprefix(BACKEND)).with_suffix("").parts


Rule = Callable[[Iterable[Source]], Iterator[str]]


@lru_cache(maxsize=1)
def repository() -> tuple[Source, ...]:
    """Every text file that git knows or would add: what a fresh clone will hold."""
    done = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    paths = sorted({name for name in done.stdout.decode().split("\0") if name})
    readable = (path for path in paths if PurePosixPath(path).suffix not in BINARY)
    return tuple(
        Source(path, (ROOT / path).read_text(encoding="utf-8"))
        for path in readable
        if (ROOT / path).is_file()
    )
