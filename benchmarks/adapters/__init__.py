"""One module a benchmark: from our extraction to that benchmark's form, by tables, extracting nothing."""
