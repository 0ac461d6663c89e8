"""The tools that know no domain."""
