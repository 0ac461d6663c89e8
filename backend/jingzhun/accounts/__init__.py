"""Who asks: accounts with roles at places, their logins, and machine clients with scopes.

Never business data. Passwords and secrets are only ever kept as hashes, and shown once.
"""
