"""A story: what a person pinned out of a graph, in steps with notes, kept as text and found again after a build."""
