"""The script in docs/machine-clients.md does what the page says, as a process of its own."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from jingzhun.accounts.service import clients
from jingzhun.places.repository import read_index
from jingzhun.web.context import Context
from tests.callers import TOWN, everything
from tests.live import serving
from tests.village import settle

PAGE = Path(__file__).resolve().parents[2] / "docs" / "machine-clients.md"
PEOPLE = """
村   | 户 | 姓名   | 关系 | 生日       | 性别
北山 | 1  | 陈明伟 | 户主 | 1968-03-12 | 男
北山 | 1  | 李小红 | 妻   | 1970-04-12 | 女
东简 | 1  | 庄强   | 户主 | 1960-07-02 | 男
"""


def test_the_script_reads_the_households_of_its_place(context: Context) -> None:
    settle(context, PEOPLE)
    with context.database.write(everything(), now=context.now()) as unit:
        ids = {place.path: place.id for place in read_index(unit).places.values()}
        client_id, secret = clients.create(
            unit, name="文档脚本", purpose="", place_id=ids[TOWN], scopes=["households:read"],
            keys=None,
        )  # fmt: skip
    (script,) = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    with serving(context) as address:
        done = subprocess.run(
            [sys.executable, "-c", script],
            env={"JINGZHUN_URL": address, "JINGZHUN_CLIENT_ID": client_id,
                 "JINGZHUN_CLIENT_SECRET": str(secret), "PYTHONIOENCODING": "utf-8"},
            capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
    assert done.returncode == 0, done.stderr
    (line,) = done.stdout.splitlines()
    assert "北山" in line
    assert line.endswith(" 2")
