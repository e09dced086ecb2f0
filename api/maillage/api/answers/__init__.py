"""What the API answers with, where it is not a model of the graph itself."""
