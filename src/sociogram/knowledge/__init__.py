"""What is known beforehand, as data: classes, relations, senses, well-known actors."""
