"""Finds members by their tokens and households by number, within the actor's places first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, and_, exists, or_, select

from jingzhun.households.models import household, member, member_token, member_version
from jingzhun.kit.columns import narrowed, within
from jingzhun.kit.unit import Unit
from jingzhun.places.models import place

Row = Mapping[Any, Any]


class SearchRepository:
    """Search within the actor's places, narrowed to one place where asked."""

    def __init__(self, unit: Unit, permission: str, path: str | None, limit: int) -> None:
        self.unit, self.limit = unit, limit
        self.paths = narrowed(unit.actor.paths(permission), path)

    def by_tokens(self, tokens: Sequence[str], start: str) -> Sequence[Row]:
        """Members who have every token, or one that begins so."""
        first = member_token.alias("first")
        if tokens:
            where: list[ColumnElement[bool]] = [first.c.token == tokens[0]]
        else:
            # The next string after everything that begins so, by bytes.
            where = [first.c.token >= start, first.c.token < start + "\U0010ffff"]
        for n, token in enumerate(tokens[1:]):
            other = member_token.alias(f"other{n}")
            where.append(
                exists().where(other.c.member_id == first.c.member_id, other.c.token == token)
            )
        where += self._scope(first.c.place_path)
        found = (
            select(first.c.member_id)
            .where(*where)
            .order_by(first.c.token, first.c.place_path)
            .limit(self.limit)
        )
        return self._people(found)

    def by_id_number(self, blind: str) -> Sequence[Row]:
        """The member with exactly this ID number."""
        return self._people(select(member.c.id).where(member.c.id_number_blind == blind))

    def by_household_no(self, start: str) -> Sequence[Row]:
        """Heads of households whose number begins so."""
        rows = household
        statement = (
            self._columns()
            .select_from(self._joined(outer=True))
            .where(
                rows.c.household_no >= start, rows.c.household_no < f"{start}~",
                *self._scope(rows.c.place_path),
                or_(member_version.c.relation == "01", member_version.c.id.is_(None)),
            )
            .order_by(rows.c.household_no)
            .limit(self.limit)
        )  # fmt: skip
        return self.unit.execute(statement).mappings().all()

    def _people(self, ids: Select[Any]) -> Sequence[Row]:
        statement = (
            self._columns()
            .select_from(self._joined(outer=False))
            .where(
                member_version.c.member_id.in_(ids), member_version.c.is_present,
                *self._scope(household.c.place_path),
            )
            .order_by(household.c.place_path, household.c.household_no, member_version.c.ordinal)
            .limit(self.limit)
        )  # fmt: skip
        return self.unit.execute(statement).mappings().all()

    def _columns(self) -> Select[Any]:
        mv = member_version
        return select(
            household.c.id.label("household_id"), household.c.household_no, household.c.head_name,
            household.c.village_id, place.c.name.label("village_name"), household.c.registration,
            household.c.poverty_state, mv.c.member_id, mv.c.name, mv.c.relation,
            mv.c.id_number_masked.label("id_number"),
        )  # fmt: skip

    def _joined(self, *, outer: bool) -> FromClause:
        mv, today = member_version, self.unit.today
        held = and_(
            mv.c.household_id == household.c.id, mv.c.replaced_at.is_(None),
            mv.c.valid_from <= today, mv.c.valid_to > today, mv.c.is_present,
        )  # fmt: skip
        village = household.join(place, place.c.id == household.c.village_id)
        return village.join(mv, held, isouter=outer)

    def _scope(self, path: Any) -> list[ColumnElement[bool]]:
        return [within(path, self.paths)]
