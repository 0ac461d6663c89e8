"""Outside /api/v1: tokens for machine clients, and the keys by which tokens are verified."""

from __future__ import annotations

from datetime import timedelta
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Form, Response

from jingzhun.accounts.errors import TokenRequestRefused
from jingzhun.accounts.schemas.client import PublicKeys, TokenError, TokenOut, TokenRequest
from jingzhun.accounts.service import grants
from jingzhun.kit.actor import Actor
from jingzhun.web.answers import answer
from jingzhun.web.guard import Caller, public

router = APIRouter(tags=["系统对接"])


@router.post(
    "/oauth2/token",
    response_model=TokenOut,
    responses={400: {"model": TokenError}, 401: {"model": TokenError}},
    summary="取得令牌",
)
def issue_client_token(
    caller: Annotated[Caller, public(pace="login")], form: Annotated[TokenRequest, Form()]
) -> Response:
    """Client credentials: a 15-minute token with all or some of the client's scopes."""
    authorization = caller.request.headers.get("authorization", "")
    try:
        actor, generation = _granted(caller, authorization, form)
    except TokenRequestRefused as error:
        return _refusal(error)
    life = timedelta(minutes=caller.context.settings.client_minutes)
    content = {
        "access_token": caller.context.tokens.issue(actor, generation, life),
        "token_type": "Bearer",
        "expires_in": int(life.total_seconds()),
        "scope": " ".join(sorted(actor.permissions)),
    }
    return answer(content, Cache_Control="no-store", Pragma="no-cache")


def _granted(caller: Caller, authorization: str, form: TokenRequest) -> tuple[Actor, int]:
    grants.check_grant_type(form.grant_type)
    who = grants.presented(authorization, form.model_dump())
    context = caller.context
    endpoint = f"{context.settings.address}/oauth2/token"
    with caller.write() as u:
        client = grants.authenticate(u, context.tokens, who, endpoint)
        if client is not None:
            return grants.grant(u, client, form.scope), client.generation
    raise grants.refused()


def _refusal(error: TokenRequestRefused) -> Response:
    headers = {"Cache_Control": "no-store", "Pragma": "no-cache"}
    if error.status == HTTPStatus.UNAUTHORIZED:
        headers["WWW_Authenticate"] = 'Basic realm="jingzhun"'
    content = {"error": error.error, "error_description": error.description}
    return answer(content, int(error.status), **headers)


@router.get("/.well-known/jwks.json", response_model=PublicKeys, summary="令牌公钥")
def read_public_keys(caller: Annotated[Caller, public()]) -> Response:
    """The keys by which tokens of this server are verified."""
    return answer(caller.context.tokens.jwks(), Cache_Control="public, max-age=300")
