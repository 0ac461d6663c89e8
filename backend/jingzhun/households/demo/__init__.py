"""A made-up demo district and any amount of made-up households. Nobody in it exists.

IDs are of area 440899, which was never assigned. The same year gives the same district. It stands
in the neighbourhood committees only: the villages of rosters are left to those who try an import.
"""
