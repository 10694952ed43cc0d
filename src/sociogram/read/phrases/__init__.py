"""Names, posts and dates in a line of text, wherever it stands."""
