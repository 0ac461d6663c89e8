"""Passwords: how they are hashed, what the two rule books ask of them, one-time ones.

Argon2id with 19 MiB, two passes, one lane (OWASP); two at a time, so that a wave of logins takes
no more than 38 MiB and never all processors. Never stores or logs a password.
"""

from __future__ import annotations

import secrets
import string
import threading
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from argon2.low_level import Type

from jingzhun.kit.errors import FieldError

MAX_LENGTH = 128
# 等级保护 2.0 (GB/T 22239-2019) 8.1.4.1 asks for complexity and regular change; the figures are
# the usual ones of its assessors. SP 800-63B-4 asks for length and a block list, and neither.
MIN_LENGTH = {"mlps3": 12, "nist": 15}
ROTATION = timedelta(days=90)
_KINDS_ASKED = 3
_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1, type=Type.ID)
_TURNS = threading.BoundedSemaphore(2)
_CLASSES = (string.ascii_lowercase, string.ascii_uppercase, string.digits)
# Letters and digits that are not mistaken for one another when read from paper.
_READABLE = ("abcdefghjkmnpqrstuvwxyz", "ABCDEFGHJKMNPQRSTUVWXYZ", "23456789")
_COMMON = (
    "password", "passw0rd", "qwerty", "qwer1234", "1q2w3e", "1qaz2wsx", "abc123", "admin",
    "letmein", "iloveyou", "woaini", "123456", "654321", "111111", "000000", "888888", "666666",
    "520131", "5201314", "changeme", "welcome", "zhanjiang", "fupin",
)  # fmt: skip


def digest(password: str) -> str:
    """Hash a password; takes about 25 ms and waits for its turn."""
    with _TURNS:
        return _HASHER.hash(password)


def matches(password_hash: str | None, password: str) -> bool:
    """Compare; where there is no hash it takes just as long and says no."""
    with _TURNS:
        try:
            _HASHER.verify(password_hash or _nobodys(), password)
        except (VerificationError, InvalidHashError):
            return False
    return password_hash is not None


@cache
def _nobodys() -> str:
    return _HASHER.hash(secrets.token_urlsafe(32))


def is_outdated(password_hash: str) -> bool:
    """Whether the hash was made with weaker figures than today's."""
    return _HASHER.check_needs_rehash(password_hash)


def one_time() -> str:
    """A random password of 16 readable characters, three kinds and dashes among them."""
    while True:
        groups = ["".join(secrets.choice("".join(_READABLE)) for _ in range(4)) for _ in range(4)]
        word = "".join(groups)
        if all(any(letter in word for letter in kind) for kind in _READABLE):
            return "-".join(groups)


def has_aged(policy: str, set_at: datetime, at: datetime) -> bool:
    """Whether the rule book asks for a new password by now."""
    return policy == "mlps3" and at - set_at > ROTATION


def faults(policy: str, password: str, *, username: str, name: str) -> tuple[FieldError, ...]:
    """Say what is wrong with a new password, all at once."""
    return tuple(
        FieldError("/new", code, message)
        for code, message in _faults(policy, password, username, name)
    )


def _faults(policy: str, password: str, username: str, name: str) -> Iterator[tuple[str, str]]:
    least = MIN_LENGTH[policy]
    if len(password) < least:
        yield "password-too-short", f"至少{least}个字符"
    if policy == "mlps3" and _kinds(password) < _KINDS_ASKED:
        yield "password-too-plain", "须含大写字母、小写字母、数字、符号中的至少三种"
    lowered = password.lower()
    if username in lowered or (name and name.lower() in lowered):
        yield "password-holds-name", "不能包含用户名或姓名"
    rest = lowered
    for word in _COMMON:
        rest = rest.replace(word, "")
    if len(rest) <= len(password) // 2 or len(set(lowered)) <= len(password) // 3:
        yield "password-too-common", "过于常见或重复，请换一个不易猜到的"


def _kinds(password: str) -> int:
    known = "".join(_CLASSES)
    kinds = sum(any(letter in kind for letter in password) for kind in _CLASSES)
    return kinds + any(letter not in known for letter in password)
