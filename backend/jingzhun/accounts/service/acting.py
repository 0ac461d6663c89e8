"""Who acts on the command line: an account by name, with the grants it holds. Checks no password.

Whoever reaches the command line reaches the database and the keys anyway; the journal names the
account and says that the command line was used.
"""

from __future__ import annotations

from dataclasses import replace

from jingzhun.accounts.repository.login import find_by_username
from jingzhun.accounts.service.sessions import actor_of
from jingzhun.kit.actor import Actor
from jingzhun.kit.settings import Settings
from jingzhun.kit.unit import Unit

ADDRESS = "command line"


def by_name(unit: Unit, username: str, settings: Settings) -> Actor | None:
    """Return the actor of an enabled account, or None where there is no such account."""
    known = find_by_username(unit, username)
    if known is None or known.disabled_at is not None:
        return None
    return replace(actor_of(unit, known, "", settings), address=ADDRESS)
