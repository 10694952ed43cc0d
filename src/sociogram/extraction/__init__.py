"""From a parsed document to mentions, chains, attributions, propositions and relations."""
