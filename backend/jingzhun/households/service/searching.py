"""Search by name, pinyin initials, digits or number, and look for likely duplicates."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jingzhun.households.errors import QueryTooShort
from jingzhun.households.repository.identity import IdentityRepository
from jingzhun.households.repository.search import SearchRepository
from jingzhun.households.schemas.search import DuplicatesRequest
from jingzhun.households.tokens import query_tokens
from jingzhun.kit import masks
from jingzhun.kit.crypto import Keyring
from jingzhun.kit.unit import Unit
from jingzhun.places.repository import PlaceRepository
from jingzhun.policy.roles import Permission

Content = dict[str, Any]
_ID_LENGTH, _PHONE_LENGTH, _FEW_DIGITS, _MORE_DIGITS = 18, 11, 4, 6
_HIT = (
    "household_id", "household_no", "head_name", "village_id", "village_name", "registration",
    "poverty_state", "member_id", "name", "relation", "id_number",
)  # fmt: skip


def search(unit: Unit, keys: Keyring, text: str, place_id: str | None, limit: int) -> list[Content]:
    """Return members, or households by their heads, whom `text` may mean; masked."""
    text = "".join(text.split()).upper()
    path = None
    if place_id is not None:
        _, path = PlaceRepository(unit, Permission.MEMBERS_READ).locate(place_id)
    repository = SearchRepository(unit, Permission.MEMBERS_READ, path, limit)
    found: list[tuple[Mapping[Any, Any], str]] = []
    for kind, rows in _looked_up(repository, keys, text):
        found += [(row, kind) for row in rows]
    hits: dict[tuple[str, str | None], Content] = {}
    for row, kind in found:
        key = (row["household_id"], row["member_id"])
        hits.setdefault(key, {**{name: row[name] for name in _HIT}, "matched": kind})
    return list(hits.values())[:limit]


def _looked_up(repository: SearchRepository, keys: Keyring, text: str) -> Any:
    digits = text[:-1].isdigit() and text[-1:] in "0123456789X"
    if not digits and (not text or (text.isascii() and (len(text) < 2 or not text.isalpha()))):
        if len(text) >= _MORE_DIGITS:
            yield "household_no", repository.by_household_no(text)
            return
        raise QueryTooShort
    if not digits:
        tokens, start = query_tokens(keys, text)
        kind = "pinyin" if start.startswith("p:") else "name"
        yield kind, repository.by_tokens(tokens, start)
        return
    if len(text) < _FEW_DIGITS or len(text) == _FEW_DIGITS + 1:
        raise QueryTooShort
    if len(text) == _ID_LENGTH:
        yield "id_number", repository.by_id_number(keys.blind(text, "id_number"))
    elif len(text) in (_FEW_DIGITS, _MORE_DIGITS, _PHONE_LENGTH):
        tokens, _ = query_tokens(keys, text)
        kind = "phone" if len(text) == _PHONE_LENGTH else "id_digits"
        yield kind, repository.by_tokens(tokens, "")
    if len(text) >= _MORE_DIGITS:
        yield "household_no", repository.by_household_no(text)


def duplicates(unit: Unit, keys: Keyring, body: DuplicatesRequest) -> list[Content]:
    """Return households that hold the same IDs anywhere, or the same names in the village.

    Out of scope only the fact is told, never who it is.
    """
    identity = IdentityRepository(unit)
    _, path = PlaceRepository(unit, Permission.HOUSEHOLDS_WRITE).locate(body.village_id)
    numbers = [one.id_number for one in body.members if one.id_number]
    blinds = {keys.blind(number, "id_number"): number for number in numbers}
    found: list[Content] = []
    for row in identity.same_ids(list(blinds)):
        masked = masks.mask(blinds[row["id_number_blind"]], "id_number")
        found.append(_likeness(unit, row, "id_number", masked))
    names = [one.name for one in body.members if one.name]
    seen = {(one["household_id"], one["member_id"]) for one in found}
    return found + [
        _likeness(unit, row, "name", row["name"])
        for row in identity.namesakes(names, path)
        if (row["id"], row["member_id"]) not in seen
    ]


def _likeness(unit: Unit, row: Mapping[Any, Any], why: str, what: str) -> Content:
    in_scope = unit.actor.covers(Permission.MEMBERS_READ, row["place_path"])
    return {
        "why": why,
        "what": what,
        "in_scope": in_scope,
        "household_id": row["id"] if in_scope else None,
        "member_id": row["member_id"] if in_scope else None,
        "household_no": row["household_no"] if in_scope else None,
        "head_name": row["head_name"] if in_scope else None,
    }
