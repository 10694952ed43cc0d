"""What every writer shares: files that are whole or as they were, and what stands inside pages."""
