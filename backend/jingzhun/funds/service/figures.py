"""The four figures a plan stands on, as they held on its day, each with its legal basis."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from jingzhun.figures import service as figures
from jingzhun.funds.counting import Basis, Rounding
from jingzhun.funds.errors import FigureMissing
from jingzhun.grammar.parameters import Parameter
from jingzhun.kit.errors import FieldError, Invalid
from jingzhun.kit.unit import Unit
from jingzhun.policy import parameters

EARLIEST = 2000


@dataclass(frozen=True)
class Request:
    """What the maker asks for; what is None is taken from the figures in force."""

    start_year: int
    end_year: int
    snapshot_on: date
    title: str = ""
    standard_fen: int | None = None
    split: tuple[int, ...] | None = None
    counting_basis: str | None = None
    counts_weak: bool | None = None
    rounding: Rounding = Rounding.FEN
    legal_basis: str = ""
    note: str = ""


@dataclass(frozen=True)
class Tier:
    """Who pays, and with what weight."""

    slug: str
    title: str
    weight: int


@dataclass(frozen=True)
class Frozen:
    """The figures of one plan."""

    standard_fen: int
    standard_basis: str
    tiers: tuple[Tier, ...]
    split_basis: str
    basis: Basis
    counting_source: str
    weak_source: str


def freeze(unit: Unit, request: Request) -> Frozen:
    """Settle the figures of a plan; refuse a deviation without a legal basis, all at once."""
    faults = list(_faults(unit, request))
    chosen = {
        parameters.fund_per_head: request.standard_fen,
        parameters.fund_split: request.split,
        parameters.fund_counting_basis: request.counting_basis,
        parameters.weak_labour_counts: request.counts_weak,
    }
    settled: dict[Parameter, tuple[object, str]] = {}
    for parameter, value in chosen.items():
        in_force = figures.figure_in_force(unit, parameter, request.snapshot_on.year)
        if value is not None and not parameter.accepts(value):
            words = f"“{parameter.title}”不能取这个值"
            faults.append(FieldError(f"/{_FIELDS[parameter]}", "value-of-other-kind", words))
        elif value is None or (in_force is not None and in_force.value == value):
            if in_force is None:
                raise FigureMissing(year=request.snapshot_on.year, title=parameter.title)
            settled[parameter] = (in_force.value, in_force.basis)
        elif request.legal_basis.strip():
            settled[parameter] = (value, request.legal_basis.strip())
        else:
            words = f"“{parameter.title}”与现行参数不同，须写明依据的文件"
            faults.append(FieldError("/legal_basis", "legal-basis-missing", words))
    if faults:
        raise Invalid(faults)
    return _frozen(settled)


_FIELDS = {
    parameters.fund_per_head: "standard_fen",
    parameters.fund_split: "split",
    parameters.fund_counting_basis: "counting_basis",
    parameters.weak_labour_counts: "counts_weak",
}


def _faults(unit: Unit, request: Request) -> Iterator[FieldError]:
    if request.end_year < request.start_year:
        yield FieldError("/end_year", "years-reversed", "终止年度不能早于起始年度")
    if request.snapshot_on > unit.today:
        yield FieldError("/snapshot_on", "snapshot-future", "人数截止日不能晚于今天")
    if request.standard_fen == 0:
        yield FieldError("/standard_fen", "standard-zero", "人均标准须大于零")


def _frozen(settled: dict[Parameter, tuple[object, str]]) -> Frozen:
    standard, standard_basis = settled[parameters.fund_per_head]
    split, split_basis = settled[parameters.fund_split]
    counting, counting_source = settled[parameters.fund_counting_basis]
    weak, weak_source = settled[parameters.weak_labour_counts]
    if not isinstance(standard, int) or not isinstance(split, tuple):
        raise TypeError("a standard is an amount and a split has parts")
    tiers = tuple(
        Tier(part.slug, part.title, weight)
        for part, weight in zip(parameters.fund_split.parts, split, strict=True)
    )
    basis = Basis(str(counting), bool(weak))
    return Frozen(standard, standard_basis, tiers, split_basis, basis, counting_source, weak_source)
