"""The lists that can be loaded: one file each, its row and what a row says."""
