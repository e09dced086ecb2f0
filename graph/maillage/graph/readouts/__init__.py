"""Answers in words: what an animator, a researcher and a network head ask, with the evidence."""
