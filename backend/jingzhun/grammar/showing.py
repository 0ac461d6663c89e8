"""Writes a value as people read it in a sheet: words for codes, yuan for fen."""

from __future__ import annotations

from datetime import date

from jingzhun.grammar.facts import Fact, Kind, Value
from jingzhun.kit.money import yuan_text


def in_sheet(fact: Fact, value: Value | date) -> str | int | None:
    """Write a value as a sheet shows it; unknown stays empty."""
    if value is None:
        return None
    match fact.kind:
        case Kind.FLAG:
            return "是" if value else "否"
        case Kind.MONEY:
            return yuan_text(int(str(value))).replace(",", "")
        case Kind.MULTI if fact.codes:
            return "、".join(fact.codes.title(code) for code in str(value).strip(",").split(","))
        case Kind.CHOICE if fact.codes:
            return fact.codes.title(str(value))
        case Kind.COUNT:
            return int(str(value))
    return value.isoformat() if isinstance(value, date) else str(value)
