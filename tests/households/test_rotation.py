"""A new key seals everything again; stopping half-way loses nothing."""

from __future__ import annotations

import pytest
from sqlalchemy import select, text

from jingzhun import assembly
from jingzhun.households.service import rotation
from jingzhun.imports.service.checking import files
from jingzhun.jobs.models import SEAL, job
from jingzhun.web.context import Context
from tests.callers import everything
from tests.households.roster.conftest import desk_of
from tests.households.roster.workbooks import home, workbook
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


def test_staged_rows_jobs_and_files_are_sealed_anew_too(context: Context) -> None:
    """A batch waiting for its merge, its job and its workbook outlive the key they began with."""
    desk = desk_of(context)
    batch = desk.upload(workbook({"北山村委会": [home()]}))
    first, *_ = context.keys.fields
    context.keys.add_field_key()
    assert assembly.reseal(context) > 0
    del context.keys.fields[first]
    context.keys._ciphers.clear()
    assert desk.get(f"/{batch}/rows")["items"][0]["cells"]
    with context.database.read(everything()) as unit:
        assert files(context).find(batch), "the workbook opens"
        for sealed in unit.execute(select(job.c.sealed_actor, job.c.sealed_content)).all():
            assert all(context.keys.unseal(one, SEAL) for one in sealed)
    assert desk.merge(batch)["merged"]["new"] == 1
    assert assembly.reseal(context) == 0
