"""The rules of the house as tests; each rule is also shown a breach and has to see it."""
