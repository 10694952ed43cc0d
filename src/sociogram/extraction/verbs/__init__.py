"""Relations that verbs give, by the lexicon or as the verb itself."""
