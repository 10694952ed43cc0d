"""Relations learnt from examples: features, weights and their thresholds."""
