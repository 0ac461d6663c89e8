"""A quota is how often something is owed in a period: at least once a year, four times a year."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from jingzhun.grammar.clauses import Clause


class Period(StrEnum):
    """Over what time the count runs. WHOLE is the whole campaign."""

    MONTH = "month"
    YEAR = "year"
    WHOLE = "whole"


@dataclass(frozen=True, eq=False)
class Quota:
    """`each` says of whom the number is asked; `unit` is the measure word."""

    slug: str
    title: str
    at_least: int
    unit: str
    period: Period
    each: str
    owner: str
    clause: Clause

    def sentence(self) -> str:
        """Say the quota in Chinese."""
        words = {Period.MONTH: "每月", Period.YEAR: "每年", Period.WHOLE: "期内"}
        return f"{self.each}{words[self.period]}至少{self.at_least}{self.unit}"

    def problems(self) -> Iterator[str]:
        """Yield what is wrong with the declaration."""
        if self.at_least < 1:
            yield f"quota {self.slug}: asks for nothing"
