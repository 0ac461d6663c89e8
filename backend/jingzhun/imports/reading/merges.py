"""Which merged cell covers a place: a comment under a merged cell would be seen by nobody."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator

from jingzhun.imports.reading.cells import column_index
from jingzhun.imports.reading.comments import Place

_MERGE = re.compile(
    rb'<(?:[\w.-]+:)?mergeCell\s[^<>]*?\bref\s*=\s*["\']'
    rb"([A-Za-z]{1,3})(\d{1,7}):([A-Za-z]{1,3})(\d{1,7})"
)


def seen_places(chunks: Iterator[bytes], places: Collection[Place]) -> dict[Place, Place]:
    """Return for each covered place the first cell of the merged range that covers it."""
    by_column: dict[int, list[int]] = {}
    for row, column in sorted(places):
        by_column.setdefault(column, []).append(row)
    found: dict[Place, Place] = {}
    for top, left, bottom, right in _ranges(chunks):
        for column, rows in by_column.items():
            if not left <= column <= right:
                continue
            for row in rows[bisect_left(rows, top) : bisect_left(rows, bottom + 1)]:
                found[row, column] = (top, left)
    return found


def _ranges(chunks: Iterator[bytes]) -> Iterator[tuple[int, int, int, int]]:
    rest = b""
    for chunk in chunks:
        piece = rest + chunk
        cut = max(piece.rfind(b"<"), 0)
        # Only a tag cut in two by the border is carried on, never a long text.
        rest = piece[cut:][-256:]
        if b"mergeCell" in piece:
            for match in _MERGE.finditer(piece[:cut]):
                left, right = column_index(match[1].decode()), column_index(match[3].decode())
                yield int(match[2]) - 1, left, int(match[4]) - 1, right
