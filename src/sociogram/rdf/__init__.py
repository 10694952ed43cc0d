"""The graph as RDF quads, and SPARQL over them."""
