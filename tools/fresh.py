"""Fails when generated files differ from what is committed, naming each of them.

`git diff` alone is not enough: a generated file that was never committed is not in it.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def find_stale(paths: list[str]) -> list[str]:
    """The files below the paths that git sees as changed, removed or new, with its two letters."""
    done = subprocess.run(
        ["git", "status", "--porcelain", "--untracked-files=all", "--", *paths],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.splitlines()


def main(paths: list[str]) -> None:
    """Ends with 1 and the list when something is stale."""
    if stale := find_stale(paths):
        sys.exit("\n".join(["Generated files are stale; run `make gen` and commit:", *stale]))


if __name__ == "__main__":
    main(sys.argv[1:])
