"""Rows that belong together under one key, such as the members of one household."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from jingzhun.imports.reading.cells import is_blank, shown
from jingzhun.imports.reading.layout import Row


@dataclass(slots=True)
class Block:
    """Consecutive rows; the first one carries what is said about all of them."""

    rows: list[Row]

    @property
    def first(self) -> Row:
        """The row at which findings about the whole block stand."""
        return self.rows[0]


def blocks(rows: Sequence[Row], key: int, anchors: Sequence[int] = ()) -> Iterator[Block]:
    """Cut the rows into blocks, for all three ways in which sheets are kept.

    - key cell merged over its rows: the merged cell says where a block begins and ends, also
      where it is blank;
    - key written once, blank below: a block begins where the key or, where the key is missing,
      at least half of the `anchors` (other columns said once a block) are written;
    - key repeated on every row: a block begins where it changes.

    `key` and `anchors` are column indexes.
    """
    current: list[Row] = []
    repeated = _is_repeated(rows, key)
    for row in rows:
        if current and _begins(row, current[0], key, anchors, repeated):
            yield Block(current)
            current = []
        current.append(row)
    if current:
        yield Block(current)


def _is_repeated(rows: Sequence[Row], key: int) -> bool:
    """Whether the sheet writes the key on every row: then neighbours with one key are one block."""
    own = sum(row.is_own(key) for row in rows)
    changes = sum(
        shown(before.cells[key]).strip() != shown(row.cells[key]).strip()
        for before, row in pairwise(rows)
    )
    return own > len(rows) * 0.9 and changes + 1 < own


def _begins(row: Row, first: Row, key: int, anchors: Sequence[int], repeated: bool) -> bool:
    if row.filled >> key & 1:
        return False
    if row.opens >> key & 1:
        return True
    if not is_blank(row.cells[key]):
        return not repeated or shown(row.cells[key]).strip() != shown(first.cells[key]).strip()
    if first.opens >> key & 1:
        # Below the end of a merged key stands somebody else, even without a key.
        return True
    written = sum(row.is_own(index) for index in anchors)
    return bool(anchors) and written * 2 >= len(anchors)
