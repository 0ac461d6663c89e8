"""Which column is which target. Decides nothing it cannot see: the rest is shown and asked."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from rapidfuzz import fuzz, process

from jingzhun.imports.reading.headings import Column

How: TypeAlias = Literal["remembered", "exact", "alias", "normalised"]

_UNITS = (
    "元|万元|元/年|元/月|人|户|个|岁|月|个月|年|天|亩|m2|m²|平方米|平米|公里|千米|米|公斤|斤|%|"
    "是/否|是否|选填|必填|必填项|可多选|多选|单选|下拉选择|文本|日期"
)
_UNIT = re.compile(rf"\((?:单位:?)?(?:{_UNITS})\)")
_TRAILING_UNIT = re.compile(rf"(?:[,:/]|单位:)(?:{_UNITS})$")
_LEADING = re.compile(r"^(?:[*★#]+|\d{1,2}[.、)]|\(\d{1,2}\)|(?:19|20)\d\d年度?)+")
_DROPPED = re.compile(r"[\s()\[\]{}<>〔〕【】《》“”\"'、,.:;·*★_\-—/\\|\u200b-\u200d\u2060\ufeff]+")
_YEAR = re.compile(r"(?:19|20)\d\d年?度?")
_SUGGESTED = 3
_CLOSE_ENOUGH = 55


@dataclass(frozen=True, slots=True)
class Target:
    """What a column may be: permanent slug, title, other headings seen, groups it stands under.

    `by_year` allows one column for each year; `groups` tells targets with one heading apart.
    """

    slug: str
    title: str
    aliases: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    by_year: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """A column whose target is certain, and how it was known."""

    column: Column
    slug: str
    how: How


@dataclass(frozen=True, slots=True)
class Unknown:
    """A column nobody declared; suggestions are slugs with a likeness of 0–100, best first."""

    column: Column
    suggestions: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A column whose heading fits several targets equally."""

    column: Column
    slugs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Several columns that claim one target equally; none of them is taken."""

    slug: str
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Matching:
    """Every column is in exactly one of matches, unknown, ambiguous, duplicates or ignored."""

    matches: tuple[Match, ...]
    unknown: tuple[Unknown, ...]
    ambiguous: tuple[Ambiguous, ...]
    duplicates: tuple[Duplicate, ...]
    ignored: tuple[Column, ...]
    missing: tuple[str, ...]

    def of(self, slug: str) -> tuple[Match, ...]:
        """Return the columns of a target; more than one only where it is kept by year."""
        return tuple(match for match in self.matches if match.slug == slug)


def normalised(heading: str) -> str:
    """Reduce a heading to its words: no width, spaces, brackets, units, numbering or year."""
    plain = _LEADING.sub("", re.sub(r"\s+", "", unicodedata.normalize("NFKC", heading)).lower())
    plain = _TRAILING_UNIT.sub("", _UNIT.sub("", plain))
    return _DROPPED.sub("", plain)


def memory_key(column: Column) -> str:
    """Name a column for remembering: group and heading, without the year they speak of."""
    return f"{normalised(_YEAR.sub('', column.group))}|{normalised(column.heading)}"


class Matcher:
    """The declared targets, prepared for many sheets."""

    def __init__(self, targets: Sequence[Target]) -> None:
        self.targets = {target.slug: target for target in targets}
        self._exact = _index((t.title, t.slug) for t in targets)
        self._alias = _index((alias, t.slug) for t in targets for alias in t.aliases)
        self._loose = _index(
            (normalised(name), t.slug) for t in targets for name in (t.title, *t.aliases)
        )

    def recognises(self, heading: str) -> bool:
        """Whether the heading is one of the declared ones; what `read_layout` asks."""
        return heading in self._exact or normalised(heading) in self._loose

    def match(
        self, columns: Sequence[Column], remembered: Mapping[str, str | None] | None = None
    ) -> Matching:
        """Match columns to targets; `remembered` maps memory keys to a slug, or None to ignore."""
        memory = remembered or {}
        claims: list[Match] = []
        unknown: list[Column] = []
        ambiguous: list[Ambiguous] = []
        ignored: list[Column] = []
        for column in columns:
            key = memory_key(column)
            if key in memory and memory[key] is None:
                ignored.append(column)
                continue
            slugs, how = self._claimed(column, memory.get(key))
            if len(slugs) > 1:
                ambiguous.append(Ambiguous(column, slugs))
            elif slugs:
                claims.append(Match(column, slugs[0], how))
            else:
                unknown.append(column)
        matches, duplicates, beaten = self._settled(claims)
        taken = {match.slug for match in matches}
        return Matching(
            matches=tuple(matches),
            unknown=tuple(
                Unknown(column, self._suggested(column, taken))
                for column in sorted([*unknown, *beaten], key=lambda each: each.index)
            ),
            ambiguous=tuple(ambiguous),
            duplicates=tuple(duplicates),
            ignored=tuple(ignored),
            missing=tuple(slug for slug in self.targets if slug not in taken),
        )

    def _claimed(self, column: Column, remembered: str | None) -> tuple[tuple[str, ...], How]:
        if remembered in self.targets:
            return (str(remembered),), "remembered"
        ways: tuple[tuple[How, dict[str, tuple[str, ...]], str], ...] = (
            ("exact", self._exact, column.heading.strip()),
            ("alias", self._alias, column.heading.strip()),
            ("normalised", self._loose, normalised(column.heading)),
        )
        for how, index, name in ways:
            if name and name in index:
                return self._by_group(column, index[name]), how
        return (), "normalised"

    def _by_group(self, column: Column, slugs: tuple[str, ...]) -> tuple[str, ...]:
        if len(slugs) == 1:
            return slugs
        over = "".join(map(normalised, column.groups))
        fitting = tuple(
            slug for slug in slugs
            if any(normalised(group) in over for group in self.targets[slug].groups)
        )  # fmt: skip
        return fitting if len(fitting) == 1 else slugs

    def _settled(
        self, claims: Iterable[Match]
    ) -> tuple[list[Match], list[Duplicate], list[Column]]:
        matches: list[Match] = []
        duplicates: list[Duplicate] = []
        beaten: list[Column] = []
        for slug, rivals in _by_target(claims, self.targets).items():
            best = min(_RANK[rival.how] for rival in rivals)
            beaten += [rival.column for rival in rivals if _RANK[rival.how] > best]
            equal = [rival for rival in rivals if _RANK[rival.how] == best]
            if len(equal) == 1:
                matches += equal
            else:
                duplicates.append(Duplicate(slug[0], tuple(rival.column for rival in equal)))
        return sorted(matches, key=lambda match: match.column.index), duplicates, beaten

    def _suggested(self, column: Column, taken: set[str]) -> tuple[tuple[str, int], ...]:
        names = {
            name: slugs[0] for name, slugs in self._loose.items()
            if name and slugs[0] not in taken
        }  # fmt: skip
        heading = normalised(column.heading)
        if not heading:
            return ()
        found = process.extract(
            heading, names.keys(), scorer=fuzz.WRatio, limit=8, score_cutoff=_CLOSE_ENOUGH
        )
        best: dict[str, int] = {}
        for name, score, _place in found:
            best.setdefault(names[name], round(score))
        return tuple(best.items())[:_SUGGESTED]


_RANK: dict[How, int] = {"remembered": 0, "exact": 1, "alias": 2, "normalised": 3}


def _index(names: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, slug in names:
        if slug not in found.get(name, ()):
            found[name] = (*found.get(name, ()), slug)
    return found


def _by_target(
    claims: Iterable[Match], targets: Mapping[str, Target]
) -> dict[tuple[str, int | None], list[Match]]:
    """Gather the claims on each target, apart by year where the target is kept by year."""
    found: dict[tuple[str, int | None], list[Match]] = {}
    for claim in claims:
        year = claim.column.year if targets[claim.slug].by_year else None
        found.setdefault((claim.slug, year), []).append(claim)
    return found
