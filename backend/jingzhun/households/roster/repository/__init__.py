"""Every statement over the staging tables, and those by which they enter the registry."""
