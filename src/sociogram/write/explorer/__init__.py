"""``index.html``: the explorer in one file."""
