"""Clauses the system answers to, by section. Every quote is checked against the document's text."""

from jingzhun.policy.clauses import (
    education,
    employment,
    finance,
    funding,
    goals,
    medical,
    social_security,
)

ALL = (
    *goals.ALL, *employment.ALL, *social_security.ALL, *medical.ALL, *education.ALL,
    *finance.ALL, *funding.ALL,
)  # fmt: skip
