"""Verbs on fund plans: compute and freeze, take steps, read, spread an amount received."""
