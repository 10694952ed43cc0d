"""Entities of FollowTheMoney."""
