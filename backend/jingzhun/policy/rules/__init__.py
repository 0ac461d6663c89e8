"""The data rules: those of the national list whose data exists, and the structure of a record.

block = error: it holds the household back; warn = warning. Run over staged rows and over records
edited by hand alike, after `policy.derivation.complete`. Never changes a record.
"""

from collections.abc import Iterable

from jingzhun.grammar.facts import Subject
from jingzhun.grammar.rules import Judge
from jingzhun.policy import vocabulary
from jingzhun.policy.rules import benefits, identity, living, schooling, staging, structure, unasked

UNASKED = unasked.UNASKED

ALL = (
    *identity.MEMBER, *identity.HOUSEHOLD, *schooling.MEMBER, *benefits.MEMBER, *living.HOUSEHOLD,
    *structure.MEMBER, *structure.HOUSEHOLD, *structure.FOUND_BY_READER, *staging.ALL,
)  # fmt: skip


def judge_of(subject: Subject, columns: Iterable[str]) -> Judge:
    """Return the judge of records that carry the stored facts `columns` (slugs)."""
    return Judge(ALL, vocabulary.ALL, subject, columns)
