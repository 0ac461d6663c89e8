"""Broken workbooks by the hundred: each is read or refused, none crashes or hangs."""

import contextlib
import io
import random
import time
import zipfile
from pathlib import Path

import pytest

from jingzhun.imports.reading.errors import WorkbookRefused
from jingzhun.imports.reading.layout import read_layout
from jingzhun.imports.reading.limits import Limits
from jingzhun.imports.reading.prescan import prescan
from jingzhun.imports.reading.workbook import read_sheets
from tests.imports.reading.books import package, text_cell

SAMPLES = Path(__file__).parents[2] / "samples"
TAGS = [
    b"<row ", b"</row>", b"<c ", b"</c>", b'r="XFD9"', b"<f>", b"</f>", b"<v>", b"&#0;", b"<!--",
    b"]]>", b'r="', b"\xff\xfe", b"<mergeCell ref='A1:B2'/>", b"</sheetData>", b't="s"', b"\0",
]  # fmt: skip


def broken_bytes(content: bytes, chance: random.Random) -> bytes:
    found = bytearray(content)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(found))
        match chance.randrange(3):
            case 0:
                found[at] = chance.randrange(256)
            case 1:
                del found[at : at + chance.randint(1, 200)]
            case _:
                found[at:at] = chance.randbytes(chance.randint(1, 40))
    return bytes(found)


def broken_parts(content: bytes, chance: random.Random) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        victim = chance.choice(old.namelist())
        for name in old.namelist():
            body = old.read(name)
            if name == victim:
                at = chance.randrange(len(body) + 1)
                cut = chance.choice([0, 0, 1, 30])
                body = body[:at] + chance.choice(TAGS) + body[at + cut :]
            new.writestr(name, body)
    return out.getvalue()


SMALL = package(
    '<row r="1">' + text_cell("A1", "姓名") + text_cell("B1", "户编号") + "</row>"
    '<row r="2">' + text_cell("A2", "张三") + '<c r="B2"><f>1+1</f><v>2</v></c></row>'
)


@pytest.mark.parametrize("seed", range(12))
def test_broken_workbooks_before_reading(seed: int) -> None:
    chance = random.Random(seed)
    sample = (SAMPLES / "roster-with-defects.xlsx").read_bytes()
    for _ in range(25):
        source = chance.choice([sample, SMALL, SMALL])
        content = chance.choice([broken_bytes, broken_parts])(source, chance)
        started = time.monotonic()
        with contextlib.suppress(WorkbookRefused):
            prescan(content, Limits())
        assert time.monotonic() - started < 2


@pytest.mark.parametrize("seed", range(4))
def test_broken_workbooks_in_the_child(seed: int) -> None:
    chance = random.Random(seed + 100)
    for _ in range(6):
        content = chance.choice([broken_bytes, broken_parts])(SMALL, chance)
        started = time.monotonic()
        with contextlib.suppress(WorkbookRefused):
            for raw in read_sheets(content):
                read_layout(raw, {"姓名", "户编号"}.__contains__)
        assert time.monotonic() - started < 2
