"""From a document to a parse of its cleaned view."""
