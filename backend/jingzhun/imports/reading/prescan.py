"""Everything that is checked before the workbook reader sees the file, in bounded memory."""

from dataclasses import dataclass

from jingzhun.imports.reading.container import Container, open_container
from jingzhun.imports.reading.errors import WorkbookBomb
from jingzhun.imports.reading.limits import Limits
from jingzhun.imports.reading.parts import SheetPart, checked, sheet_parts
from jingzhun.imports.reading.scan import SheetScan, SheetScanner

_XML = (".xml", ".rels", ".vml")


@dataclass(frozen=True, slots=True)
class Prescan:
    """The sheets in tab order with what was found in each, and what is ignored on purpose."""

    sheets: tuple[tuple[SheetPart, SheetScan], ...]
    has_external_links: bool
    has_macros: bool

    @property
    def rows(self) -> int:
        """Rows written in all sheets together, for the progress bar."""
        return sum(scan.rows for _part, scan in self.sheets)


def prescan(content: bytes, limits: Limits) -> Prescan:
    """Check the container and every XML part; raises a `WorkbookRefused` at the first fault."""
    container = open_container(content, limits)
    parts = sheet_parts(container)
    sheets = {part.path for part in parts}
    for name in container.entries:
        if name.lower().endswith(_XML) and name not in sheets:
            _read_through(container, name)
    scanned = tuple(
        (part, SheetScanner(part.name, limits).scan(checked(container.chunks(part.path))))
        for part in parts
    )
    names = container.entries
    return Prescan(
        sheets=scanned,
        has_external_links=any(name.startswith("xl/externalLinks/") for name in names),
        has_macros="xl/vbaProject.bin" in names,
    )


def _read_through(container: Container, name: str) -> None:
    size = 0
    for chunk in checked(container.chunks(name)):
        size += len(chunk)
        if name.lower().endswith("sharedstrings.xml") and size > container.limits.shared_bytes:
            raise WorkbookBomb(reason="文字总量超过上限")
