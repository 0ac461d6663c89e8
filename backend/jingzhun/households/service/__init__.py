"""What may be done with the registry, one function per verb, split by noun. Never commits."""
