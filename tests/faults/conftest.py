"""The scene of a kill, on both stores."""

from __future__ import annotations

from pathlib import Path

import pytest

from jingzhun.web.context import Context
from tests.conftest import NOW
from tests.faults.harness import Scene


@pytest.fixture
def scene(context: Context, tmp_path: Path) -> Scene:
    """The store of the test, with places and people still to be entered."""
    return Scene(context, tmp_path, NOW)
