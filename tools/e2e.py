"""Runs the browser tests on a free port, untouched by the settings of whoever calls it.

Playwright's own configuration starts the real backend with the built SPA and a data folder of its
own and stops it again. Arguments go on to Playwright.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def free_port() -> int:
    """A loopback port nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def main(arguments: list[str]) -> None:
    """Runs `npm run e2e`; ends with its exit code."""
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("Node.js with npm is missing: install Node 20 or newer, then run make again.")
    environment = {key: value for key, value in os.environ.items() if "JINGZHUN_" not in key}
    environment.setdefault("E2E_PORT", str(free_port()))
    command = [npm, "--prefix", "frontend", "run", "--silent", "e2e", "--", *arguments]
    sys.exit(subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode)


if __name__ == "__main__":
    main(sys.argv[1:])
