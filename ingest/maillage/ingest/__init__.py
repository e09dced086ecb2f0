"""Files that people keep become records, and nothing is lost on the way."""
