"""A small village, and callers who may see it or not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import event

from jingzhun.kit.database import Database
from jingzhun.policy.roles import Role
from jingzhun.web.context import Context
from tests.callers import OTHER_TOWN, TOWN, api, headers_for
from tests.village import Settled, settle

PEOPLE = """
村   | 户 | 姓名   | 关系 | 生日       | 性别 | 劳动 | 就读   | 文化程度 | 健康 | 低保 | 特困 | 户类 | 原因 | 户电话      | 工资  | 经营 | 财产 | 转移 | 成本
北山 | 1  | 陈明伟 | 户主 | 1968-03-12 | 男   | 普通 | 非在校 | 初中     | 健康 | 否   | 否   | 一般 | 因病 | 13812345678 | 20000 | 500  | 0    | 300  | 800
北山 | 1  | 李小红 | 妻   | 1970-04-12 | 女   | 无   | 非在校 | 小学     | 残疾 | 否   | 否   |      |      |             |       |      |      |      |
北山 | 1  | 陈小   | 女   | 2010-04-12 | 女   | 无   | 小学   | -        | 健康 | 否   | 否   |      |      |             |       |      |      |      |
北山 | 2  | 单雄信 | 户主 | 1942-11-02 | 男   | 丧失 | 非在校 | 小学     | 健康 | 是   | 否   | 低保 | 缺劳力 | -         | 0     | 0    | 0    | 6000 | 0
北山 | 3  | 王秀   | 户主 | 1980-01-15 | 女   | -    | 非在校 | 初中     | 健康 | -    | 否   | 一般 | 因学 | -           | -     | 0    | 0    | 0    | 0
调青 | 1  | 林国   | 户主 | 1975-06-01 | 男   | 技能 | 非在校 | 高中     | 健康 | 否   | 否   | 一般 | 缺技术 | -         | 30000 | 0    | 0    | 0    | 0
东简 | 1  | 庄强   | 户主 | 1960-07-02 | 男   | 弱   | 非在校 | 小学     | 健康 | 否   | 否   | 一般 | 因残 | -           | 1000  | 0    | 0    | 0    | 0
"""


@pytest.fixture
def village(context: Context) -> Settled:
    return settle(context, PEOPLE)


@pytest.fixture
def server(context: Context, village: Settled) -> TestClient:
    return api(context)


@pytest.fixture
def office(context: Context) -> dict[str, str]:
    return headers_for(context, Role.POVERTY_OFFICE)


@pytest.fixture
def town(context: Context) -> dict[str, str]:
    return headers_for(context, Role.TOWN, TOWN)


@pytest.fixture
def other_town(context: Context) -> dict[str, str]:
    return headers_for(context, Role.TOWN, OTHER_TOWN)


@pytest.fixture
def counted(database: Database) -> Callable[[], object]:
    """Count the statements inside a `with counted() as statements` block."""

    @contextmanager
    def counting() -> Iterator[list[str]]:
        seen: list[str] = []

        def note(_c: object, _cursor: object, statement: str, *_: object) -> None:
            if statement != "BEGIN":
                seen.append(statement)

        engines = (database.reader, database.writer)
        for engine in engines:
            event.listen(engine, "before_cursor_execute", note)
        try:
            yield seen
        finally:
            for engine in engines:
                event.remove(engine, "before_cursor_execute", note)

    return counting
