"""Tells the interface which facts are kept and what their codes mean, and counts households."""

from __future__ import annotations

from functools import cache
from typing import Any

from jingzhun.grammar.codes import CodeTable
from jingzhun.households.errors import TableNotFound
from jingzhun.households.repository.counts import GROUPS, SUMS, count_households
from jingzhun.kit.unit import Unit
from jingzhun.places.repository import PlaceRepository
from jingzhun.policy import vocabulary
from jingzhun.policy.roles import Permission

LARGE_TABLE = 200


@cache
def _tables() -> dict[str, CodeTable]:
    return {fact.codes.slug: fact.codes for fact in vocabulary.STORED if fact.codes}


@cache
def fields() -> dict[str, Any]:
    """Return every stored fact and, once each, the code tables; of a large one the name only."""
    return {
        "fields": [
            {
                "slug": fact.slug, "title": fact.title, "section": fact.section.value,
                "kind": fact.kind.value, "unit": fact.unit, "protection": fact.protection.value,
                "is_required": fact.required, "official": fact.official, "help": fact.help,
                "table": fact.codes.slug if fact.codes else None,
            }
            for fact in vocabulary.STORED
        ],
        "tables": [
            table(slug) if len(held.titles) <= LARGE_TABLE else {**table(slug), "codes": []}
            for slug, held in _tables().items()
        ],
    }  # fmt: skip


@cache
def table(slug: str) -> dict[str, Any]:
    """Return one code table whole; raises TableNotFound."""
    held = _tables().get(slug)
    if held is None:
        raise TableNotFound
    return {
        "slug": held.slug,
        "district": held.district,
        "is_large": len(held.titles) > LARGE_TABLE,
        "codes": [
            {"code": code, "title": title, "title_en": held.titles_en.get(code, title)}
            for code, title in held.titles.items()
        ],
    }


def counts(unit: Unit, place_id: str | None) -> list[dict[str, Any]]:
    """Count households in groups by village, kind, cause, state and registration."""
    path = None
    if place_id is not None:
        _, path = PlaceRepository(unit, Permission.HOUSEHOLDS_READ).locate(place_id)
    rows = count_households(unit, Permission.HOUSEHOLDS_READ, path)
    return [dict(zip((*GROUPS, *SUMS), row, strict=True)) for row in rows]
