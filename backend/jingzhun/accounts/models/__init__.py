"""Accounts, logins, machine clients and revocations. Importing it declares every table."""

from jingzhun.accounts.models.account import account, account_role, login_attempt
from jingzhun.accounts.models.client import client_assertion, machine_client
from jingzhun.accounts.models.session import login_session, login_token, revocation

__all__ = [
    "account",
    "account_role",
    "client_assertion",
    "login_attempt",
    "login_session",
    "login_token",
    "machine_client",
    "revocation",
]
