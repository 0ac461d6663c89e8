"""Merges a hamlet into another with the households that stand in it."""

from jingzhun.households.repository.identity import IdentityRepository
from jingzhun.kit.unit import Unit
from jingzhun.places import service as places


def merge(unit: Unit, place_id: str, into_id: str) -> None:
    """Merge the places, then let households point to the one that stays."""
    places.merge_hamlet(unit, place_id, into_id)
    IdentityRepository(unit).replace_hamlet(place_id, into_id)
