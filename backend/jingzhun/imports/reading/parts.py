"""Which parts of the container are sheets, and under which names. Reads only the small parts."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.parsers import expat

from jingzhun.imports.reading.container import Container
from jingzhun.imports.reading.errors import (
    DamagedWorkbook,
    NotAWorkbook,
    TooManySheets,
    UnsafeWorkbook,
)

CONTENT_TYPES = "[Content_Types].xml"
_MAIN = re.compile(r"spreadsheetml\.(sheet|template)\.main\+xml$|ms-excel\.(sheet|template)\.macro")
_OTHERS = (
    ("wordprocessingml", "这是 Word 文件"),
    ("presentationml", "这是 PowerPoint 文件"),
    ("sheet.binary", "这是 .xlsb 二进制工作簿"),
)
_ENCODING = re.compile(rb"<\?xml[^>]*\sencoding\s*=\s*[\"']([^\"']*)")


@dataclass(frozen=True, slots=True)
class SheetPart:
    """One worksheet: its name as on the tab, its part, and whether the tab is hidden."""

    name: str
    path: str
    hidden: bool


def checked(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """Pass XML through, refusing document types, entities and encodings that could hide them."""
    tail = b""
    for number, chunk in enumerate(chunks):
        if number == 0:
            _check_encoding(chunk[:1024])
        for seen in (chunk, tail + chunk[:16]):
            if b"<!" in seen and (b"<!DOCTYPE" in seen or b"<!ENTITY" in seen):
                raise UnsafeWorkbook(reason="XML 里声明了外部实体或文档类型")
        tail = chunk[-16:]
        yield chunk


def _check_encoding(head: bytes) -> None:
    declared = _ENCODING.search(head)
    odd = declared and declared[1].lower() not in (b"utf-8", b"utf8", b"us-ascii", b"ascii")
    if odd or b"\0" in head or head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnsafeWorkbook(reason="XML 不是 UTF-8 编码")


def sheet_parts(container: Container) -> list[SheetPart]:
    """Return the worksheets in tab order; chart and macro sheets are left out."""
    main = main_part(container)
    folder = posixpath.dirname(main)
    targets = {
        attributes.get("Id", ""): _resolved(folder, attributes.get("Target", ""))
        for attributes in _relationships(container, main)
        if attributes.get("Type", "").endswith("/worksheet")
    }
    found = []
    for tag, attributes in _elements(container, main):
        if tag != "sheet":
            continue
        linked = (value for key, value in attributes.items() if key.endswith(":id"))
        path = targets.get(next(linked, ""))
        if path is None:
            continue
        if path not in container.entries:
            raise DamagedWorkbook
        hidden = attributes.get("state", "visible") != "visible"
        found.append(SheetPart(attributes.get("name", ""), path, hidden))
    if not found:
        raise DamagedWorkbook
    if len(found) > container.limits.sheets:
        raise TooManySheets(count=len(found), limit=container.limits.sheets)
    return found


def related(container: Container, part: str, kind: str) -> str | None:
    """Return the part that `part` points to with a relationship whose type ends with `kind`."""
    for attributes in _relationships(container, part):
        if attributes.get("Type", "").endswith(f"/{kind}"):
            return _resolved(posixpath.dirname(part), attributes.get("Target", ""))
    return None


def relationships_path(part: str) -> str:
    """Return where the relationships of a part are kept."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def main_part(container: Container) -> str:
    """Return the part of the workbook itself; raises `NotAWorkbook` where there is none."""
    if CONTENT_TYPES not in container.entries:
        raise NotAWorkbook(reason="这是普通压缩包")
    kinds = {
        attributes.get("PartName", ""): attributes.get("ContentType", "")
        for tag, attributes in _elements(container, CONTENT_TYPES)
        if tag == "Override"
    }
    target = related(container, "", "officeDocument")
    kind = kinds.get(f"/{target}", "")
    for word, reason in _OTHERS:
        if word in kind:
            raise NotAWorkbook(reason=reason)
    if target is None or not _MAIN.search(kind):
        raise NotAWorkbook(reason="里面没有工作簿")
    return target


def _relationships(container: Container, part: str) -> Iterator[dict[str, str]]:
    path = relationships_path(part)
    if path in container.entries:
        for tag, attributes in _elements(container, path):
            if tag == "Relationship":
                yield attributes


def _resolved(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target.lstrip("/")
    return posixpath.normpath(posixpath.join(folder, target))


_WANTED = ("Override", "Relationship", "sheet")


def _elements(container: Container, name: str) -> list[tuple[str, dict[str, str]]]:
    text = b"".join(checked(iter([container.part(name)])))
    found: list[tuple[str, dict[str, str]]] = []
    parser = expat.ParserCreate()

    def started(tag: str, attributes: dict[str, str]) -> None:
        plain = tag.rpartition(":")[2]
        if plain in _WANTED:
            found.append((plain, attributes))

    parser.StartElementHandler = started
    try:
        parser.Parse(text, True)
    except expat.ExpatError as error:
        raise DamagedWorkbook from error
    return found
