"""Requests and workbooks nobody would send on purpose: answered or refused, never broken by."""
