"""A story: what a person pinned out of a graph, in steps with notes; kept as text beside the case, found again after a build."""
