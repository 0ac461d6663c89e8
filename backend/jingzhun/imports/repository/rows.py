"""Raw rows and findings of one batch. The batch was found in scope before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, delete, func, insert, select, update

from jingzhun.imports.models import import_finding, import_row, import_sheet
from jingzhun.imports.target import Finding
from jingzhun.kit.columns import within
from jingzhun.kit.unit import Unit


@dataclass(frozen=True)
class Wanted:
    """What findings or rows are narrowed to; None means not at all."""

    severity: str | None = None
    rule: str | None = None
    village: str | None = None
    sheet: int | None = None
    household_no: str | None = None

    def where(self) -> Iterable[ColumnElement[bool]]:
        """Conditions on findings."""
        finding = import_finding.c
        for column, value in (
            (finding.severity, self.severity), (finding.rule, self.rule),
            (finding.sheet_position, self.sheet), (finding.household_no, self.household_no),
        ):  # fmt: skip
            if value is not None:
                yield column == value
        if self.village is not None:
            yield within(finding.place_path, (self.village,))


class RowRepository:
    """Rows and findings of a batch."""

    def __init__(self, unit: Unit, batch_id: str) -> None:
        self.unit, self.batch_id = unit, batch_id

    def findings(self, wanted: Wanted, offset: int, size: int) -> tuple[Sequence[Row[Any]], int]:
        """A page of findings in the order of the sheets, and how many there are."""
        where = [import_finding.c.batch_id == self.batch_id, *wanted.where()]
        sheet = and_(
            import_sheet.c.batch_id == import_finding.c.batch_id,
            import_sheet.c.position == import_finding.c.sheet_position,
        )
        rows = self.unit.execute(
            select(import_finding, import_sheet.c.name.label("sheet"))
            .join(import_sheet, sheet)
            .where(*where)
            .order_by(
                import_finding.c.sheet_position, import_finding.c.row_no,
                import_finding.c.column_index, import_finding.c.seq,
            )
            .offset(offset).limit(size)
        ).all()  # fmt: skip
        count = select(func.count()).select_from(import_finding).where(*where)
        return rows, int(self.unit.execute(count).scalar_one())

    def kinds(self) -> Sequence[Row[Any]]:
        """How often each rule was found, by severity."""
        finding = import_finding.c
        return self.unit.execute(
            select(finding.rule, finding.severity, func.count().label("count"))
            .where(finding.batch_id == self.batch_id)
            .group_by(finding.rule, finding.severity)
            .order_by(finding.rule)
        ).all()

    def villages(self) -> Sequence[str]:
        """Paths of the villages findings are about."""
        finding = import_finding.c
        paths = select(finding.place_path).where(
            finding.batch_id == self.batch_id, finding.place_path != ""
        )
        return self.unit.execute(paths.distinct()).scalars().all()

    def rows(
        self, sheet: int, wanted: Wanted | None, offset: int, size: int
    ) -> tuple[Sequence[Row[Any]], int]:
        """A page of raw rows of a sheet; with `wanted` only groups that have such findings."""
        row = import_row.c
        where = [row.batch_id == self.batch_id, row.sheet_position == sheet]
        if wanted is not None:
            where.append(row.group_no.in_(self._groups(wanted)))
        rows = self.unit.execute(
            select(import_row).where(*where).order_by(row.row_no).offset(offset).limit(size)
        ).all()
        count = select(func.count()).select_from(import_row).where(*where)
        return rows, int(self.unit.execute(count).scalar_one())

    def _groups(self, wanted: Wanted) -> Select[Any]:
        finding = import_finding.c
        return select(finding.group_no).where(finding.batch_id == self.batch_id, *wanted.where())

    def findings_of(self, groups: Iterable[int]) -> Sequence[Row[Any]]:
        """Findings at the rows of some groups."""
        finding = import_finding.c
        return self.unit.execute(
            select(import_finding)
            .where(finding.batch_id == self.batch_id, finding.group_no.in_(list(groups)))
            .order_by(finding.row_no, finding.column_index, finding.seq)
        ).all()

    def group(self, group_no: int) -> Sequence[Row[Any]]:
        """The raw rows of a group."""
        row = import_row.c
        return self.unit.execute(
            select(import_row)
            .where(row.batch_id == self.batch_id, row.group_no == group_no)
            .order_by(row.row_no)
        ).all()

    def find_row(self, sheet: int, row_no: int) -> Row[Any] | None:
        """One raw row, or None."""
        row = import_row.c
        return self.unit.execute(
            select(import_row).where(
                row.batch_id == self.batch_id, row.sheet_position == sheet, row.row_no == row_no
            )
        ).one_or_none()

    def change_row(self, sheet: int, row_no: int, cells: bytes) -> None:
        """Put other cells in a row's place."""
        row = import_row.c
        self.unit.execute(
            update(import_row)
            .where(row.batch_id == self.batch_id, row.sheet_position == sheet, row.row_no == row_no)
            .values(cells=cells)
        )

    def drop_findings(self, *where: ColumnElement[bool]) -> None:
        """Forget findings."""
        self.unit.execute(
            delete(import_finding).where(import_finding.c.batch_id == self.batch_id, *where)
        )

    def add_findings(
        self, found: Sequence[tuple[Finding, str]], positions: dict[str, int], origin: str
    ) -> None:
        """Enter findings with the path of the place they are about."""
        if not found:
            return
        last = select(func.max(import_finding.c.seq)).where(
            import_finding.c.batch_id == self.batch_id
        )
        seq = int(self.unit.execute(last).scalar_one() or 0)
        rows = [
            finding_row(self.batch_id, seq + number, one, positions[one.sheet], path, origin)
            for number, (one, path) in enumerate(found, 1)
        ]
        names = [column.name for column in import_finding.columns]
        self.unit.execute(
            insert(import_finding), [dict(zip(names, row, strict=True)) for row in rows]
        )


def finding_row(
    batch_id: str, seq: int, one: Finding, sheet: int, path: str, origin: str
) -> tuple[Any, ...]:
    """A finding in the order of the table's columns."""
    return (
        batch_id, seq, sheet, one.row, one.column_index, one.column[:120], one.group,
        one.household_no[:40], one.member[:120], path, one.rule, one.severity, origin,
        one.message[:1000],
    )  # fmt: skip
