"""Every statement over the registry, split by what it reads or writes. Scope comes first."""
