"""Measures any declared indicator, and opens each figure to the people behind it.

Has no indicator of its own; the unknown are counted apart and never read as a yes.
"""
