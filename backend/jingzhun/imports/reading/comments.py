"""The comments of one sheet and the boxes that show them. Keeps the comments of other authors.

A workbook that comes back marked, is corrected and uploaded again still holds the marks of the
last time: those are taken out before new ones are written.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape

from jingzhun.imports.reading.cells import cell_name, column_index
from jingzhun.imports.reading.outline import outline

AUTHOR = "核验"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_EMPTY_COMMENTS = (
    f'<comments xmlns="{_MAIN}"><authors></authors><commentList></commentList></comments>'
)
_EMPTY_BOXES = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit">'
    '<o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>'
)
_SHAPE_TYPE = (
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202"'
    ' path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
    '<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_REF = re.compile(rb'\sref\s*=\s*["\']([A-Za-z]{1,3})(\d{1,7})["\']')
_AUTHOR_ID = re.compile(rb'\sauthorId\s*=\s*["\'](\d{1,9})["\']')
_SHAPE_ID = re.compile(rb"_x0000_s(\d{1,9})")
_SHAPE_ROW = re.compile(rb"<x:Row>\s*(\d{1,7})\s*</x:Row>")
_SHAPE_COLUMN = re.compile(rb"<x:Column>\s*(\d{1,5})\s*</x:Column>")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_FIRST_SHAPE = 1025
_LINE = 18

Place = tuple[int, int]
"""Row and column, 0-based."""


@dataclass(frozen=True, slots=True)
class Commented:
    """The two parts of a sheet's comments, ready to be written."""

    comments: bytes
    boxes: bytes


def write_comments(
    messages: Mapping[Place, str], comments: bytes | None, boxes: bytes | None
) -> Commented:
    """Add `messages` to the comments a sheet has; `comments` and `boxes` are None for none."""
    written, added, dropped = _comments(comments or _EMPTY_COMMENTS.encode(), messages)
    drawn = _without(boxes or _EMPTY_BOXES.encode(), dropped)
    return Commented(written, _with_boxes(drawn, {place: messages[place] for place in added}))


def _comments(xml: bytes, messages: Mapping[Place, str]) -> tuple[bytes, list[Place], set[Place]]:
    whole = outline(xml)
    authors, listed = whole.find("authors"), whole.find("commentList")
    if authors is None or listed is None:
        return _comments(_EMPTY_COMMENTS.encode(), messages)
    prefix = whole.prefix
    names, own = _authors(xml[authors.start : authors.end], prefix)
    kept: list[bytes] = []
    dropped: set[Place] = set()
    extended: set[Place] = set()
    # An empty list may be written <commentList/>, which has no children to outline.
    part = xml[listed.start : listed.end].strip()
    for child in () if part.endswith(b"/>") else outline(part).children:
        comment = part[child.start : child.end]
        place, author = _place(comment), _AUTHOR_ID.search(comment)
        if author and int(author[1]) == own:
            dropped.add(place)
        else:
            if place in messages:
                comment = _extended(comment, messages[place], prefix)
                extended.add(place)
            kept.append(comment)
    added = [place for place in messages if place not in extended]
    kept += [_comment(place, messages[place], own, prefix) for place in added]
    opened, closed = f"<{prefix}commentList>".encode(), f"</{prefix}commentList>".encode()
    before, between = xml[: authors.start], xml[authors.end : listed.start]
    body = names + between + opened + b"".join(kept) + closed
    return before + body + xml[listed.end :], added, dropped


def _authors(part: bytes, prefix: str) -> tuple[bytes, int]:
    """Return the list with our own name in it, and the place of the name."""
    part = part.strip()
    names = [] if part.endswith(b"/>") else [
        part[child.start : child.end] for child in outline(part).children
    ]  # fmt: skip
    own = f"<{prefix}author>{AUTHOR}</{prefix}author>".encode()
    place = next((at for at, name in enumerate(names) if name.strip() == own), len(names))
    if place == len(names):
        names.append(own)
    return (
        f"<{prefix}authors>".encode() + b"".join(names) + f"</{prefix}authors>".encode(),
        place,
    )


def _place(comment: bytes) -> Place:
    found = _REF.search(comment)
    return (int(found[2]) - 1, column_index(found[1].decode())) if found else (-1, -1)


def plain(message: str) -> str:
    """Make a text fit for XML."""
    return escape(_FORBIDDEN.sub("", message))


def _comment(place: Place, message: str, author: int, prefix: str) -> bytes:
    return (
        f'<{prefix}comment ref="{cell_name(*place)}" authorId="{author}"><{prefix}text>'
        f'<{prefix}t xml:space="preserve">{plain(message)}</{prefix}t>'
        f"</{prefix}text></{prefix}comment>"
    ).encode()


def _extended(comment: bytes, message: str, prefix: str) -> bytes:
    closing = f"</{prefix}text>".encode()
    run = (
        f'<{prefix}r><{prefix}t xml:space="preserve">\n{AUTHOR}：{plain(message)}</{prefix}t>'
        f"</{prefix}r>"
    ).encode()
    return comment.replace(closing, run + closing, 1)


def _without(boxes: bytes, places: set[Place]) -> bytes:
    """Take out the boxes of comments that are gone."""
    kept: list[bytes] = []
    pieces = boxes.split(b"</v:shape>")
    for piece in pieces[:-1]:
        start = max(piece.rfind(b"<v:shape "), piece.rfind(b"<v:shape\n"))
        row, column = _SHAPE_ROW.search(piece), _SHAPE_COLUMN.search(piece)
        is_gone = row and column and (int(row[1]), int(column[1])) in places
        kept.append(piece[:start] if is_gone and start >= 0 else piece + b"</v:shape>")
    return b"".join(kept) + pieces[-1]


def _with_boxes(boxes: bytes, messages: Mapping[Place, str]) -> bytes:
    end = boxes.rfind(b"</xml>")
    if end < 0:
        boxes = _EMPTY_BOXES.encode()
        end = boxes.rfind(b"</xml>")
    used = [int(number) for number in _SHAPE_ID.findall(boxes)]
    first = max([_FIRST_SHAPE - 1, *used]) + 1
    shape_type = "" if b'id="_x0000_t202"' in boxes else _SHAPE_TYPE
    shapes = "".join(
        _box(first + number, place, message)
        for number, (place, message) in enumerate(messages.items())
    )
    return boxes[:end] + (shape_type + shapes).encode() + boxes[end:]


def _box(number: int, place: Place, message: str) -> str:
    row, column = place
    lines = sum(1 + len(line) // _LINE for line in message.split("\n"))
    anchor = f"{column + 1}, 15, {max(row - 1, 0)}, 10, {column + 4}, 15, {row + 1 + lines}, 4"
    return (
        f'<v:shape id="_x0000_s{number}" type="#_x0000_t202" fillcolor="#ffffe1"'
        ' style="position:absolute;margin-left:60pt;margin-top:2pt;width:180pt;'
        f'height:{18 + 14 * lines}pt;z-index:1;visibility:hidden" o:insetmode="auto">'
        '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>'
        '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto">'
        '<div style="text-align:left"></div></v:textbox>'
        '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
        f"<x:Anchor>{anchor}</x:Anchor><x:AutoFill>False</x:AutoFill>"
        f"<x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
    )
