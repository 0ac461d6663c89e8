"""What may be done with accounts, logins and clients, one module a noun."""
