"""Days and instants as a request may name them: within what calendars and time zones can shift.

An age is reckoned back from a day and an instant is moved to UTC; both end where the calendar does.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

FIRST, LAST = 1900, 9998
_WORDS = "day_out_of_range", "between 1900 and 9998"


def _day(value: date) -> date:
    if not FIRST <= value.year <= LAST:
        raise PydanticCustomError(*_WORDS)
    return value


def _instant(value: datetime) -> datetime:
    if not FIRST <= value.year <= LAST:
        raise PydanticCustomError(*_WORDS)
    return value if value.tzinfo is not None else value.replace(tzinfo=UTC)


Day = Annotated[date, AfterValidator(_day)]
Instant = Annotated[datetime, AfterValidator(_instant)]
