"""The zip container of a workbook, looked at before anything opens it. Never trusts a size."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from jingzhun.imports.reading.errors import (
    DamagedWorkbook,
    EncryptedWorkbook,
    FileTooLarge,
    LegacyWorkbook,
    NotAWorkbook,
    UnsafeWorkbook,
    WorkbookBomb,
)
from jingzhun.imports.reading.limits import Limits

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCAL = struct.Struct("<4s5H3L2H")
_CHUNK = 1 << 18
_RATIO_FROM = 16 << 20
_ARCHIVES = (b"PK\x03\x04", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"\xfd7zX", b"BZh")
_KINDS = (
    (b"%PDF", "这是 PDF 文件"),
    (b"\x89PNG", "这是图片"),
    (b"\xff\xd8\xff", "这是图片"),
    (b"Rar!", "这是压缩包"),
    (b"7z\xbc\xaf", "这是压缩包"),
    (b"<", "这是网页或 XML 文件，只是改了扩展名"),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One part of the container; `start` is where its packed bytes begin."""

    name: str
    start: int
    packed: int
    stored: bool


@dataclass(slots=True)
class Container:
    """The parts by name, and how much has been unpacked so far."""

    content: bytes
    limits: Limits
    entries: dict[str, Entry]
    inflated: int = field(default=0)

    def chunks(self, name: str) -> Iterator[bytes]:
        """Unpack one part piece by piece, counting what really comes out."""
        entry = self.entries[name]
        size = 0
        for chunk in _unpacked(self.content, entry):
            size += len(chunk)
            self.inflated += len(chunk)
            if self.inflated > self.limits.inflated_bytes:
                raise WorkbookBomb(reason="解压后的总量超过上限")
            if size > _RATIO_FROM and size > entry.packed * self.limits.ratio:
                raise WorkbookBomb(reason="压缩比异常")
            yield chunk

    def part(self, name: str, limit: int = 8 << 20) -> bytes:
        """Return one small part whole; raises for a missing or an overlong one."""
        if name not in self.entries:
            raise DamagedWorkbook
        whole = bytearray()
        for chunk in self.chunks(name):
            whole += chunk
            if len(whole) > limit:
                raise WorkbookBomb(reason="目录部分过长")
        return bytes(whole)


def open_container(content: bytes, limits: Limits) -> Container:
    """Check size, kind and directory of the file and return its parts, none unpacked yet."""
    check_kind(content, limits)
    if content.count(b"PK\x01\x02") > limits.entries:
        raise WorkbookBomb(reason="内部文件太多")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            listed = archive.infolist()
    except Exception as error:
        # zipfile raises a dozen kinds on a broken directory; all mean the same to the reader.
        raise DamagedWorkbook from error
    if sum(info.file_size for info in listed) > limits.inflated_bytes:
        raise WorkbookBomb(reason="解压后的总量超过上限")
    entries: dict[str, Entry] = {}
    for info in listed:
        name = _safe_name(info.filename)
        if name in entries:
            raise UnsafeWorkbook(reason="内部文件重名")
        if not name.endswith("/"):
            entries[name] = _located(content, info, name)
    _check_overlaps(entries)
    container = Container(content, limits, entries)
    _check_nested(container)
    return container


def check_kind(content: bytes, limits: Limits) -> None:
    """Refuse by size and by the first bytes; costs nothing, so the caller may ask it first."""
    if len(content) > limits.file_bytes:
        # Rounded up, so that the size shown is never the limit itself.
        raise FileTooLarge(size_mib=-(-len(content) >> 20), limit_mib=limits.file_bytes >> 20)
    if content.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise EncryptedWorkbook
        if "WordDocument".encode("utf-16-le") in content:
            raise NotAWorkbook(reason="这是 Word 文件")
        raise LegacyWorkbook
    if not content:
        raise NotAWorkbook(reason="文件是空的")
    if not content.startswith(b"PK\x03\x04"):
        start = content[:64].removeprefix(b"\xef\xbb\xbf").lstrip()
        named = (kind for magic, kind in _KINDS if start.startswith(magic))
        raise NotAWorkbook(reason=next(named, "内容不是 Excel 格式"))


def _safe_name(name: str) -> str:
    plain = name.replace("\\", "/")
    if plain.startswith("/") or ":" in plain or "\0" in plain or ".." in plain.split("/"):
        raise UnsafeWorkbook(reason="内部文件名可疑")
    return plain


def _located(content: bytes, info: zipfile.ZipInfo, name: str) -> Entry:
    if info.flag_bits & 0x41:
        raise EncryptedWorkbook
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise UnsafeWorkbook(reason="压缩方式不认识")
    head = content[info.header_offset : info.header_offset + _LOCAL.size]
    if len(head) < _LOCAL.size or not head.startswith(b"PK\x03\x04"):
        raise DamagedWorkbook
    fields = _LOCAL.unpack(head)
    start = info.header_offset + _LOCAL.size + fields[9] + fields[10]
    if start + info.compress_size > len(content):
        raise DamagedWorkbook
    return Entry(name, start, info.compress_size, info.compress_type == zipfile.ZIP_STORED)


def _check_overlaps(entries: dict[str, Entry]) -> None:
    end = 0
    for entry in sorted(entries.values(), key=lambda each: each.start):
        if entry.start < end:
            raise WorkbookBomb(reason="内部文件互相重叠")
        end = entry.start + entry.packed


def _check_nested(container: Container) -> None:
    for name, entry in container.entries.items():
        # Embedded Office documents are never opened and may stay; other archives have no place.
        if name.startswith("xl/embeddings/"):
            continue
        first = next(_unpacked(container.content, entry, 8), b"")
        if first.startswith(_ARCHIVES):
            raise WorkbookBomb(reason="里面还套着压缩包")


def _unpacked(content: bytes, entry: Entry, chunk: int = _CHUNK) -> Iterator[bytes]:
    packed = memoryview(content)[entry.start : entry.start + entry.packed]
    if entry.stored:
        for start in range(0, len(packed), chunk):
            yield bytes(packed[start : start + chunk])
        return
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    position = 0
    pending: bytes | memoryview = b""
    while not inflater.eof:
        if not pending:
            if position >= len(packed):
                raise DamagedWorkbook
            pending = packed[position : position + chunk]
            position += chunk
        try:
            piece = inflater.decompress(pending, chunk)
        except zlib.error as error:
            raise DamagedWorkbook from error
        pending = inflater.unconsumed_tail
        if piece:
            yield piece
