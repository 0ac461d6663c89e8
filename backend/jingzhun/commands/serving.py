"""Starts the application: as a demonstration, or for production."""

from __future__ import annotations

import os
import sys
from typing import Any

import uvicorn

from jingzhun import assembly
from jingzhun.accounts.service.demo import DemoAccount
from jingzhun.kit import logs, schema
from jingzhun.kit.actor import system_actor
from jingzhun.kit.settings import Settings
from jingzhun.main import create_app, make_context
from jingzhun.web.connection import Connection
from jingzhun.web.context import Context


def run_demo(settings: Settings) -> None:
    """Migrate, load the made-up district on the first start, print the accounts, serve."""
    logs.configure(settings.log_level, for_good=True)
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    context = make_context(settings)
    schema.upgrade(context.database.writer)
    accounts = assembly.load_demo(context)
    _greet(settings, accounts)
    uvicorn.run(create_app(context), **_options(settings))


def serve_production(settings: Settings, workers: int) -> None:
    """Serve, unless something is left that must not be in production."""
    logs.configure(settings.log_level, for_good=True)
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    context = make_context(settings)
    if not schema.is_current(context.database.writer):
        sys.exit("数据库还不是当前版本：请先运行 jingzhun migrate。")
    refusals = _refusals(context)
    if refusals:
        sys.exit("拒绝以生产方式启动：\n" + "\n".join(f"  - {reason}" for reason in refusals))
    if workers > 1 and context.database.is_sqlite:
        sys.exit("内嵌数据库只能用一个进程；多进程请改用 PostgreSQL（JINGZHUN_DATABASE_URL）。")
    if workers == 1:
        uvicorn.run(create_app(context), **_options(settings))
        return
    context.database.close()
    os.environ["JINGZHUN_MODE"] = "production"  # noqa: TID251 - the workers read it again
    uvicorn.run("jingzhun.main:app", factory=True, workers=workers, **_options(settings))


def _refusals(context: Context) -> list[str]:
    with context.database.read(system_actor("启动检查")) as unit:
        return assembly.production_refusals(context, unit)


def _options(settings: Settings) -> dict[str, Any]:
    return {
        "host": settings.host,
        "port": settings.port,
        "log_level": "warning",
        "access_log": False,
        "server_header": False,
        "timeout_keep_alive": 30,
        "http": Connection,
    }


def _greet(settings: Settings, accounts: list[DemoAccount]) -> None:
    out = sys.stderr.write
    out(f"\n  精准 Jingzhun 已启动：{settings.address}\n\n  演示账号（用户名 / 密码 / 角色）：\n")
    for one in accounts:
        out(f"    {one.username:<22} {one.password:<22} {one.role_title} · {one.place_name}\n")
    out("\n  按 Ctrl C 停止。数据在 " + str(settings.data_dir.absolute()) + "\n\n")
