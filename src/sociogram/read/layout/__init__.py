"""The blocks of a text, and where one document ends and the next begins."""
