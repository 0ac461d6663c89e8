"""Machine clients, in the actor's places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    Select,
    bindparam,
    delete,
    func,
    insert,
    select,
    text,
    update,
)

from jingzhun.accounts.errors import ClientNotFound
from jingzhun.accounts.models import client_assertion, machine_client
from jingzhun.kit.columns import Instant, within
from jingzhun.kit.paging import Page
from jingzhun.kit.unit import Unit
from jingzhun.places.models import place

_SHOWN = (
    *(column for column in machine_client.columns if "digest" not in column.name),
    (machine_client.c.secret_digest != "").label("has_secret"),
    place.c.name.label("place_name"),
)


class ClientRepository:
    """Clients whose place lies where the actor has `permission`."""

    def __init__(self, unit: Unit, permission: str) -> None:
        self.unit, self.paths = unit, unit.actor.paths(permission)

    def page(self, is_disabled: bool | None, page: Page) -> tuple[Sequence[Row[Any]], int]:
        """One page by name, and how many there are in all."""
        held = [self._scope()]
        if is_disabled is not None:
            disabled = machine_client.c.disabled_at.is_not(None)
            held.append(disabled if is_disabled else ~disabled)
        rows = self.unit.execute(
            self._select()
            .where(*held)
            .order_by(machine_client.c.name, machine_client.c.id)
            .limit(page.size)
            .offset(page.offset)
        ).all()
        total = select(func.count()).select_from(machine_client).where(*held)
        return rows, self.unit.execute(total).scalar_one()

    def get(self, client_id: str) -> Row[Any]:
        """One client; raises ClientNotFound."""
        found = self.unit.execute(
            self._select().where(machine_client.c.id == client_id, self._scope())
        ).one_or_none()
        if found is None:
            raise ClientNotFound
        return found

    def has_name(self, name: str, *, but: str = "") -> bool:
        """Whether another client has this name."""
        statement = select(machine_client.c.id).where(
            machine_client.c.name == name, machine_client.c.id != but
        )
        return self.unit.execute(statement).first() is not None

    def insert(self, values: Mapping[str, Any]) -> None:
        """Add a client."""
        self.unit.execute(insert(machine_client).values(**values))

    def change(self, client_id: str, **values: Any) -> None:
        """Change a client and count its version on."""
        self.unit.execute(
            update(machine_client)
            .where(machine_client.c.id == client_id)
            .values(rev=machine_client.c.rev + 1, changed_at=self.unit.now, **values)
        )

    def rotate(self, client_id: str, digest: str, until: datetime | None) -> None:
        """Set a new secret; the one in use is good until then, or from now on not at all."""
        self.change(
            client_id,
            previous_digest=machine_client.c.secret_digest if until else "",
            previous_until=until,
            secret_digest=digest,
            secret_set_at=self.unit.now,
        )

    def _select(self) -> Select[Any]:
        return select(*_SHOWN).join(place, place.c.id == machine_client.c.place_id)

    def _scope(self) -> ColumnElement[bool]:
        return within(machine_client.c.place_path, self.paths)


def find_client(unit: Unit, client_id: str) -> Row[Any] | None:
    """The client that asks for a token, with its digests; nobody is known yet."""
    return unit.execute(
        select(machine_client).where(machine_client.c.id == client_id)
    ).one_or_none()


def note_token(unit: Unit, client_id: str) -> None:
    """Record when the client last got a token."""
    unit.execute(
        update(machine_client)
        .where(machine_client.c.id == client_id)
        .values(last_token_at=unit.now)
    )


def use_assertion(unit: Unit, digest: str, client_id: str, expires_at: datetime) -> bool:
    """Use a signed statement up; False where it was used before."""
    unit.execute(delete(client_assertion).where(client_assertion.c.expires_at < unit.now))
    done = unit.execute(_USE, {"digest": digest, "client_id": client_id, "expires_at": expires_at})
    return done.rowcount == 1


_USE = text(
    "INSERT INTO client_assertion (digest, client_id, expires_at)"
    " VALUES (:digest, :client_id, :expires_at) ON CONFLICT (digest) DO NOTHING"
).bindparams(bindparam("expires_at", type_=Instant()))
