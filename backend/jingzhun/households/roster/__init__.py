"""The roster: what a village's workbook says of its households, checked, staged and merged.

Never writes to the registry before the merge, never removes anybody from it.
"""
