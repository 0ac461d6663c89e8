"""Papers are printed with Chinese that can be read and copied; text never becomes markup."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pypdf import PdfReader

from jingzhun.kit import pdf

AT = datetime(2018, 7, 2, 3, 0, tzinfo=UTC)
TEMPLATE = "= 资金分配公告\n#paper.town #strong(paper.total)"


def text_of(body: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(body)).pages)


def test_chinese_comes_back_as_text() -> None:
    body = pdf.press().print(TEMPLATE, {"town": "东山街道", "total": "叁佰元整"}, at=AT)
    assert body.startswith(b"%PDF-")
    for words in ("资金分配公告", "东山街道", "叁佰元整"):
        assert words in text_of(body)


def test_text_never_becomes_markup() -> None:
    sly = '#panic("x") *粗* $x$ \\ "引号" <标签>'
    assert sly in text_of(pdf.press().print(TEMPLATE, {"town": sly, "total": ""}, at=AT))


def test_the_press_is_made_once() -> None:
    assert pdf.press() is pdf.press()


def test_a_folder_without_fonts_falls_back(tmp_path: Path) -> None:
    assert pdf.press(tmp_path).family in pdf.FAMILIES


def test_no_chinese_font_is_said_plainly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_folders", lambda _: [[tmp_path]])
    with pytest.raises(pdf.FontMissing, match="JINGZHUN_FONT_DIR"):
        pdf.press.__wrapped__(None)


def test_the_same_paper_is_the_same_bytes() -> None:
    content = {"town": "东山街道", "total": "1"}
    assert pdf.press().print(TEMPLATE, content, at=AT) == pdf.press().print(
        TEMPLATE, content, at=AT
    )


def test_a_clock_finer_than_a_second_is_no_hindrance() -> None:
    content = {"town": "东山街道", "total": "1"}
    finer = AT.replace(microsecond=123_456)
    assert pdf.press().print(TEMPLATE, content, at=finer) == pdf.press().print(
        TEMPLATE, content, at=AT
    )
