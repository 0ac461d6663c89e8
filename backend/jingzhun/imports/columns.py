"""Takes the columns of a sheet for the target's, and says which nobody knows. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jingzhun.imports.reading import headings
from jingzhun.imports.reading.matching import Matcher, Target, memory_key
from jingzhun.imports.target import Column, Heading


class Recogniser:
    """The target's columns, and what operators said of headings ("" for: leave it out)."""

    def __init__(self, columns: Sequence[Column], remembered: Mapping[str, str]) -> None:
        self.matcher = Matcher(
            [
                Target(one.key, one.title, one.headings, one.groups, one.by_year)
                for one in columns
            ]
        )  # fmt: skip
        self._remembered = {memory: key or None for memory, key in remembered.items()}

    def recognises(self, heading: str) -> bool:
        """Whether a heading is one of the target's."""
        return self.matcher.recognises(heading)

    def headings(self, columns: Sequence[headings.Column]) -> tuple[Heading, ...]:
        """Every column of a sheet with what it was taken for."""
        found = self.matcher.match(columns, self._remembered)
        keys: dict[int, str] = {match.column.index: match.slug for match in found.matches}
        keys |= {column.index: "" for column in found.ignored}
        suggested = {
            each.column.index: tuple(slug for slug, _ in each.suggestions) for each in found.unknown
        }
        suggested |= {each.column.index: each.slugs for each in found.ambiguous}
        for each in found.duplicates:
            suggested |= {column.index: (each.slug,) for column in each.columns}
        return tuple(
            Heading(
                column.index, column.heading, column.group, keys.get(column.index),
                memory_key(column), column.year, suggested.get(column.index, ()),
            )
            for column in columns
        )  # fmt: skip
