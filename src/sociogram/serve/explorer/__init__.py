"""What the pages ask: parts of a case, search, tables, paths, and the pages themselves."""
