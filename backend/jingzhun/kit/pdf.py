"""Prints papers with Chinese text: one warm compiler a process. Knows no paper of its own.

A paper is a template beside the package that owns it; what it says comes in as JSON, never pasted
into the template, so that no text can become markup.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from http import HTTPStatus
from pathlib import Path
from typing import Any

import orjson
import typst

from jingzhun.kit.errors import Refusal

MEDIA_TYPE = "application/pdf"

# In the order they are wanted; the first two are what the frontend's font package and Debian bring.
FAMILIES = (
    "Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC",
    "WenQuanYi Zen Hei", "SimHei", "SimSun", "Noto Serif CJK SC",
)  # fmt: skip
_PACKAGED = (
    Path(__file__).parents[3] / "frontend" / "node_modules" / "@expo-google-fonts" / "noto-sans-sc"
)
# Two weights are enough, and the others would only be read.
_WEIGHTS = ("400Regular", "700Bold")


class FontMissing(Refusal):
    """No font on this machine has Chinese characters; a paper would come out blank."""

    code, status = "font-missing", HTTPStatus.SERVICE_UNAVAILABLE
    title = "缺少中文字体"
    message = (
        "这台服务器没有中文字体，暂不能生成打印件。"
        "请管理员安装中文字体，或用 JINGZHUN_FONT_DIR 指定字体目录。"
    )


class Press:
    """One compiler with its fonts read once; papers are printed one at a time."""

    def __init__(self, fonts: typst.Fonts, family: str) -> None:
        self._compiler = typst.Compiler(font_paths=fonts, ignore_system_fonts=True)
        self._turn = threading.Lock()
        self.family = family

    def print(self, template: str, content: Mapping[str, Any], *, at: datetime) -> bytes:
        """Return a PDF; the template reads `content` as `paper` and its font is already set."""
        prelude = (
            "#let paper = json(bytes(sys.inputs.content))\n"
            f'#set text(font: "{self.family}", lang: "zh", region: "cn")\n'
        )
        body = orjson.dumps(dict(content), default=str).decode()
        with self._turn:
            printed = self._compiler.compile(
                (prelude + template).encode(),
                format="pdf",
                sys_inputs={"content": body},
                # PDF dates end at the second, and the compiler refuses anything finer.
                timestamp=at.replace(microsecond=0),
            )
        if not isinstance(printed, bytes):
            raise TypeError("a paper is one file")
        return printed


@lru_cache(maxsize=2)
def press(font_dir: Path | None = None) -> Press:
    """Return the press of this process; raises FontMissing where no font can write Chinese.

    Fonts are looked for in `font_dir`, then in the frontend's font package, then in the system's.
    """
    for folders in _folders(font_dir):
        fonts = typst.Fonts(include_system_fonts=folders is None, font_paths=folders or [])
        held = set(fonts.families())
        family = next((name for name in FAMILIES if name in held), None)
        if family is not None:
            return Press(fonts, family)
    raise FontMissing


def _folders(font_dir: Path | None) -> list[list[Path] | None]:
    """Font folders to try in turn; None stands for those of the system."""
    packaged = [_PACKAGED / weight for weight in _WEIGHTS if (_PACKAGED / weight).is_dir()]
    tried: list[list[Path] | None] = [[font_dir]] if font_dir else []
    return [*tried, *([packaged] if packaged else []), None]
