"""The words that stand for actors, things, dates and quantities."""
