"""Runs the browser tests against the built SPA and a real backend with a data folder of its own.

The backend is `jingzhun run` on a free port; the tests find it by E2E_BASE_URL and may look into
E2E_DATA_DIR. Arguments go on to Playwright. The data folder is removed afterwards, the backend's
log is shown when something fails.
"""

from __future__ import annotations

import http
import http.client
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
JINGZHUN = Path(sys.executable).parent / "jingzhun"
START_SECONDS = 120
STOP_SECONDS = 20


def free_port() -> int:
    """A loopback port nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answers(port: int) -> bool:
    """Whether the backend says that it is ready."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/readyz")
        return connection.getresponse().status == http.HTTPStatus.OK
    except (http.client.HTTPException, OSError):
        return False
    finally:
        connection.close()


def wait_until_ready(port: int, backend: subprocess.Popen[bytes]) -> bool:
    """Waits for the backend; False when it ended or the time is up."""
    end = time.monotonic() + START_SECONDS
    while backend.poll() is None and time.monotonic() < end:
        if answers(port):
            return True
        time.sleep(0.2)
    return False


def stop(backend: subprocess.Popen[bytes]) -> None:
    """Ends the backend politely, then for good."""
    backend.terminate()
    try:
        backend.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        backend.kill()
        backend.wait()


def run_browser(address: str, folder: Path, arguments: list[str]) -> int:
    """Runs Playwright against the address and returns its exit code."""
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("Node.js with npm is missing: install Node 20 or newer, then run make again.")
    environment = {**os.environ, "E2E_BASE_URL": address, "E2E_DATA_DIR": str(folder)}
    command = [npm, "--prefix", "frontend", "run", "--silent", "e2e", "--", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


def main(arguments: list[str]) -> None:
    """Starts, tests, stops; ends with Playwright's exit code."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    with tempfile.TemporaryDirectory(prefix="jingzhun-e2e-") as name:
        folder = Path(name)
        log = folder / "backend.log"
        kept = {key: value for key, value in os.environ.items() if not key.startswith("JINGZHUN_")}
        environment = {
            **kept,
            "JINGZHUN_DATA_DIR": str(folder / "data"),
            "JINGZHUN_PORT": str(port),
        }
        with log.open("wb") as output:
            backend = subprocess.Popen(
                [JINGZHUN, "run"],
                cwd=ROOT,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        try:
            ready = wait_until_ready(port, backend)
            code = run_browser(address, folder / "data", arguments) if ready else 1
        finally:
            stop(backend)
        if code:
            print(log.read_text(errors="replace")[-5000:], file=sys.stderr)
            sys.exit(code if ready else "The backend did not start; its log stands above.")


if __name__ == "__main__":
    main(sys.argv[1:])
