"""Tables of the registry, made from the vocabulary so that a fact is named once."""

from jingzhun.households.models.columns import (
    MAX_DAY,
    SEALED,
    fact_columns,
    sealed_columns,
    version_columns,
)
from jingzhun.households.models.registry import (
    household,
    household_event,
    household_version,
    income,
    member,
    member_token,
    member_version,
)

__all__ = [
    "MAX_DAY",
    "SEALED",
    "fact_columns",
    "household",
    "household_event",
    "household_version",
    "income",
    "member",
    "member_token",
    "member_version",
    "sealed_columns",
    "version_columns",
]
