"""Who did what, when, from where: append-only, hash-chained. Never protected values.

Writes entries as the last statements before a commit and proves the chain. Knows no account table.
"""
