"""Actors, claims and ties: the values, how they are made, how they are kept."""
