"""Processes that work on what strangers wrote, within limits that the kernel keeps, and may be ended without harm."""
