"""How often one caller may come: a token bucket each, in the memory of this process.

Behind several workers each counts for itself; the settings speak of one process.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from math import ceil
from typing import Literal

from jingzhun.kit import clock
from jingzhun.kit.settings import Settings

REMEMBERED = 10_000
_MINUTE = 60.0
Pace = Literal["none", "login", "address"]
Headers = list[tuple[bytes, bytes]]


@dataclass(frozen=True)
class Turn:
    """Whether the caller may go on, what is left, and in how many seconds there is more."""

    granted: bool
    left: int
    seconds: int


class Bucket:
    """`per_minute` turns a minute, all of which may be used at once."""

    def __init__(
        self, name: str, per_minute: int, *, ticks: Callable[[], float] = clock.ticks
    ) -> None:
        self.per_minute, self._ticks = per_minute, ticks
        self._name = name
        self._policy = f'"{name}";q={per_minute};w=60'.encode()
        self._levels: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._gate = threading.Lock()

    def take(self, key: str) -> Turn:
        """Use one turn of this caller."""
        now, rate = self._ticks(), self.per_minute / _MINUTE
        with self._gate:
            level, at = self._levels.get(key, (float(self.per_minute), now))
            level = min(float(self.per_minute), level + (now - at) * rate)
            granted = level >= 1
            if granted:
                level -= 1
            self._levels[key] = (level, now)
            self._levels.move_to_end(key)
            if len(self._levels) > REMEMBERED:
                self._levels.popitem(last=False)
        wait = 1 if level >= 1 else ceil((1 - level) / rate)
        return Turn(granted, int(level), wait)

    def headers(self, turn: Turn) -> Headers:
        """The fields by which a client paces itself."""
        state = f'"{self._name}";r={turn.left};t={turn.seconds}'.encode()
        return [(b"ratelimit-policy", self._policy), (b"ratelimit", state)]


class Limits:
    """The buckets of one application: by actor, and by address where nobody is known yet."""

    def __init__(self, settings: Settings) -> None:
        self.actors = Bucket("caller", settings.rate_per_minute)
        self._addresses = {
            "login": Bucket("login", settings.login_rate_per_minute),
            "address": Bucket("address", settings.rate_per_minute),
        }

    def by_address(self, pace: Pace) -> Bucket:
        """Passwords and secrets are tried slowly; anything else at the common pace."""
        return self._addresses[pace]
