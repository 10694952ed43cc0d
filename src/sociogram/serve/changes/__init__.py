"""What a client may change: annotations and judgements."""
