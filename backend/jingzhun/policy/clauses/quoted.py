"""Makes a clause of a catalogue row and the words it rests on; number and title are the row's."""

from jingzhun.grammar.clauses import Clause
from jingzhun.policy.promises import PROMISES


def quoted(ref: str, quote: str) -> Clause:
    """Return the clause of row `ref`; `quote` is a contiguous piece of the document's text."""
    promise = PROMISES[ref]
    return Clause(ref, promise.number, promise.requirement, quote)
