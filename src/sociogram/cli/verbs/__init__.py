"""One module a verb, whose ``command`` is loaded when it is called."""
