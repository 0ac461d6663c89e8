"""The kinds of long work, registered by the packages that do it. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jingzhun.jobs.service import Running


@dataclass(frozen=True)
class Kind:
    """`work` does it; a work that was stopped is begun again from its start, so it is repeatable.

    `failed` is told of the refusal that ended it, so that the owner's record does not wait forever.
    `needs` says which permission the file stands on: who lost it since gets the file no more.
    """

    slug: str
    title: str
    work: Callable[[Running], None]
    failed: Callable[[Running, str, str], None] | None = None
    needs: Callable[[dict[str, Any]], str] | None = None


KINDS: dict[str, Kind] = {}
Sweep = Callable[[Any], None]
SWEEPS: list[Sweep] = []


def register(kind: Kind) -> None:
    """Make a kind known; a second registration of the same work is the first again."""
    KINDS[kind.slug] = kind


def register_sweep(sweep: Sweep) -> None:
    """Have something done every hour: deleting what has passed its time."""
    if sweep not in SWEEPS:
        SWEEPS.append(sweep)
