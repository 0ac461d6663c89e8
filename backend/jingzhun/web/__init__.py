"""What endpoints share: who calls, units of work, problems, ETags, idempotency, tokens.

Knows no table but its own idempotency keys, and no domain noun.
"""
