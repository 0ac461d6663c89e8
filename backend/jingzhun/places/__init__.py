"""Places: the county, its towns, villages and hamlets. Never people, never figures.

A place keeps its identity; names and codes are dated. Scope follows the path, never a code.
"""
