"""Finds the place a roster means by a name or a code, old or new. Built once, asked in bulk.

Pure: the rows are given. It never guesses between two places; it names both.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from jingzhun.places.names import plain


@dataclass(frozen=True, slots=True)
class Place:
    """One place as bulk work needs it."""

    id: str
    parent_id: str | None
    kind: str
    name: str
    code: str
    path: str
    is_confirmed: bool


@dataclass(frozen=True, slots=True)
class Match:
    """`place` is the one meant, None where nothing fits or several do (`candidates`)."""

    place: Place | None
    candidates: tuple[Place, ...] = ()

    @property
    def is_ambiguous(self) -> bool:
        """Whether more than one place fits."""
        return len(self.candidates) > 1


class PlaceIndex:
    """Names and codes to places; the answer to each question is kept."""

    def __init__(self, places: Mapping[str, Place], words: Iterable[tuple[str, str]]) -> None:
        self.places = places
        self._by_text: dict[str, list[Place]] = {}
        for text, place_id in words:
            for key in _keys(text):
                found = self._by_text.setdefault(key, [])
                if places[place_id] not in found:
                    found.append(places[place_id])
        self._answers: dict[tuple[str, str | None, str | None], Match] = {}

    def find_place(self, text: str, parent: Place | None = None, kind: str | None = None) -> Match:
        """Find what `text` names below `parent` (at any depth), of `kind` where that is known."""
        question = (text, parent.id if parent else None, kind)
        answer = self._answers.get(question)
        if answer is None:
            answer = self._answers[question] = self._search(text, parent, kind)
        return answer

    def parent_of(self, place: Place) -> Place | None:
        """The place right above, where it is in the index."""
        return self.places.get(place.parent_id) if place.parent_id else None

    def above(self, place: Place, kind: str) -> Place | None:
        """The place of `kind` that holds this one, itself included."""
        one: Place | None = place
        while one is not None and one.kind != kind:
            one = self.parent_of(one)
        return one

    def add(self, place: Place) -> None:
        """Make a place known that was entered after the index was built."""
        self.places = {**self.places, place.id: place}
        for key in _keys(place.name):
            self._by_text.setdefault(key, []).append(place)
        self._answers.clear()

    def _search(self, text: str, parent: Place | None, kind: str | None) -> Match:
        fitting = tuple(
            place
            for place in self._by_text.get(plain(text), ())
            if (kind is None or place.kind == kind)
            and (parent is None or (place.path.startswith(parent.path) and place != parent))
        )
        return Match(fitting[0] if len(fitting) == 1 else None, fitting)


def _keys(text: str) -> set[str]:
    key = plain(text)
    if key.isdigit():
        # Clerks write 440811070 for 440811070000.
        return {key, key.rstrip("0"), key[:9] if key.endswith("000") else key} - {""}
    return {key}
