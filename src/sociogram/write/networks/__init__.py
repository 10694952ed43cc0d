"""The network of actors for other tools: GEXF, GraphML, CSV, pyvis."""
