"""The sentence forms policy is written in. Pure: no database, no HTTP, no clock.

Read in this order: `codes`, `facts`, `clauses`, `parameters`, `registers`, `indicators`,
`rules`, `workflows`, `catalogue`.
"""
