"""Whatever the commands write on a shared machine is nobody else's to read."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from jingzhun.cli import main


@pytest.fixture
def careless() -> Iterator[None]:
    """A machine that lets everybody read new files, as most do."""
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.mark.usefixtures("careless")
def test_database_and_copy_are_readable_by_their_owner_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data, copy = tmp_path / "data", tmp_path / "copy.sqlite3"
    monkeypatch.setenv("JINGZHUN_DATA_DIR", str(data))
    for command in (["migrate"], ["backup", str(copy)]):
        done = CliRunner().invoke(main, command)
        assert done.exit_code == 0, done.output
    made = [copy, data, *data.iterdir()]
    assert {path.name for path in made} >= {"copy.sqlite3", "jingzhun.sqlite3", "keys.json"}
    open_to_others = [path.name for path in made if path.stat().st_mode & 0o077]
    assert open_to_others == []
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
