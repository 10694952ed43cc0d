"""Predicates with their argument phrases, for any relation."""
