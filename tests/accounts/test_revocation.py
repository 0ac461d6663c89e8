"""Who is dismissed is out at once here, and within five seconds in another process."""

from __future__ import annotations

import time
from pathlib import Path

from jingzhun.accounts.jobs import EVERY_SECONDS, Watch
from jingzhun.accounts.models import revocation
from jingzhun.kit.crypto import save_keyring
from jingzhun.main import make_context
from tests.accounts.conftest import Server
from tests.accounts.test_clients import created, token
from tests.callers import OTHER_TOWN, api, everything


def another(server: Server) -> Server:
    """A second process on the same database and keys."""
    context = make_context(server.context.settings, now=server.clock)
    context.database = server.context.database
    return Server(context, api(context), server.clock, server.places)


def test_a_dismissed_person_is_out_of_the_other_process_too(server: Server) -> None:
    assert EVERY_SECONDS < 5
    account_id = server.account("lin")
    bearer = server.bearer("lin")
    second = another(server)
    watch = Watch(second.context)
    assert second.client.get("/api/v1/me", headers=bearer).status_code == 200
    url = f"/api/v1/users/{account_id}/disable"
    server.client.post(url, json={}, headers=server.admin)
    watch.look()
    assert second.client.get("/api/v1/me", headers=bearer).status_code == 401


def test_a_changed_role_a_logout_and_a_disabled_client_reach_it_as_well(server: Server) -> None:
    account_id = server.account("lin")
    server.account("chen")
    lin, chen = server.bearer("lin"), server.bearer("chen")
    made = created(server)
    machine = {"Authorization": f"Bearer {token(server, made).json()['access_token']}"}
    second = another(server)
    roles = [{"role": "town", "place_id": server.places[OTHER_TOWN]}]
    change = server.admin | {"If-Match": "*"}
    server.client.patch(f"/api/v1/users/{account_id}", json={"roles": roles}, headers=change)
    server.client.post("/api/v1/auth/logout", headers=chen)
    url = f"/api/v1/clients/{made['client_id']}/disable"
    server.client.post(url, json={}, headers=server.admin)
    Watch(second.context).look()
    assert second.client.get("/api/v1/me", headers=lin).status_code == 401
    assert second.client.get("/api/v1/me", headers=chen).status_code == 401
    assert second.client.get("/api/v1/places", headers=machine).status_code == 401


def test_the_thread_learns_by_itself_and_stops_when_told(server: Server) -> None:
    account_id = server.account("lin")
    bearer = server.bearer("lin")
    second = another(server)
    watch = Watch(second.context)
    stop = watch.start()
    try:
        server.client.post(f"/api/v1/users/{account_id}/disable", json={}, headers=server.admin)
        begun = time.monotonic()
        while second.client.get("/api/v1/me", headers=bearer).status_code != 401:
            assert time.monotonic() - begun < 5
            time.sleep(0.05)
    finally:
        stop()
    assert not watch._thread.is_alive()


def test_a_round_that_fails_does_not_end_the_watch(server: Server) -> None:
    watch = Watch(server.context)
    rounds: list[int] = []

    def look() -> None:
        rounds.append(1)
        watch._stopped.set() if len(rounds) > 1 else None
        raise OSError("the database is away")

    watch.look = look  # type: ignore[method-assign]
    watch._stopped.wait = lambda _seconds: watch._stopped.is_set()  # type: ignore[method-assign,assignment,misc]
    watch._run()
    assert len(rounds) == 2


def test_a_process_that_starts_later_knows_at_once(server: Server) -> None:
    account_id = server.account("lin")
    bearer = server.bearer("lin")
    server.client.post(f"/api/v1/users/{account_id}/disable", json={}, headers=server.admin)
    second = another(server)
    with second.client:
        assert second.client.get("/api/v1/me", headers=bearer).status_code == 401


def test_rotated_keys_are_learnt_from_the_file(server: Server, tmp_path: Path) -> None:
    second = another(server)
    watch = Watch(second.context)
    server.account("lin")
    ring = server.context.keys
    ring.add_signing_key()
    save_keyring(ring, server.context.settings.keys_path)
    bearer = server.bearer("lin")
    assert second.client.get("/api/v1/me", headers=bearer).status_code == 401
    watch.look()
    assert second.client.get("/api/v1/me", headers=bearer).status_code == 200


def test_marks_and_rows_too_old_to_matter_are_dropped(server: Server) -> None:
    first, second = server.account("lin"), server.account("chen")
    server.client.post(f"/api/v1/users/{first}/disable", json={}, headers=server.admin)
    server.clock.forward(hours=5)
    server.client.post(f"/api/v1/users/{second}/disable", json={}, headers=server.admin)
    with server.context.database.read(everything()) as unit:
        rows = unit.execute(revocation.select()).all()
    assert [row.subject_id for row in rows] == [second]
    Watch(server.context).look()
    assert len(server.context.tokens.revoked) == 1
