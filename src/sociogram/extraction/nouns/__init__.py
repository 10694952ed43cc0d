"""Relations of nouns, titles, appositions, possessives and brackets."""
