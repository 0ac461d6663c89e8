"""What the scheme promises: the catalogue's rows, each with its owner, figure and target.

Read from the file beside the document's text, so that no sentence of it is written twice.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True)
class Promise:
    """One row of the catalogue; `kind` is NUM, REG, DEL, INS, RED or QUA."""

    ref: str
    number: str
    kind: str
    requirement: str
    owner: str
    indicator: str
    target: str
    frequency: str
    notes: str


def _read() -> Mapping[str, Promise]:
    text = files("jingzhun.policy").joinpath("source", "catalogue.csv").read_text(encoding="utf-8")
    return {
        row["id"]: Promise(
            ref=row["id"],
            number=row["clause"],
            kind=row["kind"],
            requirement=row["requirement"],
            owner=row["owner"],
            indicator=row["indicator_or_evidence"],
            target=row["target"],
            frequency=row["frequency"],
            notes=row["notes"],
        )
        for row in csv.DictReader(text.splitlines())
    }


PROMISES = _read()


def document() -> str:
    """Return the text of 湛开办〔2018〕84号 as it was published."""
    source = files("jingzhun.policy").joinpath("source", "zhankaiban-2018-84.txt")
    return source.read_text(encoding="utf-8")
