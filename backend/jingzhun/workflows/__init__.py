"""Takes a declared step on any record: who, from which state, what must hold; keeps the history.

Never decides what a step means: the owner of the record changes it, in the same transaction.
"""
