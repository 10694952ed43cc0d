"""What stands on a page by where it stands: pieces of text, lines, columns, running lines, broken words."""
