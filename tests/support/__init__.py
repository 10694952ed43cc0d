"""What several test modules share: made papers, graphs, cases, servers, parses written by hand."""
