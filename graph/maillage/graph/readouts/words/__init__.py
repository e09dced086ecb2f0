"""The sentences of the read-outs, one catalogue each, French first."""
