"""Shapes of fund plans at the interface."""
