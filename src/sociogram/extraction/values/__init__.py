"""Times and amounts in running text."""
