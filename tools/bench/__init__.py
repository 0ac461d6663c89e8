"""Measures the figures of speed on made-up data. Prints a table, writes JSON, never fails a run."""
