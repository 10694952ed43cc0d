"""Text for people: dossiers in Markdown, and text of strangers kept text."""
