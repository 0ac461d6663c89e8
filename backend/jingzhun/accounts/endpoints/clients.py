"""Machine clients: list, create, change, new secrets, disable."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Response

from jingzhun.accounts.schemas.client import (
    ClientCreate,
    ClientOut,
    ClientPage,
    ClientQuery,
    ClientUpdate,
    ClientWithSecret,
    SecretRotation,
)
from jingzhun.accounts.schemas.user import Reason
from jingzhun.accounts.service import clients
from jingzhun.kit.paging import Page
from jingzhun.policy.roles import Permission
from jingzhun.web.answers import answer, single
from jingzhun.web.guard import Caller, needs

router = APIRouter(prefix="/clients", tags=["系统对接"])

Keeper = Annotated[Caller, needs(Permission.CLIENTS_MANAGE)]
ClientId = Annotated[str, Path(max_length=36, description="客户端标识")]


@router.get("", response_model=ClientPage, summary="对接客户端列表")
def list_clients(caller: Keeper, query: Annotated[ClientQuery, Query()]) -> Response:
    """Clients whose place lies in the caller's places."""
    with caller.read() as u:
        items, total = clients.page(u, query.is_disabled, Page(query.page, query.page_size))
    return answer(
        {"items": items, "total": total, "page": query.page, "page_size": query.page_size}
    )


@router.post("", response_model=ClientWithSecret, status_code=201, summary="新建对接客户端")
def create_client(caller: Keeper, body: ClientCreate) -> Response:
    """Add a client; the answer carries its secret, once."""
    with caller.write() as u:
        client_id, secret = clients.create(
            u,
            name=body.name,
            purpose=body.purpose,
            place_id=body.place_id,
            scopes=body.scopes,
            keys=None if body.jwks is None else body.jwks.keys,
        )
        content = clients.shown(u, client_id)
    location = f"/api/v1/clients/{client_id}"
    return single(content | {"client_secret": secret}, 1, 201, Location=location)


@router.get("/{client_id}", response_model=ClientOut, summary="一个对接客户端")
def get_client(caller: Keeper, client_id: ClientId) -> Response:
    """One client; never its secret."""
    with caller.read() as u:
        return _single(clients.shown(u, client_id))


@router.patch("/{client_id}", response_model=ClientOut, summary="修改对接客户端")
def update_client(caller: Keeper, client_id: ClientId, body: ClientUpdate) -> Response:
    """Change name, purpose, place, scopes or keys; tokens of the old reach are void."""
    with caller.write() as u:
        caller.expect(clients.shown(u, client_id)["rev"])
        clients.update(
            u,
            client_id,
            caller.context.tokens.revoked,
            name=body.name,
            purpose=body.purpose,
            place_id=body.place_id,
            scopes=body.scopes,
            keys=None if body.jwks is None else body.jwks.keys,
        )
        return _single(clients.shown(u, client_id))


@router.post("/{client_id}/rotate-secret", response_model=ClientWithSecret, summary="更换密钥")
def rotate_client_secret(caller: Keeper, client_id: ClientId, body: SecretRotation) -> Response:
    """Give a new secret, shown once; the old one stays good for the overlap."""
    with caller.write() as u:
        secret = clients.rotate(u, client_id, overlap=timedelta(hours=body.overlap_hours))
        content = clients.shown(u, client_id)
    return single(content | {"client_secret": secret}, content["rev"])


@router.post("/{client_id}/disable", response_model=ClientOut, summary="停用对接客户端")
def disable_client(caller: Keeper, client_id: ClientId, body: Reason) -> Response:
    """Put the client out everywhere within five seconds."""
    with caller.write() as u:
        clients.disable(u, client_id, caller.context.tokens.revoked, reason=body.reason)
        return _single(clients.shown(u, client_id))


@router.post("/{client_id}/enable", response_model=ClientOut, summary="启用对接客户端")
def enable_client(caller: Keeper, client_id: ClientId, body: Reason) -> Response:
    """Let the client in again."""
    with caller.write() as u:
        clients.enable(u, client_id, reason=body.reason)
        return _single(clients.shown(u, client_id))


def _single(content: dict[str, Any]) -> Response:
    return single(content, content["rev"])
