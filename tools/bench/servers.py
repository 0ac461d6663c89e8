"""Starts the servers that are measured, each a process of its own, and always stops them."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from jingzhun.kit.actor import Actor
from jingzhun.kit.settings import Settings
from jingzhun.main import make_context
from jingzhun.policy.roles import Role
from jingzhun.web.claims import grant_of
from tests.postgres import free_port
from tools.bench import load
from tools.bench.stores import Store

ROOT = Path(__file__).resolve().parents[2]
_START_SECONDS = 60.0
_TICKS = os.sysconf("SC_CLK_TCK")
_LIFE = timedelta(hours=6)


@dataclass
class Server:
    """A server that answers, and how long it took to."""

    port: int
    process: subprocess.Popen[bytes]
    started_seconds: float
    headers: dict[str, str]

    @property
    def cpu_seconds(self) -> float:
        """User and system time it used so far."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS

    @property
    def rss_mb(self) -> float:
        """Memory it holds now."""
        for line in Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / 1024
        return float("nan")


@contextlib.contextmanager
def full(
    store: Store, role: Role = Role.POVERTY_OFFICE, path: str = "/440840/"
) -> Iterator[Server]:
    """`jingzhun serve` as in production, with a token of one person."""
    port = free_port()
    environment = store.environment | {
        "JINGZHUN_PORT": str(port),
        "JINGZHUN_RATE_PER_MINUTE": "1000000000",
    }
    command = [str(Path(sys.executable).parent / "jingzhun"), "serve", "--port", str(port)]
    with _running(command, port, "/readyz", environment) as server:
        server.headers["authorization"] = f"Bearer {_token(store, port, role, path)}"
        yield server


@contextlib.contextmanager
def bare(store: Store) -> Iterator[Server]:
    """The least that can answer the same pages; see `bare.py`."""
    port = free_port()
    command = [sys.executable, "-m", "tools.bench.bare", store.url, str(port)]
    with _running(command, port, "/", {}) as server:
        yield server


def _token(store: Store, port: int, role: Role, path: str) -> str:
    settings = Settings(data_dir=store.folder, database_url=store.database_url, port=port)
    context = make_context(settings)
    try:
        actor = Actor("bench", "测速", "person", (grant_of(role, path),), session="bench")
        return context.tokens.issue(actor, 1, _LIFE)
    finally:
        context.database.close()


@contextlib.contextmanager
def _running(
    command: list[str], port: int, ready: str, environment: dict[str, str]
) -> Iterator[Server]:
    began = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _await(process, port, ready, began)
        yield Server(port, process, time.perf_counter() - began, {})
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _await(process: subprocess.Popen[bytes], port: int, path: str, began: float) -> None:
    while time.perf_counter() - began < _START_SECONDS:
        if process.poll() is not None:
            raise RuntimeError(f"{process.args!s} ended with {process.returncode}")
        with contextlib.suppress(OSError, ValueError):
            if load.fetch(port, load.request("GET", path))[0] == 200:
                return
        time.sleep(0.01)
    raise RuntimeError("the server does not answer")
