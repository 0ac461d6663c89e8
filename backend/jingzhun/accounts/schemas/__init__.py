"""The shapes of accounts, logins and clients in the API."""
