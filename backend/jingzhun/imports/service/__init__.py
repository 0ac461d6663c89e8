"""What may be done with an import, one module a noun. Never commits."""
