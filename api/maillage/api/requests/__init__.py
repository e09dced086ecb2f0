"""What a request says: read, checked, and refused in the domain's own sentences."""
