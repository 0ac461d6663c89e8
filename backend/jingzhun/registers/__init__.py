"""Reads any declared register: rows, counts per village, CSV, xlsx. Has no register of its own."""
