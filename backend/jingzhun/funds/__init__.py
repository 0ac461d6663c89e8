"""Fund plans: head counts frozen with a plan, an amount spread exactly over villages and tiers.

Computes, freezes, shows and prints; never moves money, and never changes a plan once decided.
"""
