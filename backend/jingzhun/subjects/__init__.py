"""Members and households for whom a predicate holds, as of a day, in the actor's places.

The one reader below registers and indicators. Declares nothing and changes nothing.
"""
