"""The command `jingzhun`: composition only. Each command hands over to a package."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from jingzhun.commands import declarations, roster, serving, upkeep
from jingzhun.kit.settings import load


class PovertyState(StrEnum):
    """The states in which a household may enter by the initial load."""

    POOR = "poor"
    EXITED = "exited"
    RELAPSED = "relapsed"


main = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
keys = typer.Typer(no_args_is_help=True, help="密钥：轮换字段密钥与签名密钥")
audit = typer.Typer(no_args_is_help=True, help="日志链：校验与导出链头")
main.add_typer(keys, name="keys")
main.add_typer(audit, name="audit")


@main.callback()
def begin() -> None:
    """精准 Jingzhun：县级精准扶贫工作平台"""
    # Databases, their copies and results are for nobody else on this machine.
    os.umask(0o077)


@main.command()
def run(
    port: Annotated[int | None, typer.Option(help="端口，默认 JINGZHUN_PORT 或 8000")] = None,
) -> None:
    """启动演示：首次启动装入虚构的示范区，打印地址和演示账号。"""
    settings = load()
    serving.run_demo(settings.model_copy(update={"port": port or settings.port}))


@main.command()
def serve(
    port: Annotated[int | None, typer.Option(help="端口，默认 JINGZHUN_PORT 或 8000")] = None,
    workers: Annotated[int, typer.Option(min=1, help="进程数；内嵌数据库时为 1")] = 1,
) -> None:
    """启动生产服务：拒绝默认密钥和演示账号。"""
    settings = load()
    changed = {"port": port or settings.port, "mode": "production"}
    serving.serve_production(settings.model_copy(update=changed), workers)


@main.command()
def migrate() -> None:
    """把数据库升级到当前版本。"""
    upkeep.migrate(load())


@main.command()
def init(username: Annotated[str, typer.Option(help="首位系统管理员的用户名")] = "admin") -> None:
    """建立首位系统管理员，打印一次性密码。"""
    upkeep.init(load(), username)


@main.command()
def doctor() -> None:
    """检查数据库设置、版本、密钥文件权限和日志链。"""
    raise typer.Exit(upkeep.doctor(load()))


@main.command()
def backup(target: Annotated[Path, typer.Argument(help="备份文件，不得已存在")]) -> None:
    """写入期间也可备份内嵌数据库；密钥不在其中，须另行保管。"""
    raise typer.Exit(upkeep.backup(load(), target))


@main.command()
def policy(
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON")] = False,
) -> None:
    """打印方案的条款、参数、名册、指标、次数任务和流程。"""
    sys.stdout.buffer.write(declarations.policy(as_json=as_json).encode())


@main.command()
def gen() -> None:
    """由声明生成 openapi.json、errors.md 和 policy.md。"""
    declarations.generate(Path.cwd())


@main.command("import")
def import_roster(  # noqa: PLR0913, PLR0917 - each parameter is an option of the command line
    file: Annotated[Path, typer.Argument(help="花名册工作簿 .xlsx")],
    check: Annotated[bool, typer.Option("--check", help="只检查，不写入")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON")] = False,
    at: Annotated[str, typer.Option(help="花名册日期，如 2018-06-12")] = "",
    username: Annotated[str, typer.Option(help="以哪个账号导入")] = "",
    merge: Annotated[bool, typer.Option("--merge", help="检查后直接确认入库")] = False,
    document: Annotated[str, typer.Option(help="存量导入的依据文件，默认为文件名")] = "",
    poverty_state: Annotated[PovertyState, typer.Option(help="新户的脱贫状态")] = PovertyState.POOR,
    year: Annotated[int, typer.Option(min=0, max=2100, help="新户建档或脱贫的年度")] = 0,
) -> None:
    """检查或导入花名册。退出码：0 无错误，1 有错误，2 无法读取。"""
    options = roster.Options(
        file, at, as_json, username, merge, document[:120], poverty_state.value, year
    )
    code = roster.check(options) if check else roster.load(load(), options)
    raise typer.Exit(code)


@keys.command("rotate-fields")
def rotate_fields() -> None:
    """换用新的字段密钥，并把已加密的内容重新加密。"""
    upkeep.rotate_fields(load())


@keys.command("rotate-signing")
def rotate_signing() -> None:
    """换用新的签名密钥；旧的仍可验证，直到再次轮换。"""
    upkeep.rotate_signing(load())


@audit.command("verify")
def audit_verify() -> None:
    """校验日志链；有问题时指出第一条。"""
    raise typer.Exit(upkeep.audit_verify(load()))


@audit.command("head")
def audit_head() -> None:
    """打印链头，可抄录或另处保存。"""
    upkeep.audit_head(load())


if __name__ == "__main__":
    main()
