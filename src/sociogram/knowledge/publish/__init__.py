"""What is generated from the ontology: OWL, SHACL, the JSON-LD context, the reference."""
