"""Processes that answer for the server, with limits, and may die without harm."""
