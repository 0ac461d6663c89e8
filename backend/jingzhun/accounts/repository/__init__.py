"""Every statement over accounts, logins, clients and revocations, by noun."""
