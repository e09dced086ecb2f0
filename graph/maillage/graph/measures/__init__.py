"""Measures of a Network, one file a question; each is an entry of the registry."""
