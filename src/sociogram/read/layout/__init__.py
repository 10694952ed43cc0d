"""What each paragraph of a text is, and where one document ends and the next begins."""
