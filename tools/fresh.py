"""Makes all generated files again and fails when one of them was not what it should be.

It compares the files before and after, not with the last commit: whoever has just run `make gen`
passes, whether committed or not. In a fresh clone both are the same.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GENERATED = ("openapi/openapi.json", "openapi/errors.md", "docs/policy.md", "frontend/src/api")
# The client is generated from the contract, so the order matters.
GENERATORS = (
    (str(Path(sys.executable).parent / "jingzhun"), "gen"),
    ("npm", "--prefix", "frontend", "run", "--silent", "api"),
)


def fingerprints() -> dict[str, str]:
    """Path and digest of every generated file that exists."""
    files = {
        path
        for place in GENERATED
        for path in ((ROOT / place).rglob("*") if (ROOT / place).is_dir() else [ROOT / place])
        if path.is_file()
    }
    return {
        path.relative_to(ROOT).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files
    }


def main() -> None:
    """Runs the generators; ends with the names of the files that were stale."""
    before = fingerprints()
    for command in GENERATORS:
        if subprocess.run(command, cwd=ROOT, check=False).returncode:
            sys.exit(f"The generator failed: {' '.join(command)}")
    after = fingerprints()
    stale = sorted(name for name in {*before, *after} if before.get(name) != after.get(name))
    if stale:
        sys.exit("\n".join(["Stale; now made again, look at them and commit:", *stale]))


if __name__ == "__main__":
    main()
