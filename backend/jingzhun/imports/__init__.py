"""Staged imports of workbooks: read, check, stage, review, merge.

Never knows what a row means: a target (roster, department list, bank result) is registered by
the package above that owns it.
"""
