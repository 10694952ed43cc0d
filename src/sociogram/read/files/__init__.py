"""From paths to the bytes of files and their text."""
