"""The code answers to the document: every quote stands in its text, every promise has a clause."""

import re

import pytest

from jingzhun.grammar.clauses import Clause
from jingzhun.policy import clauses
from jingzhun.policy.promises import PROMISES, document

SECTIONS = ("P2-3", "P2-4", "P3-2-", "P3-3-", "P3-4-", "P3-6-", "P3-8-", "P4-1-")
WIDTHS = str.maketrans("，。；：！？（）【】％〔〕", ",.;:!?()[]%[]")


def squeeze(text: str) -> str:
    """Remove white space and map full-width punctuation: the text breaks lines inside words."""
    return re.sub(r"\s", "", text).translate(WIDTHS)


@pytest.mark.parametrize("clause", clauses.ALL, ids=lambda clause: clause.ref)
def test_quote_stands_in_the_document(clause: Clause) -> None:
    assert len(squeeze(clause.quote)) >= 6
    assert squeeze(clause.quote) in squeeze(document())


def test_a_quote_that_is_not_there_would_be_noticed() -> None:
    assert squeeze("按人均3万元作为专项安排扶贫投入的标准数") not in squeeze(document())


def test_every_promise_of_the_sections_has_a_clause() -> None:
    promised = {ref for ref in PROMISES if ref.startswith(SECTIONS)}
    assert len(promised) == 66
    assert promised <= {clause.ref for clause in clauses.ALL}


def test_number_and_title_are_the_catalogues() -> None:
    for clause in clauses.ALL:
        assert (clause.number, clause.title) == (
            PROMISES[clause.ref].number,
            PROMISES[clause.ref].requirement,
        )
