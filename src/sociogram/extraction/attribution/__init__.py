"""Who says or thinks what."""
