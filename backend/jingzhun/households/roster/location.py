"""Which village a household's row means, by old or new names. Pure: the index is given.

Knows how to build the index without a database, from the division list the package carries.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from jingzhun.grammar.rules import Rule
from jingzhun.places import names
from jingzhun.places.finding import Match, Place, PlaceIndex
from jingzhun.policy.rules import staging, structure

_LENGTH = {"county": 6, "town": 9, "village": 12}


@dataclass(frozen=True, slots=True)
class Said:
    """A rule to be reported at the column `key` (town or village) with its words."""

    rule: Rule
    key: str
    words: dict[str, str]


@dataclass(frozen=True, slots=True)
class Location:
    """The village meant, None where nothing fits, and what is to be said of it."""

    village: Place | None
    said: tuple[Said, ...] = ()


class Locator:
    """Answers each pair of town and village once; a roster repeats them on every line."""

    def __init__(self, index: PlaceIndex) -> None:
        self._index = index
        self._known: dict[tuple[str, str, str], Location] = {}

    def locate(self, town: str, village: str, sheet: str) -> Location:
        """Find the village; where the row does not name it, by the name of the sheet."""
        question = (town, village, sheet)
        found = self._known.get(question)
        if found is None:
            found = self._known[question] = self._locate(town, village, sheet)
        return found

    def _locate(self, town: str, village: str, sheet: str) -> Location:
        said: list[Said] = []
        parent: Place | None = None
        if town:
            match = self._index.find_place(town, None, "town")
            parent = match.place
            if parent is None:
                said.append(_unknown(town, "town", "街道（镇）"))
            elif parent.name != town:
                said.append(_former(town, "town", parent.name))
        named = village or " ".join(sheet.split())
        match = self._index.find_place(named, parent, "village")
        if match.place is None:
            words = self._elsewhere(named, parent, match)
            said.append(_unknown(village or named, "village", words))
            return Location(None, tuple(said))
        if not village:
            words_ = {"shown": match.place.name}
            said.append(Said(staging.PLACE_FROM_SHEET, "village", words_))
        elif match.place.name != village:
            said.append(_former(village, "village", match.place.name))
        return Location(match.place if not town or parent else None, tuple(said))

    def _elsewhere(self, named: str, parent: Place | None, match: Match) -> str:
        if match.is_ambiguous:
            towns = "、".join(self._town(place) for place in match.candidates)
            return f"行政村（{towns}都有同名的村，须写明街道或镇）"
        if parent is not None:
            other = self._index.find_place(named, None, "village")
            if other.place is not None:
                return f"行政村（它属于{self._town(other.place)}，不属于{parent.name}）"
            return f"行政村（{parent.name}没有这个村）"
        return "行政村"

    def _town(self, place: Place) -> str:
        town = self._index.above(place, "town")
        return town.name if town else ""


def _unknown(text: str, key: str, title: str) -> Said:
    return Said(structure.UNKNOWN_PLACE, key, {"value": text[:30], "title": title})


def _former(text: str, key: str, name: str) -> Said:
    return Said(structure.FORMER_PLACE, key, {"value": text[:30], "shown": name})


@cache
def packaged_index() -> PlaceIndex:
    """The county's towns and villages with all their names, from the packaged list."""
    text = files("jingzhun.places").joinpath("divisions.csv").read_text(encoding="utf-8")
    rows = [row for row in csv.DictReader(text.splitlines()) if row["level"] in _LENGTH]
    places: dict[str, Place] = {}
    words: list[tuple[str, str]] = []
    for row in rows:
        kind, code = row["level"], row["code"]
        above = places.get(row["parent_code"])
        path = f"{above.path if above else '/'}{code[: _LENGTH[kind]]}/"
        places[code] = Place(
            code, above.id if above else None, kind, row["name"], code, path, is_confirmed=True
        )
        for name in {row["name"], row["name_2017"]} - {""}:
            words += [(spelled, code) for spelled in (name, *names.variants(kind, name))]
        words += [(each, code) for each in {code, row["code_2016"]} - {""}]
    return PlaceIndex(places, words)
