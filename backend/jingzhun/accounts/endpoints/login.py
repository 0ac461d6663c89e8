"""Login, renewal, logout, own password, and what the login page may offer."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Response

from jingzhun.accounts import passwords
from jingzhun.accounts.errors import BadCredentials, CrossSite, SessionEnded
from jingzhun.accounts.schemas.login import AccessToken, Hints, Login, PasswordChange
from jingzhun.accounts.service import demo, login, own, sessions
from jingzhun.kit.settings import Settings
from jingzhun.web.answers import answer
from jingzhun.web.guard import Caller, public, signed_in

router = APIRouter(prefix="/auth", tags=["登录"])

Visitor = Annotated[Caller, public(pace="login")]
Person = Annotated[Caller, signed_in(with_one_time_password=True)]
_PATH = "/api/v1/auth"


@router.post("/login", response_model=AccessToken, summary="登录")
def log_in(caller: Visitor, body: Login) -> Response:
    """Exchange name and password for an access token and a refresh cookie."""
    context = caller.context
    with caller.write() as u:
        attempt = login.begin(u, context.keys, body.username)
    is_right = passwords.matches(attempt.password_hash, body.password)
    renewed = passwords.digest(body.password) if is_right and login.is_outdated(attempt) else None
    with caller.write() as u:
        result = login.finish(u, attempt, context.settings, is_right=is_right)
        if result is not None and renewed is not None:
            login.renew_hash(u, attempt, renewed)
    if result is None:
        raise BadCredentials
    return _tokens(caller, result)


@router.post("/refresh", response_model=AccessToken, summary="续期")
def refresh_session(caller: Annotated[Caller, public(pace="address")]) -> Response:
    """Exchange the refresh cookie; every use gives a new one, an old one ends the session."""
    _refuse_cross_site(caller)
    context = caller.context
    token = caller.request.cookies.get(cookie_name(context.settings), "")
    if not token:
        raise SessionEnded
    with caller.write() as u:
        result = sessions.refresh(u, token, context.settings, context.tokens.revoked)
    if result is None:
        raise SessionEnded
    return _tokens(caller, result)


@router.post("/logout", status_code=204, summary="退出")
def log_out(caller: Person) -> Response:
    """End this session; its tokens are void at once."""
    settings = caller.context.settings
    token = caller.request.cookies.get(cookie_name(settings), "")
    with caller.write() as u:
        sessions.end(u, token, caller.context.tokens.revoked)
    response = Response(status_code=204)
    _set_cookie(response, settings, "", 0)
    return response


@router.post("/password", status_code=204, summary="修改密码")
def change_password(caller: Person, body: PasswordChange) -> Response:
    """Change the own password; other sessions end, this one renews its token."""
    context = caller.context
    with caller.read() as u:
        known = own.own_account(u)
    own.check_new(context.settings.password_policy, known, body.current, body.new)
    with caller.write() as u:
        attempt = own.begin(u, context.keys)
    if not passwords.matches(attempt.password_hash, body.current):
        raise own.refuse_wrong()
    new_hash = passwords.digest(body.new)
    with caller.write() as u:
        own.change_password(u, attempt, new_hash, context.tokens.revoked)
    return Response(status_code=204)


@router.get("/hints", response_model=Hints, summary="登录页提示")
def read_login_hints(caller: Annotated[Caller, public()]) -> Response:
    """On a demonstration server the accounts one may try; never passwords."""
    if caller.context.settings.mode != "demo":
        return answer({"demo": False, "accounts": []})
    with caller.read() as u:
        return answer({"demo": True, "accounts": demo.hints(u)})


def cookie_name(settings: Settings) -> str:
    """Under TLS the prefix binds the cookie to this very host."""
    return "__Host-jingzhun" if _is_tls(settings) else "jingzhun"


def _is_tls(settings: Settings) -> bool:
    return settings.address.startswith("https://")


def _set_cookie(response: Response, settings: Settings, token: str, seconds: int) -> None:
    """`__Host-` demands the path `/`; without TLS the cookie goes to the login routes only."""
    is_tls = _is_tls(settings)
    response.set_cookie(
        cookie_name(settings),
        token,
        max_age=seconds,
        path="/" if is_tls else _PATH,
        secure=is_tls,
        httponly=True,
        samesite="strict",
    )


def _tokens(caller: Caller, result: sessions.SignedIn) -> Response:
    settings = caller.context.settings
    life = timedelta(minutes=settings.access_minutes)
    response = answer(
        {
            "access_token": caller.context.tokens.issue(result.actor, result.generation, life),
            "token_type": "Bearer",
            "expires_in": int(life.total_seconds()),
            "must_change_password": result.actor.must_change_password,
        },
        Cache_Control="no-store",
    )
    if result.refresh_token is not None:
        _set_cookie(response, settings, result.refresh_token, settings.refresh_hours * 3600)
    return response


def _refuse_cross_site(caller: Caller) -> None:
    """SameSite keeps the cookie from other sites already; this is the second lock."""
    if caller.request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise CrossSite
