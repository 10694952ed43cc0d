"""Programs that measure quality and speed."""
