"""A story as one page to publish: statements with numbered footnotes, small maps, what was left out."""
