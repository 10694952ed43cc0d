"""The graph in the syntaxes of RDF, and sent to a Graph Store."""
