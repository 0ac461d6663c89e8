"""Shows protected values of one record in clear, with a reason, and logs that it did."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from jingzhun.households.errors import HouseholdNotFound, MemberNotFound, NothingToReveal
from jingzhun.households.repository.identity import IdentityRepository
from jingzhun.kit.crypto import Keyring
from jingzhun.kit.unit import Entry, Unit
from jingzhun.policy.roles import Permission

_PERMISSION = Permission.HOUSEHOLDS_REVEAL


def reveal_household(
    unit: Unit, keys: Keyring, household_id: str, fields: Sequence[str], reason: str
) -> dict[str, str | None]:
    """Return the household's protected fields in clear; the log says who saw which and why."""
    row = IdentityRepository(unit).sealed_of_household(household_id, _PERMISSION)
    if row is None:
        raise HouseholdNotFound
    return _opened(unit, keys, row, fields, reason, ("household", household_id))


def reveal_member(
    unit: Unit, keys: Keyring, household_id: str, member_id: str, fields: Sequence[str], reason: str
) -> dict[str, str | None]:
    """Return a member's protected fields in clear, logged likewise."""
    row = IdentityRepository(unit).sealed_of_member(household_id, member_id, _PERMISSION)
    if row is None:
        raise MemberNotFound
    return _opened(unit, keys, row, fields, reason, ("member", member_id))


def _opened(
    unit: Unit,
    keys: Keyring,
    row: Mapping[Any, Any],
    fields: Sequence[str],
    reason: str,
    subject: tuple[str, str],
) -> dict[str, str | None]:
    asked = [slug for slug in fields if slug in row]
    values = {slug: None if row[slug] is None else keys.unseal(row[slug], slug) for slug in asked}
    if not any(values.values()):
        raise NothingToReveal
    kind, subject_id = subject
    unit.note(
        Entry(f"{kind}.reveal", kind, subject_id, f"查看户{row['household_no']}的受保护信息",
              after={"fields": asked}, reason=reason, place_path=row["place_path"],
              is_access=True)
    )  # fmt: skip
    return values
