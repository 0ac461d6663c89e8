"""What a cell means, one primitive a kind of value. Knows no field, no table, no database.

Every primitive takes a `Cell` and returns an `Outcome(value, note, error)`: the value in plain
form (None where blank or wrong), a note where the spelling was normalised, an error in Chinese
where it could not be read. Neither note nor error ever repeats the cell's content, which may be
personal. Money comes out as integer fen, never as a float.
"""
