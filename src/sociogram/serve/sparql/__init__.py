"""SPARQL over HTTP: the protocol, its endpoints, and what they say of themselves."""
