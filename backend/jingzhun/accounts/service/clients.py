"""Machine clients: what an administrator does with them; every change is journalled."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import orjson

from jingzhun.accounts.errors import AlreadyDisabled, ClientNameTaken, NotDisabled
from jingzhun.accounts.repository.client import ClientRepository
from jingzhun.accounts.service.revocations import revoke, tidy
from jingzhun.kit.errors import FieldError, Invalid
from jingzhun.kit.ids import new_id
from jingzhun.kit.paging import Page
from jingzhun.kit.unit import Entry, Unit
from jingzhun.places.repository import PlaceRepository
from jingzhun.policy.roles import CLIENT_SCOPES, Permission
from jingzhun.web.revocations import Revocations
from jingzhun.web.tokens import is_client_key

_MANAGE = Permission.CLIENTS_MANAGE
Keys = Sequence[dict[str, Any]]


def page(unit: Unit, is_disabled: bool | None, number: Page) -> tuple[list[dict[str, Any]], int]:
    """One page of clients, and how many there are in all."""
    rows, total = ClientRepository(unit, _MANAGE).page(is_disabled, number)
    return [_shown(unit, row) for row in rows], total


def shown(unit: Unit, client_id: str) -> dict[str, Any]:
    """One client as it is shown."""
    return _shown(unit, ClientRepository(unit, _MANAGE).get(client_id))


def create(
    unit: Unit, *, name: str, purpose: str, place_id: str, scopes: Sequence[str], keys: Keys | None
) -> tuple[str, str | None]:
    """Add a client; return its id, and its secret unless it signs with keys of its own."""
    repository = ClientRepository(unit, _MANAGE)
    path = _checked(unit, place_id, scopes, keys)
    _refuse_taken(repository, name)
    client_id, secret = new_id(), None if keys is not None else new_secret()
    repository.insert(
        {
            "id": client_id,
            "name": name,
            "purpose": purpose,
            "scopes": _joined(scopes),
            "place_id": place_id,
            "place_path": path,
            "secret_digest": digest(secret) if secret else "",
            "secret_set_at": unit.now,
            "previous_digest": "",
            "jwks": _dumped(keys),
            "generation": 1,
            "made_at": unit.now,
            "changed_at": unit.now,
            "rev": 1,
        }
    )
    _note(unit, "client.create", client_id, f"新建对接客户端：{name}", None)
    return client_id, secret


def update(
    unit: Unit,
    client_id: str,
    out: Revocations,
    *,
    name: str | None = None,
    purpose: str | None = None,
    place_id: str | None = None,
    scopes: Sequence[str] | None = None,
    keys: Keys | None = None,
) -> None:
    """Change a client; what narrows its reach voids the tokens it holds."""
    repository = ClientRepository(unit, _MANAGE)
    row = repository.get(client_id)
    before = _written(row)
    path = _checked(unit, place_id or row.place_id, scopes or row.scopes.split(), keys)
    values: dict[str, Any] = {"place_id": place_id or row.place_id, "place_path": path}
    if name is not None:
        _refuse_taken(repository, name, but=client_id)
        values["name"] = name
    if purpose is not None:
        values["purpose"] = purpose
    if scopes is not None:
        values["scopes"] = _joined(scopes)
    if keys is not None:
        values |= {"jwks": _dumped(keys), "secret_digest": "", "previous_digest": "",
                   "previous_until": None}  # fmt: skip
    if values["place_id"] != row.place_id or scopes is not None or keys is not None:
        values["generation"] = row.generation + 1
        revoke(unit, out, "client", client_id, row.generation + 1)
    repository.change(client_id, **values)
    _note(unit, "client.update", client_id, f"修改对接客户端：{row.name}", before)


def rotate(unit: Unit, client_id: str, *, overlap: timedelta) -> str:
    """Give a new secret; the present one stays good for the overlap, an older one is void."""
    repository = ClientRepository(unit, _MANAGE)
    row = repository.get(client_id)
    if row.disabled_at is not None:
        raise AlreadyDisabled(name=row.name)
    secret = new_secret()
    until = unit.now + overlap if overlap and row.has_secret else None
    repository.rotate(client_id, digest(secret), until)
    if row.jwks is not None:
        repository.change(client_id, jwks=None)
    _note(unit, "client.rotate", client_id, f"更换密钥：{row.name}", _written(row))
    return secret


def disable(unit: Unit, client_id: str, out: Revocations, *, reason: str) -> None:
    """Put a client out: no tokens, and those it holds are void."""
    repository = ClientRepository(unit, _MANAGE)
    row = repository.get(client_id)
    if row.disabled_at is not None:
        raise AlreadyDisabled(name=row.name)
    repository.change(client_id, disabled_at=unit.now, generation=row.generation + 1)
    revoke(unit, out, "client", client_id, row.generation + 1)
    tidy(unit)
    _note(unit, "client.disable", client_id, f"停用对接客户端：{row.name}", _written(row), reason)


def enable(unit: Unit, client_id: str, *, reason: str) -> None:
    """Let a client in again, with the same secret."""
    repository = ClientRepository(unit, _MANAGE)
    row = repository.get(client_id)
    if row.disabled_at is None:
        raise NotDisabled(name=row.name)
    repository.change(client_id, disabled_at=None)
    _note(unit, "client.enable", client_id, f"启用对接客户端：{row.name}", _written(row), reason)


def new_secret() -> str:
    """256 random bits; so many need no slow hash."""
    return f"jz_{secrets.token_urlsafe(32)}"


def digest(secret: str) -> str:
    """How a secret is kept."""
    return hashlib.sha256(secret.encode()).hexdigest()


def _checked(unit: Unit, place_id: str, scopes: Sequence[str], keys: Keys | None) -> str:
    errors = [
        FieldError(f"/scopes/{number}", "scope-not-for-machines",
                   f"“{scope}”须由人办理，不能授予对接客户端")
        for number, scope in enumerate(scopes)
        if scope not in CLIENT_SCOPES
    ]  # fmt: skip
    errors += [
        FieldError(f"/jwks/keys/{number}", "bad-key",
                   "须为 EC P-256 或 2048 位以上 RSA 公钥，且不含私钥部分")
        for number, key in enumerate(keys or ())
        if not is_client_key(key)
    ]  # fmt: skip
    place = PlaceRepository(unit, Permission.PLACES_READ).find(place_id)
    if place is None:
        errors.append(FieldError("/place_id", "place-not-found", "没有找到这个地点，请重新选择"))
    if errors or place is None:
        raise Invalid(errors)
    return str(place.path)


def _refuse_taken(repository: ClientRepository, name: str, *, but: str = "") -> None:
    if repository.has_name(name, but=but):
        raise ClientNameTaken([FieldError("/name", "client-name-taken", "已被使用，请换一个")])


def _joined(scopes: Sequence[str]) -> str:
    return " ".join(sorted({str(scope) for scope in scopes}))


def _dumped(keys: Keys | None) -> str | None:
    return None if keys is None else orjson.dumps(list(keys)).decode()


def _written(row: Any) -> dict[str, Any]:
    return {
        "name": row.name,
        "purpose": row.purpose,
        "place": row.place_name,
        "scopes": row.scopes,
        "is_disabled": row.disabled_at is not None,
        "secret_set_at": str(row.secret_set_at),
        "authentication": _authentication(row),
    }


def _authentication(row: Any) -> str:
    return "secret" if row.jwks is None else "private_key_jwt"


def _shown(unit: Unit, row: Any) -> dict[str, Any]:
    has_overlap = row.previous_until is not None and row.previous_until > unit.now
    return {
        "client_id": row.id,
        "name": row.name,
        "purpose": row.purpose,
        "place": {"id": row.place_id, "name": row.place_name, "path": row.place_path},
        "scopes": row.scopes.split(),
        "authentication": _authentication(row),
        "secret_set_at": row.secret_set_at,
        "previous_until": row.previous_until if has_overlap else None,
        "is_disabled": row.disabled_at is not None,
        "last_token_at": row.last_token_at,
        "made_at": row.made_at,
        "changed_at": row.changed_at,
        "rev": row.rev,
    }


def _note(
    unit: Unit,
    action: str,
    client_id: str,
    summary: str,
    before: dict[str, Any] | None,
    reason: str = "",
) -> None:
    row = ClientRepository(unit, _MANAGE).get(client_id)
    unit.note(
        Entry(action, "client", client_id, summary, before, _written(row), reason, row.place_path)
    )
