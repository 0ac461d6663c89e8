"""Fund plans: apportioning, freezing, steps, exports."""
