"""Small questions about identity, events and possible duplicates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select, update

from jingzhun.households.models import (
    household,
    household_event,
    household_version,
    member,
    member_version,
)
from jingzhun.kit.columns import within
from jingzhun.kit.unit import Unit

Row = Mapping[Any, Any]


class IdentityRepository:
    """Asked across the whole registry; what leaves it is scoped by who asks."""

    def __init__(self, unit: Unit) -> None:
        self.unit = unit

    def is_empty(self) -> bool:
        """Whether no household was ever entered."""
        return self.unit.execute(select(household.c.id).limit(1)).first() is None

    def number_is_taken(self, household_no: str) -> bool:
        """Whether any household, anywhere, has the number."""
        statement = select(household.c.id).where(household.c.household_no == household_no)
        return self.unit.execute(statement).first() is not None

    def events(self, household_id: str) -> Sequence[Row]:
        """Events of a household, latest first."""
        rows = household_event
        statement = (
            select(rows)
            .where(rows.c.household_id == household_id)
            .order_by(rows.c.recorded_at.desc(), rows.c.id.desc())
        )
        return self.unit.execute(statement).mappings().all()

    def sealed_of_household(self, household_id: str, permission: str) -> Row | None:
        """The ciphertexts of a household in scope, as of now."""
        rows = household_version
        statement = select(
            rows.c.contact_phone, rows.c.bank_account, rows.c.place_path, household.c.household_no
        ).join(household, household.c.id == rows.c.household_id)
        return self._now(statement, rows, rows.c.household_id == household_id, permission)

    def sealed_of_member(self, household_id: str, member_id: str, permission: str) -> Row | None:
        """The ciphertexts of a member in scope, as of now."""
        rows = member_version
        statement = (
            select(
                rows.c.id_number, rows.c.phone, rows.c.disability_certificate, rows.c.place_path,
                household.c.household_no,
            )
            .join(household, household.c.id == rows.c.household_id)
            .where(rows.c.household_id == household_id, rows.c.is_present)
        )  # fmt: skip
        return self._now(statement, rows, rows.c.member_id == member_id, permission)

    def _now(self, statement: Any, rows: Any, which: Any, permission: str) -> Row | None:
        today = self.unit.today
        found = statement.where(
            which, rows.c.replaced_at.is_(None), rows.c.valid_from <= today,
            rows.c.valid_to > today,
            within(rows.c.place_path, self.unit.actor.paths(permission)),
        )  # fmt: skip
        row: Row | None = self.unit.execute(found).mappings().one_or_none()
        return row

    def same_ids(self, blinds: Sequence[str]) -> Sequence[Row]:
        """Households of people with one of the ID numbers."""
        statement = (
            select(
                member.c.id.label("member_id"), member.c.id_number_blind, household.c.id,
                household.c.household_no, household.c.head_name, household.c.place_path,
                household.c.village_id,
            )
            .join(household, household.c.id == member.c.household_id)
            .where(member.c.id_number_blind.in_(blinds), member.c.is_present)
        )  # fmt: skip
        return self.unit.execute(statement).mappings().all()

    def namesakes(self, names: Sequence[str], path: str) -> Sequence[Row]:
        """Households of the village whose members have one of the names."""
        rows, today = member_version, self.unit.today
        statement = (
            select(
                rows.c.member_id, rows.c.name, rows.c.born_on, household.c.id,
                household.c.household_no, household.c.head_name, household.c.place_path,
                household.c.village_id,
            )
            .join(household, household.c.id == rows.c.household_id)
            .where(
                within(rows.c.place_path, (path,)), rows.c.name.in_(names), rows.c.is_present,
                rows.c.replaced_at.is_(None), rows.c.valid_from <= today, rows.c.valid_to > today,
            )
            .limit(200)
        )  # fmt: skip
        return self.unit.execute(statement).mappings().all()

    def replace_hamlet(self, from_id: str, to_id: str) -> None:
        """Let households of a merged hamlet belong to the one it was merged into."""
        for table in (household, household_version):
            self.unit.execute(
                update(table).where(table.c.hamlet_id == from_id).values(hamlet_id=to_id)
            )
