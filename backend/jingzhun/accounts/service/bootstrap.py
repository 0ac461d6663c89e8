"""The first administrator, and what keeps a production server from starting."""

from __future__ import annotations

from jingzhun.accounts import passwords
from jingzhun.accounts.errors import PlacesMissing
from jingzhun.accounts.repository.account import demo_accounts, has_accounts
from jingzhun.accounts.service import users
from jingzhun.accounts.service.posts import Post
from jingzhun.kit.settings import Settings
from jingzhun.kit.unit import Unit
from jingzhun.places.repository import read_index
from jingzhun.policy.roles import Role


def first_administrator(unit: Unit, username: str) -> str:
    """Make a system administrator of the whole district; return the one-time password.

    Needs the place tree and an actor with users:manage and places:read.
    """
    counties = [one for one in read_index(unit).places.values() if one.kind == "county"]
    if not counties:
        raise PlacesMissing
    password = passwords.one_time()
    users.create(
        unit,
        username=username,
        name="系统管理员",
        posts=[Post(Role.SYSTEM_ADMIN, counties[0].id)],
        password_hash=passwords.digest(password),
    )
    return password


def refusals(unit: Unit, settings: Settings) -> list[str]:
    """Why a production server must not start; empty where it may."""
    reasons = []
    demo = demo_accounts(unit)
    if demo:
        names = "、".join(row.username for row in demo[:3])
        reasons.append(
            f"数据库中有{len(demo)}个演示账号（{names}等）。"
            "正式环境请换用新的数据目录，并运行 jingzhun init 建立管理员。"
        )
    if not has_accounts(unit):
        reasons.append("还没有任何账号。请先运行 jingzhun init 建立首位系统管理员。")
    keys = settings.keys_path
    if keys.exists() and keys.stat().st_mode & 0o077:
        reasons.append(f"密钥文件 {keys} 可被其他用户读取。请执行 chmod 600 后再启动。")
    if "://jingzhun:jingzhun@" in settings.url or "://postgres:postgres@" in settings.url:
        reasons.append("数据库仍在使用默认密码。请修改 JINGZHUN_DATABASE_URL 中的密码。")
    return reasons
