"""The roster as a target of imports: what a batch of it goes through. Never commits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jingzhun.households.models import (
    household,
    household_version,
    income,
    member,
    member_version,
)
from jingzhun.households.repository.summary import refresh_summaries, tell_planner
from jingzhun.households.roster.columns import COLUMNS
from jingzhun.households.roster.models import roster_household, roster_income, roster_member
from jingzhun.households.roster.reading import RosterPut, RosterReader
from jingzhun.households.roster.repository.conflicts import Conflicts
from jingzhun.households.roster.repository.correcting import correct_group
from jingzhun.households.roster.repository.differences import Differences
from jingzhun.households.roster.repository.merging import Merging
from jingzhun.households.roster.repository.records import Records
from jingzhun.households.roster.repository.resolving import Resolver
from jingzhun.households.roster.repository.sheets import by_columns, sheets_of
from jingzhun.households.roster.repository.staged import clear, is_merged, name_hamlets, new_hamlets
from jingzhun.households.roster.repository.staleness import count_moved
from jingzhun.households.roster.repository.tokens import write_tokens
from jingzhun.households.roster.staging import load_of
from jingzhun.imports.errors import NothingToMerge, RegistryChanged
from jingzhun.imports.models import import_finding
from jingzhun.imports.repository.rows import RowRepository
from jingzhun.imports.target import REGISTRY, Batch, Merged
from jingzhun.kit.bulk import learn, learn_growth
from jingzhun.kit.crypto import Keyring
from jingzhun.kit.unit import Unit
from jingzhun.places.repository import read_index
from jingzhun.places.service import add_hamlets
from jingzhun.policy.roles import Permission

PUT = RosterPut(roster_household, roster_member, roster_income)


class Roster:
    """The target registered with `imports`."""

    slug = "roster"
    title = "建档立卡花名册"
    columns = COLUMNS

    def prepare(self, unit: Unit, batch: Batch, keys: Keyring) -> RosterReader:
        """Read the places once; reading then touches no store."""
        return RosterReader(batch, read_index(unit), keys, unit.today, PUT)

    def clear(self, unit: Unit, batch_id: str) -> None:
        """Forget everything staged for a batch."""
        clear(unit, batch_id)

    def resolve(self, unit: Unit, batch: Batch, keys: Keyring) -> Mapping[str, int]:
        """Compare the whole batch with the registry."""
        lay_beside(unit, batch, keys)
        return Records(unit, batch.id, batch.paths).counts()

    def correct(
        self, unit: Unit, batch: Batch, keys: Keyring, sheet: int, group: int
    ) -> Mapping[str, int]:
        """Judge one household again, and whoever holds the same ID or number."""
        touched = correct_group(unit, batch, keys, sheet, group, PUT)
        lay_beside(unit, batch, keys, group)
        for other in touched - {group}:
            Resolver(unit, batch.id, other).hold()
        return Records(unit, batch.id, batch.paths).counts()

    def is_merged(self, unit: Unit, batch_id: str, group: int) -> bool:
        """Whether the household of a group has been merged."""
        return is_merged(unit, batch_id, group)

    def records(
        self, unit: Unit, batch: Batch, action: str, offset: int, size: int
    ) -> tuple[list[dict[str, Any]], int]:
        """A page of staged households."""
        return Records(unit, batch.id, batch.paths).page(action, offset, size)

    def merge(self, unit: Unit, batch: Batch, keys: Keyring, options: Mapping[str, Any]) -> Merged:
        """Write the households without errors; refuses where the registry moved meanwhile."""
        del keys
        merging = Merging(unit, batch.id, unit.actor.paths(Permission.IMPORTS_MERGE))
        counts = merging.counts()
        if not counts["new"] and not counts["changed"]:
            left = Records(unit, batch.id, merging.paths).counts()
            if left["held"] or left["new"] or left["changed"]:
                raise NothingToMerge
            return Merged(counts, merging.digest(), 0, left)
        moved = count_moved(merging)
        if moved:
            raise RegistryChanged(count=moved)
        index = read_index(unit)
        wanted = [
            (index.places[village], name) for village, name in new_hamlets(unit, merging.chosen)
        ]
        made = add_hamlets(unit, wanted)
        name_hamlets(unit, batch.id, {key: hamlet.id for key, hamlet in made.items()})
        digest = merging.digest()
        document = str(options.get("document") or f"《{batch.file_name}》")[:120]
        changed = merging.write(document, load_of(batch.options).year)
        written = counts["members_new"] + counts["members_changed"]
        learn_growth(unit, written, household, household_version, member, member_version, income)
        write_tokens(merging, written)
        refresh_summaries(unit, changed, recorded_at=merging.now)
        tell_planner(unit)
        merging.finish()
        left = Records(unit, batch.id, batch.paths).counts()
        remaining = left["held"] + left["new"] + left["changed"]
        return Merged(counts, digest, remaining, left)


def lay_beside(unit: Unit, batch: Batch, keys: Keyring, group: int | None = None) -> None:
    """Compare staged rows with the registry: identity, changes, conflicts, who is held back."""
    rows = RowRepository(unit, batch.id)
    where = [import_finding.c.origin == REGISTRY]
    if group is not None:
        where.append(import_finding.c.group_no == group)
    rows.drop_findings(*where)
    resolver = Resolver(unit, batch.id, group)
    if group is None:
        learn(unit, roster_household, roster_member, roster_income, import_finding)
    resolver.identify(batch.paths)
    sheets = sheets_of(unit, batch.id)
    for keys_of_sheet, positions in by_columns(sheets).items():
        resolver.overlay(positions, keys_of_sheet)
    resolver.suppose(load_of(batch.options))
    resolver.know_hamlets()
    resolver.compare()
    Differences(resolver, keys).write()
    found = list(Conflicts(unit, batch.id, batch.paths, sheets, group).all())
    positions_by_name = {sheet.name: position for position, sheet in sheets.items()}
    rows.add_findings(found, positions_by_name, REGISTRY)
    resolver.hold()
