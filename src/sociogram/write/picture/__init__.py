"""What every picture of the graph shares: positions, measures, colours, periods."""
