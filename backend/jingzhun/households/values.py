"""A fact's value in its three forms, and the way between them.

- *value*: as policy speaks (`grammar.facts.Value`): MULTI ``,01,04,``, DECIMAL hundredths (int),
  DATE ISO text, MONEY fen, a sealed fact in clear;
- *column*: as the tables keep it: DECIMAL text, DATE a date, a sealed fact as three columns;
- *wire*: as the interface writes it: MULTI a list of codes, DECIMAL text, a sealed fact masked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from operator import itemgetter
from typing import Any

import orjson

from jingzhun.grammar.facts import Fact, Kind, Protection, Value
from jingzhun.kit import id_number, masks
from jingzhun.kit.columns import hundredths_text
from jingzhun.kit.crypto import Keyring

Columns = dict[str, Any]
RESIDENT_CARD = "01"


def to_columns(facts: Iterable[Fact], values: Mapping[str, Value], keys: Keyring) -> Columns:
    """Turn values into columns, sealing what is protected; only facts named in `values`."""
    columns: Columns = {}
    for fact in facts:
        if fact.slug not in values:
            continue
        value = values[fact.slug]
        if fact.protection is Protection.SEALED:
            columns |= sealed(fact.slug, None if value is None else str(value), keys)
        elif value is not None and fact.kind is Kind.DECIMAL:
            columns[fact.slug] = hundredths_text(int(value))
        elif value is not None and fact.kind is Kind.DATE:
            columns[fact.slug] = date.fromisoformat(str(value))
        else:
            columns[fact.slug] = value
    return columns


def sealed(slug: str, text: str | None, keys: Keyring) -> Columns:
    """Return ciphertext, mask and blind index of one protected value."""
    if text is None:
        return {slug: None, f"{slug}_masked": None, f"{slug}_blind": None}
    return {
        slug: keys.seal(text, slug),
        f"{slug}_masked": masks.mask(text, slug),
        f"{slug}_blind": keys.blind(text, slug),
    }


def to_values(facts: Iterable[Fact], row: Mapping[str, Any], keys: Keyring) -> dict[str, Value]:
    """Read values back from columns in clear, for the rules; never for an answer or a log."""
    values: dict[str, Value] = {}
    for fact in facts:
        held = row[fact.slug]
        if held is not None and fact.protection is Protection.SEALED:
            held = keys.unseal(held, fact.slug)
        elif held is not None and fact.kind is Kind.DECIMAL:
            held = int(Decimal(held) * 100)
        elif isinstance(held, date):
            held = held.isoformat()
        values[fact.slug] = held
    return values


def to_wire(fact: Fact, row: Mapping[str, Any]) -> Any:
    """Return what the interface shows of a fact in a row of columns."""
    if fact.protection is Protection.SEALED:
        return row[f"{fact.slug}_masked"]
    held = row[fact.slug]
    if held is not None and fact.kind is Kind.MULTI:
        return [code for code in held.split(",") if code]
    return held


def wire_of(facts: Sequence[Fact]) -> Callable[[Mapping[Any, Any]], dict[str, Any]]:
    """Return what shows a row of columns as the interface does: masks, and several codes as a list.

    Made once for the facts, so that a row costs one look at each column.
    """
    slugs = [fact.slug for fact in facts]
    several = [fact.slug for fact in facts if fact.kind is Kind.MULTI]
    columns = itemgetter(
        *(f"{fact.slug}_masked" if fact.protection is Protection.SEALED else fact.slug
          for fact in facts)
    )  # fmt: skip

    def shown(row: Mapping[Any, Any]) -> dict[str, Any]:
        values = dict(zip(slugs, columns(row), strict=True))
        for slug in several:
            held = values[slug]
            if held is not None:
                values[slug] = [code for code in held.split(",") if code]
        return values

    return shown


def from_wire(fact: Fact, given: Any) -> Value:
    """Read a value the interface sent; its shape was checked by the schema."""
    if given is None or given in ("", []):
        return None
    match fact.kind:
        case Kind.MULTI:
            return f",{','.join(sorted(set(given)))},"
        case Kind.DECIMAL:
            return int(Decimal(given) * 100)
        case Kind.DATE:
            return str(given)
        case Kind.TEXT:
            return _tidy(fact, str(given))
    return given  # type: ignore[no-any-return]


def _tidy(fact: Fact, text: str) -> str | None:
    if fact.protection is Protection.SEALED:
        text = "".join(text.split()).upper()
    return text.strip() or None


def with_identity(values: dict[str, Value]) -> dict[str, Value]:
    """Add birth date and sex from a well-formed resident ID where the record leaves them out."""
    number = values.get("id_number")
    if (
        not isinstance(number, str)
        or values.get("id_kind") not in (None, RESIDENT_CARD)
        or not id_number.is_well_formed(number)
    ):
        return values
    born_on = id_number.birth_date(number)
    derived: dict[str, Value] = {
        "born_on": born_on.isoformat() if born_on else None,
        "sex": id_number.sex_code(number),
    }
    return values | {slug: text for slug, text in derived.items() if values.get(slug) is None}


def digest(facts: Iterable[Fact], row: Mapping[str, Any], keys: Keyring, kind: str) -> str:
    """Return a keyed digest of all facts in columns, so that the same again is seen at once.

    Sealed facts count by their blind index; place, household and order are compared apart.
    """
    content = [
        row.get(f"{fact.slug}_blind" if fact.protection is Protection.SEALED else fact.slug)
        for fact in facts
    ]
    return keys.blind(orjson.dumps(content).decode(), kind)
