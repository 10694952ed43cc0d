"""A difference between two graphs, as lines and as a page."""
