"""Rosters from the command line: check without a database, or load into one."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NoReturn

from jingzhun import assembly
from jingzhun.households.roster import command
from jingzhun.kit import clock, schema
from jingzhun.kit.settings import Settings
from jingzhun.main import make_context

FIRST_YEAR = 1990


@dataclass(frozen=True)
class Options:
    """`at` is the roster's day where the file does not say it."""

    file: Path
    at: str
    as_json: bool
    username: str
    merge: bool
    document: str = ""
    poverty_state: str = "poor"
    year: int = 0

    @property
    def load(self) -> dict[str, str]:
        """What is said of households that are not registered yet; blanks are left out."""
        said = {"poverty_state": self.poverty_state, "document": self.document, "year": self.year}
        return {name: str(value) for name, value in said.items() if value}


def _stop(words: str) -> NoReturn:
    """End as for a file that cannot be read: 1 is kept for faults that were found."""
    sys.stderr.write(f"{words}\n")
    raise SystemExit(command.UNREADABLE)


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        _stop(f"日期“{text}”应写成 2018-06-12 的样子。")


def check(options: Options) -> int:
    """Check a workbook; needs no data directory, no login, no prompt."""
    return command.run_check(
        options.file,
        _day(options.at),
        today=clock.today(),
        as_json=options.as_json,
        out=sys.stdout,
        err=sys.stderr,
    )


def load(settings: Settings, options: Options) -> int:
    """Upload, check and, where asked, merge a workbook as one of the accounts."""
    context = make_context(settings)
    if not schema.is_current(context.database.writer):
        _stop("数据库还不是当前版本：请先运行 jingzhun migrate。")
    actor = assembly.actor_of(context, options.username)
    if actor is None:
        _stop("请用 --username 指定一个有导入权限的账号。")
    if options.year and options.year < FIRST_YEAR:
        _stop(f"年度{options.year}不对：应为{FIRST_YEAR}年以后。")
    order = command.Order(
        options.file, _day(options.at), options.merge, options.as_json, options.load
    )
    return command.run_import(context, order, actor, out=sys.stdout, err=sys.stderr)
