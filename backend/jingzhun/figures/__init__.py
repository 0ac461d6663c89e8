"""Figures of the policy revised by order: proposed, confirmed by a second person, then in force.

Never changes a declared figure or a confirmed order: a later order stands beside the earlier.
"""
