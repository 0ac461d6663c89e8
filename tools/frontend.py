"""Installs the SPA's packages and builds it, each only when what goes in has changed.

Called by make. Standard library only. It never runs install scripts of packages and never
changes the lock file: `npm ci` refuses a lock that does not fit package.json.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

FRONTEND = Path(__file__).resolve().parent.parent / "frontend"
PACKAGES = FRONTEND / "node_modules"
PAGE = FRONTEND / "dist" / "index.html"
OLDEST_NODE = 20

INSTALL_INPUTS = ("package.json", "package-lock.json", ".npmrc")
# Tests and lint settings are left out: they do not end in the build.
BUILD_INPUTS = (
    *INSTALL_INPUTS,
    "index.html",
    "*.config.ts",
    "tsconfig*.json",
    "src/**/*",
    "public/**/*",
    "scripts/**/*",
)


def find_inputs(patterns: Iterable[str]) -> list[Path]:
    """The files that match, in an order that is the same on every machine."""
    found = {path for pattern in patterns for path in FRONTEND.glob(pattern) if path.is_file()}
    return sorted(path for path in found if ".test." not in path.name)


def fingerprint(patterns: Iterable[str], node: str) -> str:
    """Changes when one of the files, a file's name or Node's version changes."""
    digest = hashlib.sha256(node.encode())
    for path in find_inputs(patterns):
        digest.update(path.relative_to(FRONTEND).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def find_node() -> str:
    """Node's version; ends with a sentence when Node or npm is missing or too old."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        sys.exit("Node.js with npm is missing: install Node 20 or newer, then run make again.")
    done = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True)
    version = done.stdout.strip()
    if int(version.removeprefix("v").split(".")[0]) < OLDEST_NODE:
        sys.exit(f"Node {OLDEST_NODE} or newer is needed, this is {version}.")
    return version


def npm(*arguments: str) -> None:
    """Runs npm in the SPA's folder; when it fails, shows what it said and ends."""
    program = shutil.which("npm") or "npm"
    done = subprocess.run(
        [program, *arguments],
        cwd=FRONTEND,
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if done.returncode:
        print(done.stdout, file=sys.stderr)
        sys.exit(f"npm {' '.join(arguments)} failed (exit code {done.returncode}).")


def step(name: str, patterns: Iterable[str], node: str, product: Path, *command: str) -> None:
    """Runs one npm command unless its stamp says that nothing has changed since the last time."""
    stamp = PACKAGES / f".jingzhun-{name}.sha256"
    wanted = fingerprint(patterns, node)
    if product.exists() and stamp.exists() and stamp.read_text() == wanted:
        return
    print(f"Setting up the SPA: {name}", file=sys.stderr)
    npm(*command)
    stamp.write_text(wanted)


def main(until: str) -> None:
    """Brings the SPA up to date: `install` stops after the packages, `build` goes on."""
    node = find_node()
    step(
        "install",
        INSTALL_INPUTS,
        node,
        PACKAGES,
        *("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"),
    )
    if until == "build":
        step("build", BUILD_INPUTS, node, PAGE, "run", "--silent", "build")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "build")
