"""Judges one household of a batch again after a cell was corrected, and whom that concerns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import and_, func, or_, select

from jingzhun.households.roster import columns as known
from jingzhun.households.roster.crossing import Holder, same_number, same_person
from jingzhun.households.roster.filing import Filed
from jingzhun.households.roster.judging import Bench
from jingzhun.households.roster.location import Locator
from jingzhun.households.roster.models import roster_household, roster_member
from jingzhun.households.roster.reading import RosterPut
from jingzhun.households.roster.repository.records import Records
from jingzhun.households.roster.repository.sheets import Sheet, sheets_of
from jingzhun.households.roster.repository.staged import clear
from jingzhun.households.roster.staging import Stager, load_of
from jingzhun.households.roster.table import table_of
from jingzhun.imports.models import import_finding
from jingzhun.imports.packing import SEAL, unpack
from jingzhun.imports.reading.layout import Row
from jingzhun.imports.repository.rows import RowRepository
from jingzhun.imports.target import FILE, ROW, Batch, Finding
from jingzhun.kit.bulk import insert_rows
from jingzhun.kit.crypto import Keyring
from jingzhun.kit.unit import Unit
from jingzhun.places.repository import read_index

_OF_PERSON = ("DQ-001", "IMP-09", "IMP-41")
_OF_NUMBER = ("IMP-13",)
_DOUBTS = ("DQ-004", "DQ-005", "DQ-006")


class _Rows:
    """A pen that writes at once: a correction is one household."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit

    def rows(self, table: Any, rows: Sequence[tuple[Any, ...]]) -> None:
        insert_rows(self._unit, table, rows)


def correct_group(
    unit: Unit, batch: Batch, keys: Keyring, position: int, group: int, put: RosterPut
) -> set[int]:
    """Read and judge the group's rows anew; returns the groups whose findings changed."""
    sheets = sheets_of(unit, batch.id)
    keys_before = _keys_of(unit, batch.id, group)
    filed = _judged(unit, batch, keys, sheets[position], group)
    clear(unit, batch.id, group)
    stager = Stager(batch.id, keys, load_of(batch.options))
    at = sheets[position].filled_on or unit.today
    put(_Rows(unit), stager.stage(filed, position, at))  # type: ignore[arg-type]
    repository = RowRepository(unit, batch.id)
    finding = import_finding.c
    repository.drop_findings(finding.group_no == group, finding.origin == ROW)
    path = filed.place.path if filed.place else ""
    positions = {sheet.name: number for number, sheet in sheets.items()}
    repository.add_findings([(one, path) for one in filed.findings], positions, ROW)
    concerned = keys_before | _keys_of(unit, batch.id, group)
    return _cross(unit, batch, sheets, concerned) | {group}


def _judged(unit: Unit, batch: Batch, keys: Keyring, sheet: Sheet, group: int) -> Filed:
    held = RowRepository(unit, batch.id).group(group)
    rows = [Row(row.row_no, unpack(keys.unseal_bytes(row.cells, SEAL))) for row in held]
    table = table_of(sheet.name, rows, sheet.headings)
    bench = Bench(table, Locator(read_index(unit)), sheet.filled_on or unit.today)
    return bench.hear(rows, group)


def _keys_of(unit: Unit, batch_id: str, group: int) -> set[tuple[str, str]]:
    """What the group may share with others: its IDs (blind) and its number."""
    member, household = roster_member.c, roster_household.c
    blinds = unit.execute(
        select(member.id_number_blind).where(
            member.batch_id == batch_id, member.group_no == group,
            member.id_number_blind.is_not(None),
        )
    ).scalars()  # fmt: skip
    numbers = unit.execute(
        select(household.household_no).where(
            household.batch_id == batch_id, household.group_no == group
        )
    ).scalars()
    return {("id", blind) for blind in blinds} | {("no", number) for number in numbers if number}


def _cross(
    unit: Unit, batch: Batch, sheets: dict[int, Sheet], concerned: set[tuple[str, str]]
) -> set[int]:
    records = Records(unit, batch.id, batch.paths)
    people = records.holders([key for kind, key in concerned if kind == "id"])
    numbers = records.numbers([key for kind, key in concerned if kind == "no"])
    repository = RowRepository(unit, batch.id)
    _forget(repository, people, _OF_PERSON)
    _forget(repository, numbers, _OF_NUMBER)
    found: list[tuple[Finding, str]] = []
    paths = {row.group_no: row.place_path for row in (*people, *numbers)}
    doubts = _doubts(unit, batch.id, [row.group_no for row in people])
    for holders in _holders(people, sheets, ("id_number",), doubts, "id_number_blind"):
        found += [(one, paths[one.group]) for one in same_person(holders)]
    for holders in _holders(numbers, sheets, (known.HOUSEHOLD_NO,), {}, "household_no"):
        found += [(one, paths[one.group]) for one in same_number(holders)]
    positions = {sheet.name: number for number, sheet in sheets.items()}
    repository.add_findings(found, positions, FILE)
    return {row.group_no for row in (*people, *numbers)}


def _forget(repository: RowRepository, rows: Sequence[Any], rules: Iterable[str]) -> None:
    finding = import_finding.c
    places = [and_(finding.group_no == row.group_no, finding.row_no == row.row_no) for row in rows]
    if places:
        repository.drop_findings(finding.origin == FILE, finding.rule.in_(rules), or_(*places))


def _doubts(unit: Unit, batch_id: str, groups: Sequence[int]) -> dict[tuple[int, int], int]:
    finding = import_finding.c
    rows: Any = unit.execute(
        select(finding.group_no, finding.row_no, func.count())
        .where(finding.batch_id == batch_id, finding.group_no.in_(groups),
               finding.rule.in_(_DOUBTS))
        .group_by(finding.group_no, finding.row_no)
    )  # fmt: skip
    return {(row[0], row[1]): row[2] for row in rows.all()}


def _holders(
    rows: Sequence[Any],
    sheets: dict[int, Sheet],
    keys: tuple[str, ...],
    doubts: dict[tuple[int, int], int],
    by: str,
) -> Iterable[list[Holder]]:
    found: dict[str, list[Holder]] = defaultdict(list)
    for row in rows:
        sheet = sheets[row.sheet_position]
        title, index = sheet.column(*keys)
        found[getattr(row, by)].append(
            Holder(
                sheet.name, row.row_no, title, index, row.household_no, row.group_no,
                row.name or "", getattr(row, "written", ""), row.village or "",
                doubts.get((row.group_no, row.row_no), 0),
                row.group_no * 1000 + getattr(row, "ordinal", 0),
            )
        )  # fmt: skip
    return found.values()
