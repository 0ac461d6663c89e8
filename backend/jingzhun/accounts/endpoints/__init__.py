"""Accounts, logins and clients over HTTP, one module a noun."""
