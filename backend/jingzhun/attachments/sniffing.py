"""Tells what a file is by its first bytes, never by its name or a browser's word. Pure."""

from __future__ import annotations

import io
import re
import zipfile

_OFFICE = "application/vnd.openxmlformats-officedocument"
PDF, PNG, JPEG = "application/pdf", "image/png", "image/jpeg"
DOCX = f"{_OFFICE}.wordprocessingml.document"
XLSX = f"{_OFFICE}.spreadsheetml.sheet"
SUFFIXES = {PDF: "pdf", PNG: "png", JPEG: "jpg", DOCX: "docx", XLSX: "xlsx"}

_STARTS = ((b"%PDF-", PDF), (b"\x89PNG\r\n\x1a\n", PNG), (b"\xff\xd8\xff", JPEG))
_UNNAMEABLE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u200b-\u200f\u202a-\u202e\u2066-\u2069]')
_MOST_PARTS = 5000
_ENTRY = b"PK\x01\x02"  # opens each entry of the directory of an archive


def find_kind(content: bytes) -> str | None:
    """Return the media type of a file that may be kept, or None."""
    for start, kind in _STARTS:
        if content.startswith(start):
            return kind
    return _find_office(content) if content.startswith(b"PK\x03\x04") else None


def _find_office(content: bytes) -> str | None:
    """Only the directory is read, so that nothing inside can unfold; macros are refused."""
    if content.count(_ENTRY) > _MOST_PARTS:
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            names = {name.lower() for name in file.namelist()}
    except (zipfile.BadZipFile, ValueError, OSError):
        return None
    if "[content_types].xml" not in names or any(name.endswith("vbaproject.bin") for name in names):
        return None
    if "word/document.xml" in names:
        return DOCX
    return XLSX if "xl/workbook.xml" in names else None


def safe_name(name: str, kind: str) -> str:
    """Return a file name without paths or tricks, ending as its kind does."""
    stem = _UNNAMEABLE.sub("", name.replace("\\", "/").rsplit("/", 1)[-1]).strip(". ")
    suffix = SUFFIXES[kind]
    stem = re.sub(r"\.[A-Za-z0-9]{1,5}$", "", stem).strip(". ") or "附件"
    return f"{stem[:100]}.{suffix}"
