"""The contracts that ruff, mypy and import-linter keep: each is broken once and seen to fail."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.sources import ROOT

SCRIPTS = Path(sys.executable).parent
PACKAGES = (
    *("households", "registers", "indicators", "journal", "places", "web"),
    *("policy", "grammar", "kit"),
)

# Contract, module that breaks it, its source, what import-linter says of it.
BREACHES = (
    ("layers", "places/models.py", "import jingzhun.households", "jingzhun.places.models ->"),
    ("layers", "registers/facts.py", "import jingzhun.indicators", "jingzhun.registers.facts ->"),
    ("layers", "extras/__init__.py", "", "extras"),
    ("rooms", "households/models.py", "import jingzhun.households.service", "households.models"),
    ("pure", "policy/clauses.py", "import sqlalchemy", "policy.clauses"),
    ("http", "households/service.py", "import fastapi", "households.service"),
    ("http", "households/roster/service.py", "import fastapi", "households.roster.service"),
    ("http", "kit/paging.py", "import starlette", "kit.paging"),
    ("sql", "households/endpoints.py", "import sqlalchemy", "households.endpoints"),
    ("tokens", "households/service.py", "import jose", "households.service"),
)


def write_house(folder: Path) -> None:
    """A made-up product with empty packages under the contracts of the real one."""
    product = folder / "jingzhun"
    for package in PACKAGES:
        (product / package).mkdir(parents=True)
        (product / package / "__init__.py").touch()
    (product / "__init__.py").touch()
    for room in ("endpoints", "service", "repository", "facts", "schemas", "models"):
        (product / "households" / f"{room}.py").touch()
    (product / "web" / "tokens.py").write_text("import jose\n")
    (folder / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text())


def lint_imports(folder: Path, contract: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [SCRIPTS / "lint-imports", "--contract", contract, "--no-cache"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("contract", sorted({breach[0] for breach in BREACHES}))
def test_the_made_up_house_keeps_the_contract(contract: str, tmp_path: Path) -> None:
    write_house(tmp_path)
    done = lint_imports(tmp_path, contract)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(("contract", "module", "source", "said"), BREACHES)
def test_import_linter_sees_the_breach(
    contract: str, module: str, source: str, said: str, tmp_path: Path
) -> None:
    write_house(tmp_path)
    place = tmp_path / "jingzhun" / module
    place.parent.mkdir(exist_ok=True)
    (place.parent / "__init__.py").touch()
    place.write_text(f"{source}\n")
    done = lint_imports(tmp_path, contract)
    assert done.returncode == 1, done.stdout + done.stderr
    assert said in done.stdout


@pytest.mark.parametrize(
    ("code", "source"),
    [
        ("TID251", "from fastapi import HTTPException"),
        ("TID251", "import os\n\nX = os.environ"),
        ("TID251", "import datetime\n\nX = datetime.datetime.now(datetime.UTC)"),
        ("TID251", "from datetime import date\n\nX = date.today()"),
        ("TID252", "from . import models"),
        ("ANN001", "def admit(household) -> None: ..."),
        ("D100", "X = 1"),
        ("E501", f"X = '{'x ' * 60}'"),
    ],
)
def test_ruff_sees_the_breach(code: str, source: str) -> None:
    done = subprocess.run(
        [
            *(SCRIPTS / "ruff", "check", "--no-cache", "--output-format=concise", "-"),
            *("--stdin-filename", "backend/jingzhun/households/service.py"),
        ],
        cwd=ROOT,
        input=source,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert code in done.stdout


def test_mypy_is_strict(tmp_path: Path) -> None:
    module = tmp_path / "breach.py"
    module.write_text("def admit(household):\n    return household\n")
    done = subprocess.run(
        [
            *(SCRIPTS / "mypy", "--config-file", ROOT / "pyproject.toml", module),
            *("--cache-dir", tmp_path / "cache"),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "no-untyped-def" in done.stdout
