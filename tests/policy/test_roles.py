"""Who may do what: the sentences of the issue, and what must never meet in one post."""

import pytest

from jingzhun.policy.roles import (
    ADMINISTRATION,
    ADMINISTRATORS,
    CLIENT_SCOPES,
    POSTS,
    Level,
    Permission,
    Role,
    may_stand_at,
    permissions_of,
)

P, R = Permission, Role


@pytest.mark.parametrize(
    ("permission", "roles"),
    [
        (P.IMPORTS_STAGE, {R.VILLAGE_TEAM, R.TOWN, R.POVERTY_OFFICE}),
        (P.IMPORTS_MERGE, {R.TOWN, R.POVERTY_OFFICE}),
        (P.HOUSEHOLDS_REVEAL, {R.VILLAGE_TEAM, R.TOWN, R.POVERTY_OFFICE}),
        (P.HOUSEHOLDS_EXPORT_CLEAR, {R.POVERTY_OFFICE}),
        (P.FUND_PLANS_MAKE, {R.POVERTY_OFFICE}),
        (P.FUND_PLANS_CHECK, {R.FINANCE}),
        (P.FUND_PLANS_DECIDE, {R.POVERTY_OFFICE, R.LEADER_OFFICE}),
        (P.USERS_MANAGE, {R.SYSTEM_ADMIN}),
        (P.KEYS_MANAGE, {R.SECURITY_ADMIN}),
        (P.JOURNAL_READ, {R.AUDIT_ADMIN}),
        (P.ACCESS_LOG_READ, {R.AUDIT_ADMIN}),
    ],
)
def test_who_holds_it(permission: Permission, roles: set[Role]) -> None:
    assert {role for role, post in POSTS.items() if permission in post.permissions} == roles


@pytest.mark.parametrize("role", Role)
def test_every_role_is_a_post_and_administration_stays_apart(role: Role) -> None:
    held = POSTS[role].permissions
    if role in ADMINISTRATORS:
        assert held <= ADMINISTRATION | {P.PLACES_READ}
    else:
        assert not held & ADMINISTRATION


def test_discipline_reads_funds_and_no_household() -> None:
    held = permissions_of([R.DISCIPLINE])
    assert {P.FUNDS_READ, P.FUND_PLANS_READ} <= held
    assert not {P.HOUSEHOLDS_READ, P.MEMBERS_READ} & held


def test_a_leader_only_reads() -> None:
    assert all(permission.endswith(":read") for permission in permissions_of([R.LEADER]))


def test_a_machine_never_speaks_for_a_person() -> None:
    spoken = {"check", "decide", "announce", "confirm", "propose", "manage", "reveal", "make"}
    assert not {scope.partition(":")[2] for scope in CLIENT_SCOPES} & spoken
    assert P.HOUSEHOLDS_EXPORT_CLEAR not in CLIENT_SCOPES


def test_roles_add_up_and_strangers_get_nothing() -> None:
    both = permissions_of(["town", "finance"])
    assert both == POSTS[R.TOWN].permissions | POSTS[R.FINANCE].permissions
    assert permissions_of(["nobody"]) == frozenset()


def test_where_a_role_may_stand() -> None:
    assert may_stand_at(R.TOWN, Level.TOWN)
    assert not may_stand_at(R.TOWN, Level.DISTRICT)
    assert may_stand_at(R.DISCIPLINE, Level.TOWN)
