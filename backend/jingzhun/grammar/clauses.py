"""A clause is a place in a document, with words that really stand there."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Clause:
    """`ref` is the promise's id in the catalogue; `quote` ≥ 6 characters found in the text."""

    ref: str
    number: str
    title: str
    quote: str
