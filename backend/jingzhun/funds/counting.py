"""Which heads a plan counts, by which words. Pure.

DOMAIN §4 and §6: able = labour code 01 or 02, under 16 or in school is neither able nor unable; a
household with an able member is development-capable. The default basis counts all its members, the
other the able persons only; weak or half labour (05) counts where the setting says so. Labour not
known is never a yes: such heads are told apart as unsure.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

HOUSEHOLD_MEMBERS, ABLE_PERSONS = "household-members", "able-persons"


class Rounding(StrEnum):
    """In which whole units an amount is spread."""

    FEN = "fen"
    YUAN = "yuan"
    HUNDRED_YUAN = "hundred-yuan"
    TEN_THOUSAND_YUAN = "ten-thousand-yuan"

    @property
    def unit_fen(self) -> int:
        """The unit in fen."""
        return _UNIT_FEN[self]

    @property
    def words(self) -> str:
        """The unit as people call it."""
        return _WORDS[self]


_UNIT_FEN = {
    Rounding.FEN: 1,
    Rounding.YUAN: 100,
    Rounding.HUNDRED_YUAN: 10_000,
    Rounding.TEN_THOUSAND_YUAN: 1_000_000,
}
_WORDS = {
    Rounding.FEN: "分",
    Rounding.YUAN: "元",
    Rounding.HUNDRED_YUAN: "百元",
    Rounding.TEN_THOUSAND_YUAN: "万元",
}


@dataclass(frozen=True)
class Basis:
    """Who counts."""

    counting: str
    counts_weak: bool


@dataclass(frozen=True)
class Heads:
    """One village counted by every basis; `unsure` were left out by the chosen one."""

    members: int = 0
    members_weak: int = 0
    able: int = 0
    able_weak: int = 0
    unsure: int = 0

    def by(self, basis: Basis) -> int:
        """The heads of a basis."""
        if basis.counting == ABLE_PERSONS:
            return self.able_weak if basis.counts_weak else self.able
        return self.members_weak if basis.counts_weak else self.members

    def __add__(self, other: Heads) -> Heads:
        return Heads(
            self.members + other.members,
            self.members_weak + other.members_weak,
            self.able + other.able,
            self.able_weak + other.able_weak,
            self.unsure + other.unsure,
        )
