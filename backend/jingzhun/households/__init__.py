"""The registry: households, members, circumstances, income. Never money paid, never measures.

Every fact is kept in wide version rows on two time axes: the days it is valid, and the instants
between which it was known. `household` and `member` hold identity and a summary of the row that is
current on both axes, written in the same transaction.
"""
