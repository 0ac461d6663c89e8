"""The command line: rosters without a browser, and results that a program can read."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import orjson
import pytest
from sqlalchemy import select

from jingzhun.households.models import household, household_event
from jingzhun.households.roster.command import Order, run_import
from jingzhun.policy.roles import Role
from tests.callers import DISTRICT, OTHER_TOWN, person
from tests.households.roster.conftest import Desk
from tests.households.roster.workbooks import SAMPLES, home, workbook

NORTH = "北山村委会"


def imported(
    desk: Desk, file: Path, role: str = Role.POVERTY_OFFICE, path: str = DISTRICT, **how: Any
) -> tuple[int, Any, str]:
    out, err = io.StringIO(), io.StringIO()
    order = Order(file, as_json=True, **how)
    code = run_import(desk.context, order, person(role, path), out=out, err=err)
    return code, json.loads(out.getvalue()), err.getvalue()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "北山.xlsx"
    path.write_bytes(workbook({NORTH: [home()]}))
    return path


def test_a_roster_is_merged_with_what_is_said_of_the_load(desk: Desk, file: Path) -> None:
    load = {"poverty_state": "relapsed", "document": "2017年动态管理名单", "year": "2017"}
    code, said, told = imported(desk, file, merge=True, load=load)
    assert (code, said["state"], said["counts"]["merged"]) == (0, "merged", 1)
    assert said["id"] in told, "and where it is to be looked at"
    (event,) = desk.rows(select(household_event))
    assert event.document == "2017年动态管理名单"
    assert orjson.loads(event.content) == {"poverty_state": "relapsed", "year": 2017}
    code, said, _ = imported(desk, file, merge=True)
    assert (code, said["counts"]["same"]) == (0, 1), "the same file again changes nothing"


def test_without_the_word_nothing_is_merged(desk: Desk, file: Path) -> None:
    code, said, _ = imported(desk, file)
    assert (code, said["state"], said["counts"]["new"]) == (0, "checked", 1)
    assert desk.rows(select(household)) == []


def test_held_back_households_are_told_by_the_code(desk: Desk) -> None:
    code, said, _ = imported(desk, SAMPLES / "roster-with-defects.xlsx")
    assert (code, said["counts"]["held"]) == (1, 15)


def test_scope_and_permission_are_those_of_the_account(desk: Desk, file: Path) -> None:
    code, said, _ = imported(desk, file, Role.TOWN, OTHER_TOWN, merge=True)
    assert (code, said["counts"]["out_of_scope"], said["counts"]["merged"]) == (0, 1, 0)
    code, said, told = imported(desk, file, Role.FINANCE)
    assert (code, said["summary"]["refused"]["code"]) == (2, "not-permitted")
    assert told


def jingzhun(folder: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    settings = {"JINGZHUN_DATA_DIR": str(folder / "data"), "PYTHONIOENCODING": "ascii"}
    return subprocess.run(
        [sys.executable, "-m", "jingzhun.cli", *words],
        env={"PATH": os.defpath, **settings},
        cwd=folder,
        capture_output=True,
        check=False,
        timeout=120,
    )


@pytest.mark.parametrize(
    ("words", "code", "keys"),
    [
        (("import", "{file}", "--check", "--json"), 0, {"summary", "findings"}),
        (("import", "没有.xlsx", "--check", "--json"), 2, {"summary", "findings"}),
        (("policy", "--json"), 0, {"clauses", "parameters", "registers", "quotas", "workflows"}),
    ],
)
def test_on_an_empty_folder_the_output_is_one_document_of_utf_8(
    file: Path, words: tuple[str, ...], code: int, keys: set[str]
) -> None:
    done = jingzhun(file.parent, *(word.format(file=file) for word in words))
    assert done.returncode == code, done.stderr
    assert keys <= set(json.loads(done.stdout.decode()))
    assert not (file.parent / "data").exists()


def test_a_day_that_is_none_is_no_finding(file: Path) -> None:
    done = jingzhun(file.parent, "import", str(file), "--check", "--json", "--at", "2018-13-01")
    assert (done.returncode, done.stdout) == (2, b"")
