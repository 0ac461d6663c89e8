"""Binds every word of the registry to SQL. Scope is the reader's; a word is bound once.

`household` carries a summary that holds as of any day from `settled_on` on, as known now. Words
about the household of a member read it where it holds, and the version rows where it does not.
"""

from jingzhun.factbook import FactBook
from jingzhun.households.facts import household, member


def declare(book: FactBook) -> None:
    """Give the book the registry's roots and words."""
    household.declare(book)
    member.declare(book)
