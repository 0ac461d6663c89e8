"""Where the children of an XML element begin and end, in bytes. Changes nothing, builds no tree.

With it a part of a workbook is extended in place: everything else in it stays as it was.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.parsers import expat

from jingzhun.imports.reading.errors import DamagedWorkbook


@dataclass(frozen=True, slots=True)
class Child:
    """One child element: local name, first byte, and the byte at which the next one begins."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Outline:
    """The children of the root; `prefix` is how the root spells its namespace, such as “x:”."""

    prefix: str
    children: tuple[Child, ...]
    end: int

    def find(self, name: str) -> Child | None:
        """Return the first child of that name."""
        return next((child for child in self.children if child.name == name), None)

    def place(self, order: Sequence[str], name: str) -> int:
        """Return where a child `name` belongs, by the order that the schema prescribes."""
        later = set(order[order.index(name) + 1 :])
        return next((child.start for child in self.children if child.name in later), self.end)


def outline(xml: bytes) -> Outline:
    """Read the outline of one well-formed element; raises `DamagedWorkbook` for anything else."""
    starts: list[tuple[str, int]] = []
    root: list[str] = []
    ends: list[int] = []
    depth = 0
    parser = expat.ParserCreate()

    def started(tag: str, _attributes: dict[str, str]) -> None:
        nonlocal depth
        if depth == 0:
            root.append(tag)
        elif depth == 1:
            starts.append((tag.rpartition(":")[2], parser.CurrentByteIndex))
        depth += 1

    def ended(_tag: str) -> None:
        nonlocal depth
        depth -= 1
        if depth == 0:
            ends.append(parser.CurrentByteIndex)

    parser.StartElementHandler = started
    parser.EndElementHandler = ended
    try:
        parser.Parse(xml, True)
    except expat.ExpatError as error:
        raise DamagedWorkbook from error
    if not xml.startswith(b"</", ends[0]):
        # A root written as <styleSheet/> has no room inside; no spreadsheet program writes it.
        raise DamagedWorkbook
    bounds = [start for _name, start in starts[1:]] + [ends[0]]
    children = tuple(
        Child(name, start, end) for (name, start), end in zip(starts, bounds, strict=False)
    )
    head, colon, _tag = root[0].rpartition(":")
    return Outline(head + colon, children, ends[0])
