"""Rosters from the command line: check without a database, or load into one."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jingzhun import assembly
from jingzhun.households.roster import command
from jingzhun.kit import clock, schema
from jingzhun.kit.settings import Settings
from jingzhun.main import make_context


@dataclass(frozen=True)
class Options:
    """`at` is the roster's day where the file does not say it."""

    file: Path
    at: str
    as_json: bool
    username: str
    merge: bool


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        sys.exit(f"日期“{text}”应写成 2018-06-12 的样子。")


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
        sys.exit("数据库还不是当前版本：请先运行 jingzhun migrate。")
    actor = assembly.actor_of(context, options.username)
    if actor is None:
        sys.exit("请用 --username 指定一个有导入权限的账号。")
    return command.run_import(
        context, options.file, actor, _day(options.at), merge=options.merge, err=sys.stderr
    )
