"""Looks after an installation: schema, first administrator, keys, journal, backup, check-up."""

from __future__ import annotations

import sqlite3
import stat
import sys
from pathlib import Path

from jingzhun import assembly
from jingzhun.journal import service as journal
from jingzhun.kit import schema
from jingzhun.kit.actor import system_actor
from jingzhun.kit.crypto import save_keyring
from jingzhun.kit.settings import Settings
from jingzhun.main import make_context
from jingzhun.web.context import Context


def _open(settings: Settings) -> Context:
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    return make_context(settings)


def migrate(settings: Settings) -> None:
    """Bring the database to the newest schema and enter the places of the county."""
    context = _open(settings)
    before = schema.current(context.database.writer)
    schema.upgrade(context.database.writer)
    assembly.seed(context)
    sys.stdout.write(f"数据库版本：{before or '空'} → {schema.head()}\n")


def init(settings: Settings, username: str) -> None:
    """Migrate, then make the first system administrator with a one-time password."""
    context = _open(settings)
    schema.upgrade(context.database.writer)
    assembly.seed(context)
    password = assembly.first_administrator(context, username)
    sys.stdout.write(f"系统管理员：{username}\n一次性密码：{password}\n首次登录须修改密码。\n")


def doctor(settings: Settings) -> int:
    """Print each check with its result; return 1 where something is unsafe."""
    context = _open(settings)
    database = context.database
    findings: list[tuple[str, bool, str]] = []
    current = schema.current(database.writer)
    findings.append(("数据库版本", current == schema.head(), str(current)))
    if database.is_sqlite:
        with database.write(system_actor("检查")) as unit:
            mode = unit.connection.exec_driver_sql("PRAGMA journal_mode").scalar_one()
            safe = unit.connection.exec_driver_sql("PRAGMA synchronous").scalar_one()
        findings.append(("SQLite 日志方式 WAL", mode == "wal", str(mode)))
        findings.append(("SQLite synchronous=FULL", safe == 2, str(safe)))
    private = not settings.keys_path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO)
    findings.append(("密钥文件仅本人可读", private, str(settings.keys_path.name)))
    if current == schema.head():
        fault = journal.verify(database)
        findings.append(("日志链", fault is None, fault or "完整"))
    for title, is_good, detail in findings:
        sys.stdout.write(f"{'正常' if is_good else '异常'}  {title}：{detail}\n")
    return 0 if all(is_good for _, is_good, _ in findings) else 1


def backup(settings: Settings, target: Path) -> int:
    """Copy the embedded database while it is written to; PostgreSQL has its own means."""
    context = _open(settings)
    if not context.database.is_sqlite:
        sys.stderr.write("PostgreSQL 请用 pg_dump 或连续归档备份，见 docs/operations.md。\n")
        return 2
    if target.exists():
        sys.stderr.write(f"{target.name} 已存在，未覆盖。请换一个文件名。\n")
        return 2
    source = sqlite3.connect(context.database.writer.url.database or "")
    copy = sqlite3.connect(target)
    try:
        source.backup(copy)
        result = copy.execute("PRAGMA integrity_check").fetchone()[0]
    finally:
        copy.close()
        source.close()
    sys.stdout.write(f"备份完成，完整性检查：{result}\n")
    return 0 if result == "ok" else 1


def rotate_fields(settings: Settings) -> None:
    """Add a field key, then seal everything again with it; safe to run again after a stop."""
    context = _open(settings)
    key_id = context.keys.add_field_key()
    save_keyring(context.keys, settings.keys_path)
    count = assembly.reseal(context)
    sys.stdout.write(f"新字段密钥 {key_id}，已重新加密 {count} 处。\n")


def rotate_signing(settings: Settings) -> None:
    """Add a signing key; tokens signed by the one before still verify."""
    context = _open(settings)
    kid = context.keys.add_signing_key()
    save_keyring(context.keys, settings.keys_path)
    sys.stdout.write(f"新签名密钥 {kid}。请重启服务进程使其生效。\n")


def audit_verify(settings: Settings) -> int:
    """Prove the journal's chain; 1 and the first broken entry where it does not hold."""
    fault = journal.verify(_open(settings).database)
    sys.stdout.write("日志链完整。\n" if fault is None else f"日志链有问题：{fault}。\n")
    return 0 if fault is None else 1


def audit_head(settings: Settings) -> None:
    """Print the head, to be kept elsewhere."""
    with _open(settings).database.read(system_actor("链头")) as unit:
        sys.stdout.write(journal.head_text(journal.head(unit)))
