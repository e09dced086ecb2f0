"""graph = f(records, judgements): who is who, what is tied, whose word it rests upon. Pure."""
