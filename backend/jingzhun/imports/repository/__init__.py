"""Every statement over batches, rows, findings and column memory. Scope comes first."""
