"""The only place that asks what time it is. Instants are UTC, days are the district's."""

import time
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

DISTRICT_ZONE = ZoneInfo("Asia/Shanghai")


def now() -> datetime:
    """Return the present instant, aware, UTC, whole microseconds."""
    return datetime.now(UTC)


def today() -> date:
    """Return the present day in the district."""
    return datetime.now(DISTRICT_ZONE).date()


def day_of(instant: datetime) -> date:
    """Return the district's day of an instant."""
    return instant.astimezone(DISTRICT_ZONE).date()


def ticks() -> float:
    """Return seconds of a steady clock, for durations only."""
    return time.monotonic()
