"""The migrations make what the code declares, on both databases."""
