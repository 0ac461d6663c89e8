"""Which packages make the application: their facts, routers and background work. Nothing else."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import APIRouter

from jingzhun.accounts import jobs as accounts
from jingzhun.accounts.endpoints import clients, login, me, oauth, users
from jingzhun.accounts.service import acting, bootstrap
from jingzhun.accounts.service import demo as demo_accounts
from jingzhun.attachments import endpoints as attachments
from jingzhun.factbook import FactBook
from jingzhun.figures import endpoints as figures
from jingzhun.funds import endpoints as funds
from jingzhun.households import endpoints as households
from jingzhun.households import facts as household_facts
from jingzhun.households.demo.district import load_demo as load_district
from jingzhun.households.jobs import register_jobs as register_household_jobs
from jingzhun.households.roster.service import Roster
from jingzhun.households.service import rotation
from jingzhun.imports import target as import_targets
from jingzhun.imports.endpoints import batches as imports
from jingzhun.imports.endpoints import review as import_review
from jingzhun.imports.jobs import register_jobs as register_import_jobs
from jingzhun.indicators import endpoints as indicators
from jingzhun.jobs import endpoints as jobs
from jingzhun.jobs.service import Runner
from jingzhun.journal import endpoints as journal
from jingzhun.kit.actor import Actor, system_actor
from jingzhun.kit.files import reseal_files
from jingzhun.kit.unit import Unit
from jingzhun.places import endpoints as places
from jingzhun.places.service import seed as seed_places
from jingzhun.policy.roles import Permission
from jingzhun.registers import endpoints as registers
from jingzhun.reports import endpoints as reports
from jingzhun.web import health
from jingzhun.web.context import Context


def make_book() -> FactBook:
    """Bind every fact of the built packages."""
    book = FactBook()
    household_facts.declare(book)
    return book


def prepare(context: Context) -> None:
    """Give the context what upper packages supply, such as the token verifier."""
    context.verify = context.tokens.verify
    import_targets.register(Roster())
    register_import_jobs()
    register_household_jobs()


def api_routers() -> list[APIRouter]:
    """Routers under /api/v1, in the order of the contract."""
    return [
        login.router,
        me.router,
        users.router,
        users.roles_router,
        clients.router,
        journal.router,
        places.router,
        households.router,
        registers.router,
        indicators.router,
        reports.router,
        figures.router,
        funds.router,
        attachments.router,
        jobs.router,
        imports.router,
        import_review.router,
    ]


def root_routers() -> list[APIRouter]:
    """Routers outside /api/v1."""
    return [health.router, oauth.router]


def start_background(context: Context) -> Callable[[], None]:
    """Start what runs beside the requests; return the call that stops it."""
    stops = [accounts.Watch(context).start(), Runner(context).start()]

    def stop() -> None:
        for each in reversed(stops):
            each()

    return stop


_SETTING_UP = frozenset(str(permission) for permission in Permission)


def seed(context: Context) -> None:
    """Enter the county's places into an empty store; nothing on a filled one."""
    with context.database.write(system_actor("初始化", _SETTING_UP), now=context.now()) as unit:
        seed_places(unit)


def first_administrator(context: Context, username: str) -> str:
    """Make the first system administrator; return the one-time password."""
    with context.database.write(system_actor("初始化", _SETTING_UP), now=context.now()) as unit:
        return bootstrap.first_administrator(unit, username)


def production_refusals(context: Context, unit: Unit) -> list[str]:
    """Why a production server must not start; empty where it may."""
    return bootstrap.refusals(unit, context.settings)


def load_demo(context: Context) -> list[demo_accounts.DemoAccount]:
    """Make what the demonstration lacks; return its accounts."""
    seed(context)
    with context.database.write(system_actor("演示数据", _SETTING_UP), now=context.now()) as unit:
        load_district(unit, context.keys)
        return demo_accounts.create_demo_accounts(unit)


def actor_of(context: Context, username: str) -> Actor | None:
    """The person of an enabled account, acting on the command line; None where there is none."""
    with context.database.read(system_actor("命令行"), now=context.now()) as unit:
        return acting.by_name(unit, username, context.settings)


def reseal(context: Context) -> int:
    """Seal protected values and files again with the newest key; return how many that were."""
    count = rotation.reseal(context.database, context.keys)
    return count + reseal_files(context.files_dir, context.keys)
