"""Shapes of the registry at the interface, split by noun. Fact models come from the vocabulary."""
