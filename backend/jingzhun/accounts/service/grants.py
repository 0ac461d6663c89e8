"""Tokens for machine clients: RFC 6749 §4.4, by secret or by a signed statement (RFC 7523)."""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from urllib.parse import unquote_plus

import orjson

from jingzhun.accounts.errors import TokenRequestRefused
from jingzhun.accounts.repository import client as repository
from jingzhun.accounts.service.clients import digest
from jingzhun.kit.actor import Actor
from jingzhun.kit.unit import Entry, Unit
from jingzhun.web.claims import client_actor
from jingzhun.web.tokens import TokenRefused, Tokens

JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"


@dataclass(frozen=True)
class Presented:
    """How a client says who it is: exactly one of secret and assertion."""

    client_id: str
    secret: str = ""
    assertion: str = ""


def presented(authorization: str, form: Mapping[str, str]) -> Presented:
    """Read the client's authentication; more than one method at once is refused (§2.3)."""
    basic = authorization[:6].lower() == "basic "
    if basic + bool(form["client_secret"]) + bool(form["client_assertion"]) > 1:
        raise _bad("invalid_request", "more than one client authentication method")
    if basic:
        return _basic(authorization[6:].strip(), form["client_id"])
    if form["client_assertion"]:
        if form["client_assertion_type"] != JWT_BEARER:
            raise _bad("invalid_request", "unknown client_assertion_type")
        return Presented(form["client_id"], assertion=form["client_assertion"])
    if not form["client_id"] or not form["client_secret"]:
        raise refused()
    return Presented(form["client_id"], secret=form["client_secret"])


def _basic(encoded: str, form_id: str) -> Presented:
    try:
        client_id, secret = base64.b64decode(encoded, validate=True).decode().split(":", 1)
    except ValueError as error:
        raise refused() from error
    client_id, secret = unquote_plus(client_id), unquote_plus(secret)
    if form_id and form_id != client_id:
        raise _bad("invalid_request", "client_id differs from the one in Authorization")
    return Presented(client_id, secret=secret)


def authenticate(unit: Unit, tokens: Tokens, who: Presented, endpoint: str) -> Any | None:
    """The client, or None after journalling the failure; both are to be committed."""
    if who.assertion:
        client, is_proven = _by_assertion(unit, tokens, who, endpoint)
    else:
        client = repository.find_client(unit, who.client_id)
        is_proven = _by_secret(unit, client, who.secret)
    if is_proven and client is not None and client.disabled_at is None:
        return client
    path = client.place_path if client is not None else ""
    known = client.id if client is not None else ""
    reason = "已停用" if is_proven else "认证不符" if client is not None else "没有这个客户端"
    unit.note(
        Entry("client.token-refused", "client", known, f"取令牌失败：{reason}", place_path=path)
    )
    return None


def _by_secret(unit: Unit, client: Any, secret: str) -> bool:
    """Compare with both secrets of an overlap, in constant time, known client or not."""
    given = digest(secret)
    kept = client.secret_digest if client is not None else ""
    has_overlap = (
        client is not None
        and client.previous_until is not None
        and client.previous_until > unit.now
    )
    previous = client.previous_digest if has_overlap else ""
    is_present = hmac.compare_digest(given, kept or "-" * 64)
    return hmac.compare_digest(given, previous or "-" * 64) or is_present


def _by_assertion(
    unit: Unit, tokens: Tokens, who: Presented, endpoint: str
) -> tuple[Any | None, bool]:
    found: dict[str, Any] = {}

    def keys_of(client_id: str) -> Sequence[Mapping[str, Any]]:
        if who.client_id and who.client_id != client_id:
            return ()
        found["client"] = repository.find_client(unit, client_id)
        jwks = found["client"].jwks if found["client"] is not None else None
        return () if jwks is None else list(orjson.loads(jwks))

    try:
        assertion = tokens.assertion(who.assertion, keys_of, endpoint)
    except TokenRefused:
        return found.get("client"), False
    used = hashlib.sha256(f"{assertion.client_id}:{assertion.jti}".encode()).hexdigest()
    is_first = repository.use_assertion(unit, used, assertion.client_id, assertion.expires_at)
    return found["client"], is_first


def grant(unit: Unit, client: Any, wanted: str) -> Actor:
    """The actor to issue a token for; fewer scopes than held may be asked for, never more."""
    held = client_actor(client.id, client.name, client.scopes, client.place_path)
    asked = frozenset(wanted.split())
    if not asked <= held.permissions:
        raise _bad("invalid_scope", "a requested scope is not granted to this client")
    actor = client_actor(
        client.id, client.name, " ".join(asked or held.permissions), client.place_path
    )
    repository.note_token(unit, client.id)
    address, request_id = unit.actor.address, unit.actor.request_id
    unit.actor = Actor(
        actor.id, actor.name, actor.kind, actor.grants, address=address, request_id=request_id
    )
    unit.note(Entry("client.token", "client", client.id, "取得令牌", place_path=client.place_path))
    return actor


def refused() -> TokenRequestRefused:
    """The answer to a client that did not prove who it is."""
    return TokenRequestRefused(
        "invalid_client", "client authentication failed", HTTPStatus.UNAUTHORIZED
    )


def check_grant_type(grant_type: str) -> None:
    """Only client credentials are served; people log in elsewhere."""
    if not grant_type:
        raise _bad("invalid_request", "grant_type is missing")
    if grant_type != "client_credentials":
        raise _bad("unsupported_grant_type", "only client_credentials is served")


def _bad(error: str, description: str) -> TokenRequestRefused:
    return TokenRequestRefused(error, description, HTTPStatus.BAD_REQUEST)
