"""A server with places, a system administrator and a few people, at a clock the test moves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from fastapi.testclient import TestClient

from jingzhun.accounts import passwords
from jingzhun.accounts.service import users
from jingzhun.accounts.service.posts import Post
from jingzhun.journal.models import journal_entry
from jingzhun.policy.roles import Role
from jingzhun.web.context import Context
from tests.callers import DISTRICT, TOWN, Moment, api, everything, headers_for, seed_places, stopped

PASSWORD = "Yutian-gengzuo-2018"
PASSWORD_HASH = passwords.digest(PASSWORD)


@dataclass
class Server:
    """The application under test and what its tests ask of it again and again."""

    context: Context
    client: TestClient
    clock: Moment
    places: dict[str, str]

    def account(self, username: str, role: str = Role.TOWN, path: str = TOWN) -> str:
        """Make an account that has changed its one-time password; return its id."""
        with self.context.database.write(everything(), now=self.clock()) as unit:
            return users.create(
                unit,
                username=username,
                name="林小明",
                posts=[Post(role, self.places[path])],
                password_hash=PASSWORD_HASH,
                is_demo=True,
            )

    def log_in(self, username: str, password: str = PASSWORD) -> Any:
        """The answer to a login; the cookie is kept by the client."""
        body = {"username": username, "password": password}
        return self.client.post("/api/v1/auth/login", json=body)

    def bearer(self, username: str, password: str = PASSWORD) -> dict[str, str]:
        """The headers of a fresh login."""
        answer = self.log_in(username, password)
        assert answer.status_code == 200, answer.text
        return {"Authorization": f"Bearer {answer.json()['access_token']}"}

    @property
    def admin(self) -> dict[str, str]:
        """The headers of a system administrator without an account of their own."""
        return headers_for(self.context, Role.SYSTEM_ADMIN, DISTRICT)

    def entries(self, action: str) -> list[dict[str, Any]]:
        """What the journal holds of one action, oldest first."""
        with self.context.database.read(everything()) as unit:
            rows = unit.execute(
                journal_entry.select()
                .where(journal_entry.c.action == action)
                .order_by(journal_entry.c.seq)
            ).mappings()
            return [dict(row) for row in rows]


@pytest.fixture
def server(context: Context) -> Server:
    clock = stopped(context)
    return Server(context, api(context), clock, seed_places(context))
