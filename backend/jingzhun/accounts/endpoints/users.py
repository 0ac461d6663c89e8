"""Accounts: list, create, change, disable, unlock, one-time passwords; the declared roles."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Response

from jingzhun.accounts import passwords
from jingzhun.accounts.repository.account import Wanted
from jingzhun.accounts.schemas.user import (
    PostIn,
    Reason,
    RoleList,
    UserCreate,
    UserOut,
    UserPage,
    UserQuery,
    UserSearch,
    UserUpdate,
    UserWithPassword,
)
from jingzhun.accounts.service import users
from jingzhun.accounts.service.posts import Post
from jingzhun.kit.paging import Page
from jingzhun.policy.roles import ADMINISTRATORS, CLIENT_SCOPES, POSTS, Permission
from jingzhun.web.answers import answer, single
from jingzhun.web.guard import Caller, needs

router = APIRouter(prefix="/users", tags=["账号"])
roles_router = APIRouter(prefix="/roles", tags=["账号"])

Reader = Annotated[Caller, needs(Permission.USERS_READ)]
Keeper = Annotated[Caller, needs(Permission.USERS_MANAGE)]
UserId = Annotated[str, Path(max_length=36, description="账号标识")]


@router.get("", response_model=UserPage, summary="账号列表")
def list_users(caller: Reader, query: Annotated[UserQuery, Query()]) -> Response:
    """Accounts with a post in the caller's places."""
    return _page(caller, query, None)


@router.post("/search", response_model=UserPage, summary="按姓名或用户名查找账号")
def search_users(caller: Reader, body: UserSearch) -> Response:
    """The same list for a text; sent as a body so that names stay out of addresses and logs."""
    return _page(caller, body, body.text)


@router.post("", response_model=UserWithPassword, status_code=201, summary="新建账号")
def create_user(caller: Keeper, body: UserCreate) -> Response:
    """Add an account; the answer carries its one-time password, once."""
    password = passwords.one_time()
    password_hash = passwords.digest(password)
    with caller.write() as u:
        account_id = users.create(
            u,
            username=body.username,
            name=body.name,
            posts=_posts(body.roles),
            password_hash=password_hash,
        )
        content = users.shown(u, account_id, Permission.USERS_MANAGE)
    location = f"/api/v1/users/{account_id}"
    return single(content | {"one_time_password": password}, 1, 201, Location=location)


@router.get("/{user_id}", response_model=UserOut, summary="一个账号")
def get_user(caller: Reader, user_id: UserId) -> Response:
    """One account with its posts."""
    with caller.read() as u:
        return _single(users.shown(u, user_id))


@router.patch("/{user_id}", response_model=UserOut, summary="修改账号")
def update_user(caller: Keeper, user_id: UserId, body: UserUpdate) -> Response:
    """Change name or posts; new posts hold everywhere within five seconds."""
    with caller.write() as u:
        caller.expect(users.shown(u, user_id, Permission.USERS_MANAGE)["rev"])
        posts = None if body.roles is None else _posts(body.roles)
        users.update(u, user_id, caller.context.tokens.revoked, name=body.name, posts=posts)
        return _single(users.shown(u, user_id, Permission.USERS_MANAGE))


@router.post("/{user_id}/disable", response_model=UserOut, summary="停用账号")
def disable_user(caller: Keeper, user_id: UserId, body: Reason) -> Response:
    """Put the person out everywhere within five seconds."""
    with caller.write() as u:
        users.disable(u, user_id, caller.context.tokens.revoked, reason=body.reason)
        return _single(users.shown(u, user_id, Permission.USERS_MANAGE))


@router.post("/{user_id}/enable", response_model=UserOut, summary="启用账号")
def enable_user(caller: Keeper, user_id: UserId, body: Reason) -> Response:
    """Let the person log in again."""
    with caller.write() as u:
        users.enable(u, user_id, reason=body.reason)
        return _single(users.shown(u, user_id, Permission.USERS_MANAGE))


@router.post("/{user_id}/unlock", response_model=UserOut, summary="解除锁定")
def unlock_user(caller: Keeper, user_id: UserId, body: Reason) -> Response:
    """Lift the lock that five wrong passwords set."""
    with caller.write() as u:
        users.unlock(u, user_id, reason=body.reason)
        return _single(users.shown(u, user_id, Permission.USERS_MANAGE))


@router.post("/{user_id}/reset-password", response_model=UserWithPassword, summary="重置密码")
def reset_user_password(caller: Keeper, user_id: UserId, body: Reason) -> Response:
    """Give a new one-time password, shown once; every session of the person ends."""
    password = passwords.one_time()
    password_hash = passwords.digest(password)
    with caller.write() as u:
        users.reset_password(
            u,
            user_id,
            caller.context.tokens.revoked,
            password_hash=password_hash,
            reason=body.reason,
        )
        content = users.shown(u, user_id, Permission.USERS_MANAGE)
    return single(content | {"one_time_password": password}, content["rev"])


@roles_router.get("", response_model=RoleList, summary="角色与权限")
def list_roles(caller: Reader) -> Response:
    """The posts the policy declares, what each may do, and what clients may be given."""
    del caller
    items = [
        {
            "role": role,
            "title": post.title,
            "title_en": post.title_en,
            "levels": list(post.levels),
            "permissions": sorted(post.permissions),
            "is_administrator": role in ADMINISTRATORS,
        }
        for role, post in POSTS.items()
    ]
    return answer({"items": items, "client_scopes": sorted(CLIENT_SCOPES)})


def _page(caller: Caller, query: UserQuery, text: str | None) -> Response:
    wanted = Wanted(query.role, None, query.state, text, query.sort, query.must_change_password)
    number = Page(query.page, query.page_size)
    with caller.read() as u:
        items, total = users.page(u, wanted, number, query.place_id)
    return answer(
        {"items": items, "total": total, "page": query.page, "page_size": query.page_size}
    )


def _posts(posts: list[PostIn]) -> list[Post]:
    return [Post(str(post.role), post.place_id) for post in posts]


def _single(content: dict[str, Any]) -> Response:
    return single(content, content["rev"])
