"""Title, authors, publisher, recipients, date and genre."""
