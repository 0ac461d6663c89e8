"""Who is no longer let in although the token has not run out. Held in memory, knows no table.

A mark says: tokens of this account, client or login session older than this generation are void.
Marks are only ever raised, so that a late or repeated report changes nothing.
"""

from __future__ import annotations

import threading
from datetime import datetime

ENDED = 1 << 30
Mark = tuple[str, str]


class Revocations:
    """Marks by kind (account, client, session) and id."""

    def __init__(self) -> None:
        self._marks: dict[Mark, tuple[int, datetime]] = {}
        self._gate = threading.Lock()

    def add(self, kind: str, subject: str, below: int, at: datetime) -> None:
        """Void every token of the subject whose generation is smaller than `below`."""
        with self._gate:
            known = self._marks.get((kind, subject))
            if known is None or known[0] < below:
                self._marks[kind, subject] = (below, at)

    def forget(self, before: datetime) -> None:
        """Let go of marks older than any token that could still be alive."""
        with self._gate:
            self._marks = {key: mark for key, mark in self._marks.items() if mark[1] >= before}

    def voids(self, kind: str, subject: str, generation: int) -> bool:
        """Whether a token of this generation is void."""
        mark = self._marks.get((kind, subject))
        return mark is not None and generation < mark[0]

    def __len__(self) -> int:
        return len(self._marks)
