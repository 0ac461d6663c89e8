"""The policy on paper: a JSON document for machines, tables of clauses for people.

Prints what is declared, never what orders have revised since.
"""

from jingzhun.policy.printed.document import as_document
from jingzhun.policy.printed.tables import as_markdown, figure_text

__all__ = ["as_document", "as_markdown", "figure_text"]
