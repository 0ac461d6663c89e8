"""Long work beside the requests: queued, leased, resumed after a stop, cancelled, with a result.

Knows no work of its own: packages above register their kinds. Never runs a job twice at once.
"""
