"""Resolves pyproject.toml into requirements/{runtime,dev,build,uv}.txt, with hashes.

The files name no package host, so that any mirror serves them. Run by `make lock`; nothing else
in this repository resolves versions.
"""

from __future__ import annotations

import subprocess
import sys

from tools.bootstrap import LOCKS, ROOT, UV, uv_environment

OPTIONS = (
    *("--universal", "--generate-hashes", "--python-version", "3.11", "--quiet"),
    *("--no-emit-index-url", "--no-header", "--no-annotate"),
)
DEVELOPMENT = LOCKS / "dev.txt"


def resolve(name: str, source: str, *options: str, given: str | None = None) -> None:
    """Writes one lock file from pyproject.toml or from the requirements given as text."""
    command = [UV, "pip", "compile", source, *OPTIONS, *options, "-o", LOCKS / f"{name}.txt"]
    subprocess.run(
        [str(part) for part in command],
        check=True,
        cwd=ROOT,
        env=uv_environment(),
        input=given,
        text=True,
        stdout=subprocess.DEVNULL,
    )


def main() -> None:
    """Resolves the widest set first; the narrower ones take the same versions."""
    upgrade = ("--upgrade",) if "--upgrade" in sys.argv else ()
    same = ("-c", str(DEVELOPMENT))
    resolve("dev", "pyproject.toml", "--extra", "dev", *upgrade)
    resolve("runtime", "pyproject.toml", *same, *upgrade)
    resolve("build", "-", *same, given="hatchling\neditables\n")
    resolve("uv", "-", *upgrade, given="uv\n")


if __name__ == "__main__":
    main()
