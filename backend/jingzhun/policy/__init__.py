"""湛开办〔2018〕84号 as declarations. Plain Python; knows no database, no HTTP, no clock."""

from jingzhun.grammar.catalogue import Catalogue
from jingzhun.policy import (
    clauses,
    indicators,
    parameters,
    quotas,
    registers,
    roles,
    rules,
    vocabulary,
    workflows,
)

CATALOGUE = Catalogue(
    facts=vocabulary.ALL,
    clauses=clauses.ALL,
    parameters=parameters.ALL,
    rules=rules.ALL,
    registers=registers.ALL,
    indicators=indicators.ALL,
    quotas=quotas.ALL,
    workflows=workflows.ALL,
    roles={role: frozenset(post.permissions) for role, post in roles.POSTS.items()},
)
