"""Who may do what. Where they may do it is their place; what a step needs is in the workflows.

Permissions are `noun:verb`. A machine client's scopes are the same words, narrowed by place; those
that speak for a person (check, decide, reveal, accounts, keys) are never given to a machine.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Permission(StrEnum):
    """One thing an account or a machine client may do within its place."""

    HOUSEHOLDS_READ = "households:read"
    HOUSEHOLDS_WRITE = "households:write"
    HOUSEHOLDS_REVEAL = "households:reveal"
    HOUSEHOLDS_EXPORT = "households:export"
    HOUSEHOLDS_EXPORT_CLEAR = "households:export-clear"
    MEMBERS_READ = "members:read"
    MEMBERS_WRITE = "members:write"
    IMPORTS_READ = "imports:read"
    IMPORTS_STAGE = "imports:stage"
    IMPORTS_MERGE = "imports:merge"
    REGISTERS_READ = "registers:read"
    REGISTERS_EXPORT = "registers:export"
    INDICATORS_READ = "indicators:read"
    FUND_PLANS_READ = "fund-plans:read"
    FUND_PLANS_MAKE = "fund-plans:make"
    FUND_PLANS_CHECK = "fund-plans:check"
    FUND_PLANS_DECIDE = "fund-plans:decide"
    FUND_PLANS_ANNOUNCE = "fund-plans:announce"
    FUNDS_READ = "funds:read"
    PARAMETERS_READ = "parameters:read"
    PARAMETERS_PROPOSE = "parameters:propose"
    PARAMETERS_CONFIRM = "parameters:confirm"
    ATTACHMENTS_ADD = "attachments:add"
    PLACES_READ = "places:read"
    PLACES_MANAGE = "places:manage"
    JOBS_READ = "jobs:read"
    USERS_READ = "users:read"
    USERS_MANAGE = "users:manage"
    CLIENTS_MANAGE = "clients:manage"
    KEYS_MANAGE = "keys:manage"
    JOURNAL_READ = "journal:read"
    ACCESS_LOG_READ = "access-log:read"


class Level(StrEnum):
    """The kind of place an account of a role is bound to."""

    DISTRICT = "district"
    TOWN = "town"
    VILLAGE = "village"


class Role(StrEnum):
    """A post in the district's work. An account may hold several; a step still asks two persons."""

    POVERTY_OFFICE = "poverty-office"
    FINANCE = "finance"
    DEPARTMENT = "department"
    TOWN = "town"
    VILLAGE_TEAM = "village-team"
    VILLAGE_COMMITTEE = "village-committee"
    INSPECTION = "inspection"
    DISCIPLINE = "discipline"
    AUDIT_OFFICE = "audit-office"
    LEADER = "leader"
    LEADER_OFFICE = "leader-office"
    SYSTEM_ADMIN = "system-admin"
    SECURITY_ADMIN = "security-admin"
    AUDIT_ADMIN = "audit-admin"


@dataclass(frozen=True)
class Post:
    """What a role is called, where it may stand and what it may do there."""

    title: str
    title_en: str
    levels: tuple[Level, ...]
    permissions: frozenset[Permission]


_P = Permission
_PLACE = frozenset({_P.PLACES_READ})
_FIGURES = _PLACE | {_P.REGISTERS_READ, _P.INDICATORS_READ, _P.PARAMETERS_READ, _P.JOBS_READ}
_REGISTRY = _FIGURES | {_P.HOUSEHOLDS_READ, _P.MEMBERS_READ}
_KEEP = _REGISTRY | {
    _P.HOUSEHOLDS_WRITE, _P.HOUSEHOLDS_REVEAL, _P.MEMBERS_WRITE, _P.IMPORTS_READ, _P.IMPORTS_STAGE,
}  # fmt: skip
_EXPORT = frozenset({_P.HOUSEHOLDS_EXPORT, _P.REGISTERS_EXPORT})
_FUNDS = frozenset({_P.FUND_PLANS_READ, _P.FUNDS_READ})

_D, _T, _V = Level.DISTRICT, Level.TOWN, Level.VILLAGE

POSTS: Mapping[Role, Post] = {
    Role.POVERTY_OFFICE: Post(
        "区扶贫办", "District poverty office", (_D,),
        _KEEP | _EXPORT | _FUNDS | {
            _P.HOUSEHOLDS_EXPORT_CLEAR, _P.IMPORTS_MERGE, _P.PLACES_MANAGE,
            _P.FUND_PLANS_MAKE, _P.FUND_PLANS_DECIDE, _P.FUND_PLANS_ANNOUNCE,
            _P.PARAMETERS_PROPOSE, _P.PARAMETERS_CONFIRM, _P.ATTACHMENTS_ADD,
        },
    ),
    Role.FINANCE: Post(
        "区财政局", "Finance bureau", (_D,),
        _FIGURES | _FUNDS | {_P.FUND_PLANS_CHECK, _P.REGISTERS_EXPORT},
    ),
    Role.DEPARTMENT: Post(
        "区直部门", "District department", (_D,), _REGISTRY | {_P.REGISTERS_EXPORT}
    ),
    Role.TOWN: Post(
        "街道（镇）", "Town office", (_T,),
        _KEEP | _EXPORT | {_P.IMPORTS_MERGE, _P.FUND_PLANS_READ},
    ),
    Role.VILLAGE_TEAM: Post("驻村工作队", "Village team", (_V,), _KEEP),
    Role.VILLAGE_COMMITTEE: Post("村两委", "Village committee", (_V,), _REGISTRY),
    Role.INSPECTION: Post("督查小组", "Inspection group", (_D,), _REGISTRY | _FUNDS),
    Role.DISCIPLINE: Post("纪委", "Discipline", (_D, _T), _FIGURES | _FUNDS),
    Role.AUDIT_OFFICE: Post("审计", "Audit office", (_D,), _FIGURES | _FUNDS),
    Role.LEADER: Post("领导", "Leader", (_D, _T), _REGISTRY | _FUNDS),
    Role.LEADER_OFFICE: Post(
        "区党政办", "Leaders' office", (_D,),
        _FIGURES | _FUNDS | {
            _P.FUND_PLANS_DECIDE, _P.PARAMETERS_CONFIRM, _P.ATTACHMENTS_ADD,
        },
    ),
    Role.SYSTEM_ADMIN: Post(
        "系统管理员", "System administrator", (_D,),
        _PLACE | {_P.USERS_READ, _P.USERS_MANAGE, _P.CLIENTS_MANAGE},
    ),
    Role.SECURITY_ADMIN: Post(
        "安全管理员", "Security administrator", (_D,),
        _PLACE | {_P.USERS_READ, _P.KEYS_MANAGE},
    ),
    Role.AUDIT_ADMIN: Post(
        "审计管理员", "Audit administrator", (_D,),
        _PLACE | {_P.USERS_READ, _P.JOURNAL_READ, _P.ACCESS_LOG_READ},
    ),
}  # fmt: skip

ADMINISTRATORS = frozenset({Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN})

# Kept to the three administrators, whose own grants hold nothing else but the place tree.
ADMINISTRATION = frozenset(
    {
        _P.USERS_READ, _P.USERS_MANAGE, _P.CLIENTS_MANAGE, _P.KEYS_MANAGE,
        _P.JOURNAL_READ, _P.ACCESS_LOG_READ,
    }
)  # fmt: skip

# A machine reads, stages and merges; it never speaks for a person.
CLIENT_SCOPES = frozenset(
    {
        _P.HOUSEHOLDS_READ, _P.HOUSEHOLDS_WRITE, _P.HOUSEHOLDS_EXPORT, _P.MEMBERS_READ,
        _P.MEMBERS_WRITE, _P.IMPORTS_READ, _P.IMPORTS_STAGE, _P.IMPORTS_MERGE, _P.REGISTERS_READ,
        _P.REGISTERS_EXPORT, _P.INDICATORS_READ, _P.FUND_PLANS_READ, _P.FUNDS_READ,
        _P.PARAMETERS_READ, _P.PLACES_READ, _P.JOBS_READ,
    }
)  # fmt: skip


def permissions_of(roles: Iterable[str]) -> frozenset[Permission]:
    """Return everything the roles together may do; an unknown role grants nothing."""
    granted: frozenset[Permission] = frozenset()
    for role in roles:
        if role in POSTS:
            granted |= POSTS[Role(role)].permissions
    return granted


def may_stand_at(role: str, level: str) -> bool:
    """Say whether an account of `role` may be bound to a place of `level`."""
    return level in POSTS[Role(role)].levels
