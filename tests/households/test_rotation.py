"""A new key seals everything again; stopping half-way loses nothing."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from jingzhun.households.service import rotation
from jingzhun.web.context import Context
from tests.callers import everything
from tests.village import Settled


def test_everything_is_sealed_by_the_newest_key(
    context: Context, village: Settled, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rotation, "_BATCH", 2)
    key_id = context.keys.add_field_key()
    count = rotation.reseal(context.database, context.keys)
    assert count == 8, "seven ID numbers and a phone"
    assert rotation.reseal(context.database, context.keys) == 0
    with context.database.read(everything()) as unit:
        held = unit.execute(text("SELECT id_number FROM member_version")).scalars().all()
    assert all(one.startswith(f"g1.{key_id}.") for one in held)
    opened = {context.keys.unseal(one, "id_number") for one in held}
    assert opened == set(village.id_numbers.values())


def test_it_goes_on_where_it_stopped(
    context: Context, village: Settled, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rotation, "_BATCH", 1)
    context.keys.add_field_key()
    seal, calls = context.keys.seal, []

    def breaks(value: str, kind: str) -> str:
        calls.append(kind)
        if len(calls) == 4:
            raise KeyboardInterrupt
        return seal(value, kind)

    monkeypatch.setattr(context.keys, "seal", breaks)
    with pytest.raises(KeyboardInterrupt):
        rotation.reseal(context.database, context.keys)
    monkeypatch.setattr(context.keys, "seal", seal)
    assert rotation.reseal(context.database, context.keys) == 8 - 3
