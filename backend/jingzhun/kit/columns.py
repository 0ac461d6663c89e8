"""Column types that read the same on SQLite and PostgreSQL, and the scope of a path column."""

from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    DateTime,
    Dialect,
    Integer,
    SQLColumnExpression,
    String,
    TypeDecorator,
    and_,
    bindparam,
    false,
    or_,
)
from sqlalchemy.types import TypeEngine

MAX_DAY_TEXT = "9999-12-31"


def ascii_text(length: int) -> String:
    """Text that sorts by bytes on both databases: ids, codes, paths, digests."""
    return String(length).with_variant(String(length, collation="C"), "postgresql")


Id = ascii_text(36)
Path = ascii_text(120)
Fen = BigInteger()


class Instant(TypeDecorator[datetime]):
    """An aware UTC instant; text that sorts in SQLite, timestamptz in PostgreSQL."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name == "sqlite":
            return dialect.type_descriptor(String(27))
        return dialect.type_descriptor(DateTime(timezone=True))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        if value is None or dialect.name != "sqlite":
            return value
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if value is None or isinstance(value, datetime):
            return value.astimezone(UTC) if value else None
        return datetime.fromisoformat(value)


class Hundredths(TypeDecorator[str]):
    """An exact decimal with two places, kept as an integer of hundredths, read as text."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: str | Decimal | int | None, dialect: Dialect) -> Any:
        if value is None:
            return None
        scaled = Decimal(value) * 100
        if scaled != scaled.to_integral_value():
            raise ValueError("more than two decimal places")
        return int(scaled)

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else hundredths_text(int(value))


def hundredths_text(hundredths: int) -> str:
    """Write hundredths as a plain decimal: 190 → “1.9”, 200 → “2”."""
    sign = "-" if hundredths < 0 else ""
    whole, rest = divmod(abs(hundredths), 100)
    return f"{sign}{whole}.{rest:02d}".rstrip("0").rstrip(".")


def within(column: SQLColumnExpression[str], paths: Sequence[str]) -> ColumnElement[bool]:
    """True where a place path lies in one of the subtrees; each path ends in a slash.

    Written as a range, so that an index serves it on both databases.
    """
    if not paths:
        return false()
    return or_(*(and_(column >= path, column < f"{path[:-1]}0") for path in paths))


def narrowed(paths: Sequence[str], path: str | None) -> tuple[str, ...]:
    """The part of the subtrees that lies inside one place; all of them where none is asked for.

    SQLite searches an index by the first range it is given and reads past the rest, so two ranges
    on one column must be made one before they become SQL.
    """
    if path is None:
        return tuple(paths)
    if path.startswith(tuple(paths)):
        return (path,)
    return tuple(one for one in paths if one.startswith(path))


def within_slots(column: SQLColumnExpression[str], name: str, count: int) -> ColumnElement[bool]:
    """The same with `count` places to be filled by `slots`, so that a statement is built once."""
    if not count:
        return false()
    return or_(
        *(
            and_(column >= bindparam(f"{name}_from{n}"), column < bindparam(f"{name}_to{n}"))
            for n in range(count)
        )
    )


def slots(name: str, paths: Sequence[str]) -> dict[str, str]:
    """What fills `within_slots`."""
    return {
        f"{name}_{end}{n}": path if end == "from" else f"{path[:-1]}0"
        for n, path in enumerate(paths)
        for end in ("from", "to")
    }
