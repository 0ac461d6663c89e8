"""Runs every check of the house, goes on after a failure and names at the end what failed.

`check.py NAME ...` runs only those. Each check is an ordinary command that can be run by hand;
nothing is decided here.
"""

from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS = Path(sys.executable).parent
PYTHON = sys.executable
FRONTEND = ROOT / "frontend"


@dataclass(frozen=True)
class Check:
    """One check: its name, its command and where that runs."""

    name: str
    command: tuple[str, ...]
    folder: Path = ROOT


def script(name: str, *arguments: str) -> tuple[str, ...]:
    """A console command of the environment."""
    return (str(SCRIPTS / name), *arguments)


def package(name: str, *arguments: str) -> tuple[str, ...]:
    """A command of the SPA's packages, never one found elsewhere."""
    return (str(FRONTEND / "node_modules" / ".bin" / name), *arguments)


CHECKS = (
    Check("ruff", script("ruff", "check", ".")),
    Check("ruff-format", script("ruff", "format", "--check", ".")),
    Check("mypy", script("mypy")),
    Check("import-contracts", script("lint-imports")),
    Check("deptry", script("deptry", ".")),
    Check("house", (PYTHON, "-m", "pytest", "-q", "-n", "0", "tests/house")),
    Check("migrations", (PYTHON, "-m", "pytest", "-q", "-n", "0", "tests/migrations")),
    Check("generated-files", (PYTHON, "tools/fresh.py")),
    Check("tsc", ("npm", "run", "--silent", "typecheck"), FRONTEND),
    Check("biome", package("biome", "ci", "."), FRONTEND),
    Check(
        "oxlint",
        package("oxlint", "-c", ".oxlintrc.json", "--type-aware", "src", "tests"),
        FRONTEND,
    ),
    Check("dependency-cruiser", ("node", "scripts/direction.mjs"), FRONTEND),
    Check("spa-sizes", ("node", "scripts/sizes.mjs"), FRONTEND),
    Check("vitest", ("npm", "run", "--silent", "test"), FRONTEND),
)


def passes(check: Check) -> bool:
    """Runs the command of one check; its output goes straight through."""
    try:
        return subprocess.run(check.command, cwd=check.folder, check=False).returncode == 0
    except FileNotFoundError:
        print(f"{check.command[0]} is not installed: run `make setup` or `make check`")
        return False


def main(wanted: list[str]) -> None:
    """Runs the checks named, or all; the last lines say which failed."""
    known = [check.name for check in CHECKS]
    if unknown := [name for name in wanted if name not in known]:
        sys.exit(f"No check is called {', '.join(unknown)}; there are {', '.join(known)}.")
    failed: list[str] = []
    chosen = [check for check in CHECKS if not wanted or check.name in wanted]
    for check in chosen:
        print(f"\n== {check.name}", flush=True)
        start = time.monotonic()
        if not passes(check):
            failed.append(check.name)
        verdict = "FAILED" if check.name in failed else "ok"
        print(f"== {check.name}: {verdict} ({time.monotonic() - start:.1f} s)", flush=True)
    if failed:
        sys.exit(f"\nmake check: {', '.join(failed)} failed, {len(chosen) - len(failed)} kept")
    print(f"\nmake check: all {len(chosen)} kept")


if __name__ == "__main__":
    main(sys.argv[1:])
