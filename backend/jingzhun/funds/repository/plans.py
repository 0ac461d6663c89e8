"""Plans, their villages and cells. A part of the county sees decided plans and its own rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    Select,
    and_,
    delete,
    false,
    func,
    insert,
    or_,
    select,
    update,
)

from jingzhun.funds.errors import PlanNotFound
from jingzhun.funds.models import (
    DECIDED,
    fund_plan,
    fund_plan_cell,
    fund_plan_person,
    fund_plan_village,
)
from jingzhun.households.models import household, member_version
from jingzhun.kit.columns import within
from jingzhun.kit.paging import Page
from jingzhun.kit.unit import Unit
from jingzhun.places.models import place

_PARTS = (fund_plan_cell, fund_plan_person, fund_plan_village)


class PlanRepository:
    """Plans the actor may see with `permission`."""

    def __init__(self, unit: Unit, permission: str) -> None:
        self._unit, self._paths = unit, unit.actor.paths(permission)

    def _visible(self) -> ColumnElement[bool]:
        return or_(
            within(fund_plan.c.place_path, self._paths),
            and_(fund_plan.c.state.in_(DECIDED), or_(false(), *self._below())),
        )

    def _below(self) -> list[ColumnElement[bool]]:
        """The plan's county is above one of the actor's places."""
        return [
            func.substr(path, 1, func.length(fund_plan.c.place_path)) == fund_plan.c.place_path
            for path in self._paths
        ]

    def page(self, page: Page, state: str | None) -> tuple[Sequence[Row[Any]], int]:
        """A page of plans, the newest first, and how many there are."""
        where = [self._visible()]
        if state is not None:
            where.append(fund_plan.c.state == state)
        statement = select(fund_plan).where(*where)
        statement = statement.order_by(fund_plan.c.made_at.desc(), fund_plan.c.id.desc())
        rows = self._unit.execute(statement.limit(page.size).offset(page.offset)).all()
        count = select(func.count()).select_from(fund_plan).where(*where)
        return rows, int(self._unit.execute(count).scalar_one())

    def in_states(self, states: Sequence[str]) -> Sequence[Row[Any]]:
        """Plans in one of the states, the oldest first."""
        statement = select(fund_plan).where(self._visible(), fund_plan.c.state.in_(states))
        return self._unit.execute(statement.order_by(fund_plan.c.id)).all()

    def get(self, plan_id: str, *, lock: bool = False) -> Row[Any]:
        """One plan; raises PlanNotFound. `lock` holds it until the commit."""
        statement = select(fund_plan).where(fund_plan.c.id == plan_id, self._visible())
        row = self._unit.execute(statement.with_for_update() if lock else statement).one_or_none()
        if row is None:
            raise PlanNotFound
        return row

    def sees_whole(self, plan: Row[Any]) -> bool:
        """Whether every row of the plan lies in the actor's places."""
        return any(plan.place_path.startswith(path) for path in self._paths)

    def sums(self, plan_ids: Sequence[str]) -> dict[str, Row[Any]]:
        """What the actor sees of each plan: heads by every basis, amount, villages."""
        names = ("members", "members_weak", "able", "able_weak", "unsure", "heads", "amount_fen")
        shown = [func.sum(fund_plan_village.c[name]).label(name) for name in names]
        statement = (
            select(fund_plan_village.c.plan_id, func.count().label("villages"), *shown)
            .where(fund_plan_village.c.plan_id.in_(plan_ids), self._own(fund_plan_village))
            .group_by(fund_plan_village.c.plan_id)
        )
        return {row.plan_id: row for row in self._unit.execute(statement)}

    def villages(self, plan_id: str) -> Sequence[Row[Any]]:
        """The villages in scope, in the order of their codes."""
        statement = (
            select(fund_plan_village)
            .where(fund_plan_village.c.plan_id == plan_id, self._own(fund_plan_village))
            .order_by(fund_plan_village.c.position)
        )
        return self._unit.execute(statement).all()

    def cells(self, plan_id: str) -> dict[tuple[str, str], Row[Any]]:
        """Amounts by village and tier, of the villages in scope."""
        statement = (
            select(fund_plan_cell)
            .join(
                fund_plan_village,
                and_(
                    fund_plan_village.c.plan_id == fund_plan_cell.c.plan_id,
                    fund_plan_village.c.village_id == fund_plan_cell.c.village_id,
                ),
            )
            .where(fund_plan_cell.c.plan_id == plan_id, self._own(fund_plan_village))
        )
        return {(row.village_id, row.tier): row for row in self._unit.execute(statement)}

    def people(
        self, plan_id: str, village_id: str | None, page: Page
    ) -> tuple[Sequence[Row[Any]], int]:
        """A page of who was counted, as the registry knew them then, and how many there are."""
        where = [fund_plan_person.c.plan_id == plan_id, self._own(fund_plan_person)]
        if village_id is not None:
            where.append(fund_plan_person.c.village_id == village_id)
        statement = self._people().where(*where)
        statement = statement.order_by(
            fund_plan_person.c.place_path, household.c.household_no, member_version.c.ordinal,
            fund_plan_person.c.member_id,
        )  # fmt: skip
        rows = self._unit.execute(statement.limit(page.size).offset(page.offset)).all()
        count = select(func.count()).select_from(fund_plan_person).where(*where)
        return rows, int(self._unit.execute(count).scalar_one())

    @staticmethod
    def _people() -> Select[Any]:
        return (
            select(
                fund_plan_person.c.member_id, fund_plan_person.c.household_id,
                fund_plan_person.c.place_path, fund_plan_person.c.is_able,
                fund_plan_person.c.is_weak, household.c.household_no,
                place.c.name.label("village"), member_version.c.name,
                member_version.c.id_number_masked, member_version.c.labour,
            )
            .join(member_version, member_version.c.id == fund_plan_person.c.version_id)
            .join(household, household.c.id == fund_plan_person.c.household_id)
            .join(place, place.c.id == fund_plan_person.c.village_id)
        )  # fmt: skip

    def _own(self, table: Any) -> ColumnElement[bool]:
        return within(table.c.place_path, self._paths)

    def head_count(self, plan_id: str) -> int:
        """How many people were frozen with the plan, of all villages."""
        statement = select(func.count()).select_from(fund_plan_person)
        return int(
            self._unit.execute(statement.where(fund_plan_person.c.plan_id == plan_id)).scalar_one()
        )

    def add(self, row: dict[str, Any]) -> None:
        """Keep a new plan."""
        self._unit.execute(insert(fund_plan).values(**row))

    def fill(self, villages: Iterable[dict[str, Any]], cells: Iterable[dict[str, Any]]) -> None:
        """Keep the villages and cells of a plan."""
        self._unit.execute(insert(fund_plan_village), list(villages))
        self._unit.execute(insert(fund_plan_cell), list(cells))

    def clear(self, plan_id: str) -> None:
        """Forget what a returned plan was computed from, before it is computed anew."""
        for table in _PARTS:
            self._unit.execute(delete(table).where(table.c.plan_id == plan_id))

    def change(self, plan_id: str, **values: Any) -> None:
        """Change a plan and count its version on."""
        self._unit.execute(
            update(fund_plan)
            .where(fund_plan.c.id == plan_id)
            .values(rev=fund_plan.c.rev + 1, updated_at=self._unit.now, **values)
        )

    def all_ids(self) -> Sequence[str]:
        """Every plan in sight, for proving them."""
        statement = select(fund_plan.c.id).where(self._visible()).order_by(fund_plan.c.id)
        return self._unit.execute(statement).scalars().all()

    def village_places(self, path: str) -> Sequence[Row[Any]]:
        """All villages under a path in the order of their codes, with their towns."""
        town = place.alias("town")
        statement = (
            select(
                place.c.id, place.c.code, place.c.name.label("village"), place.c.path,
                town.c.name.label("town"),
            )
            .join(town, town.c.id == place.c.parent_id)
            .where(place.c.kind == "village", within(place.c.path, (path,)))
            .order_by(place.c.code, place.c.path)
        )  # fmt: skip
        return self._unit.execute(statement).all()

    def county_name(self) -> str:
        """The name on papers of the whole county."""
        statement = select(place.c.name).where(place.c.kind == "county").order_by(place.c.path)
        return self._unit.execute(statement.limit(1)).scalar_one_or_none() or ""
