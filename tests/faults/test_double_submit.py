"""The same command sent many times over has one effect, also when the line is cut after commit."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx
import pytest
from sqlalchemy import func, select

from jingzhun.households.models import household
from jingzhun.journal.models import journal_entry
from jingzhun.main import create_app
from jingzhun.policy.roles import Role
from jingzhun.web.context import Context
from jingzhun.web.models import idempotency_key
from tests.callers import TOWN, api, everything, headers_for
from tests.faults.harness import Scene, Tell
from tests.village import id_number, settle

URL = "/api/v1/households"
AT_ONCE = 25
PLACES = """
村   | 户 | 姓名 | 关系 | 生日       | 性别
北山 | 1  | 陈明 | 户主 | 1968-03-12 | 男
"""


@pytest.fixture
def village_id(context: Context) -> str:
    return settle(context, PLACES).villages["北山"]


def _body(village_id: str) -> dict[str, Any]:
    return {
        "household_no": "K0001", "village_id": village_id,
        "facts": {"household_kind": "general", "main_cause": "1"},
        "members": [{"name": "何新", "id_number": id_number("1970-01-01", 5), "relation": "01"}],
    }  # fmt: skip


def submit(context: Context, tell: Tell, village_id: str, key: str, times: int) -> None:
    """Send the same request many times at once over the application; tell every answer."""
    headers = headers_for(context, Role.TOWN, TOWN) | {"Idempotency-Key": key}
    transport = httpx.ASGITransport(create_app(context))

    async def post(client: httpx.AsyncClient) -> None:
        answer = await client.post(URL, headers=headers, json=_body(village_id))
        replayed = answer.headers.get("idempotent-replayed", "")
        tell(f"{answer.status_code} {replayed} {answer.json().get('id', '')}")

    async def all_at_once() -> None:
        async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
            await asyncio.gather(*(post(client) for _ in range(times)))

    asyncio.run(all_at_once())


def _effects(scene: Scene) -> tuple[int, int, int]:
    """Households made, entries about it, keys kept."""
    with scene.database.read(everything()) as unit:
        made = select(func.count()).where(household.c.household_no == "K0001")
        told = select(func.count()).where(journal_entry.c.action == "household.make")
        kept = select(func.count()).select_from(idempotency_key)
        return (
            unit.execute(made).scalar_one(),
            unit.execute(told).scalar_one(),
            unit.execute(kept).scalar_one(),
        )


def test_fifty_submits_from_two_processes_have_one_effect(scene: Scene, village_id: str) -> None:
    children = [scene.start(submit, village_id, "key-1", AT_ONCE) for _ in range(2)]
    answers = [line for child in children for line in scene.finish(child).told]
    assert len(answers) == 2 * AT_ONCE
    assert _effects(scene) == (1, 1, 1)
    made = [line for line in answers if line.startswith("201")]
    assert sum("true" not in line for line in made) == 1
    assert len({line.split()[-1] for line in made}) == 1, "one household in every answer"
    # Who is not answered with the household is told that it is in progress, nothing else.
    assert {line.split()[0] for line in answers} <= {"201", "409"}


def _again(scene: Scene, village_id: str, key: str) -> Any:
    """The client sends its command again, to a process that lives."""
    headers = headers_for(scene.context, Role.TOWN, TOWN) | {"Idempotency-Key": key}
    return api(scene.context).post(URL, headers=headers, json=_body(village_id))


def test_a_cut_after_the_commit_is_replayed(scene: Scene, village_id: str) -> None:
    cut = scene.run(submit, village_id, "key-2", 1, at_step=1, past=True)
    assert cut.was_killed
    assert cut.told == []
    assert _effects(scene) == (1, 1, 1)
    again = _again(scene, village_id, "key-2")
    assert again.status_code == 201
    assert again.headers["idempotent-replayed"] == "true"
    assert _effects(scene) == (1, 1, 1)


def test_a_cut_before_the_commit_leaves_the_key_free(scene: Scene, village_id: str) -> None:
    for chance in scene.chances(0.17):
        cut = scene.run(submit, village_id, "key-3", 1, at_step=chance.randint(1, 25))
        assert cut.was_killed
        assert cut.told == []
        assert _effects(scene) == (0, 0, 0)
    again = _again(scene, village_id, "key-3")
    assert again.status_code == 201
    assert "idempotent-replayed" not in again.headers
    assert _effects(scene) == (1, 1, 1)
