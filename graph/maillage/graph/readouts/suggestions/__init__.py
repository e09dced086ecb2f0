"""Whom to introduce to whom, why, and what became of the introductions that were made."""
