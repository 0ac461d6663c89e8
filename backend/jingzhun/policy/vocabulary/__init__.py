"""The facts policy speaks of: stored ones by section, derived ones apart.

Each is bound to SQL in one package's `facts.py`. A word whose package is not built yet is unknown.
"""

from jingzhun.policy.vocabulary import derived, household, income, member

STORED = (*household.STORED, *member.STORED, *income.STORED)
ALL = (*STORED, *derived.ALL)
