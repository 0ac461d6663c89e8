"""What a token says about its bearer, and the actor made of it. Signatures are none of its work."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jingzhun.kit.actor import Actor, Grant
from jingzhun.policy.roles import CLIENT_SCOPES, permissions_of

PERSON, CLIENT = "person", "client"


def of_person(actor: Actor) -> dict[str, Any]:
    """Roles and their places travel in a person's token; permissions follow from the roles."""
    claims: dict[str, Any] = {
        "client_id": "jingzhun-spa",
        "kind": PERSON,
        "sid": actor.session,
        "roles": [[grant.role, grant.path] for grant in actor.grants],
    }
    return claims | ({"pwd": "change"} if actor.must_change_password else {})


def of_client(actor: Actor) -> dict[str, Any]:
    """Scopes, narrowed by one place, travel in a machine client's token."""
    grant = actor.grants[0]
    return {
        "client_id": actor.id,
        "kind": CLIENT,
        "scope": " ".join(sorted(grant.permissions)),
        "place": grant.path,
    }


def actor_of(claims: Mapping[str, Any]) -> Actor:
    """Build the actor; raises KeyError, TypeError or ValueError where the claims are not ours."""
    kind = claims["kind"]
    if kind == PERSON:
        return _person(claims)
    if kind == CLIENT:
        return client_actor(claims["sub"], str(claims["name"]), claims["scope"], claims["place"])
    raise ValueError("unknown kind")


def grant_of(role: str, path: str) -> Grant:
    """A role at a place, with what the policy lets it do."""
    return Grant(role, path, frozenset(map(str, permissions_of([role]))))


def client_actor(client_id: str, name: str, scope: str, path: str) -> Actor:
    """A machine client; a scope the policy no longer gives to machines is dropped."""
    scopes = frozenset(scope.split()) & frozenset(map(str, CLIENT_SCOPES))
    return Actor(client_id, name, CLIENT, (Grant(CLIENT, path, scopes),))


def _person(claims: Mapping[str, Any]) -> Actor:
    return Actor(
        claims["sub"],
        str(claims["name"]),
        PERSON,
        tuple(grant_of(str(role), str(path)) for role, path in claims["roles"]),
        session=str(claims["sid"]),
        must_change_password=claims.get("pwd") == "change",
    )
