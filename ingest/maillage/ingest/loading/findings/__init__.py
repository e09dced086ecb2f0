"""What there is to say of the lines of a file beside what is loaded already."""
