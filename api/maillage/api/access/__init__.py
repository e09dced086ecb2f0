"""Who asks, and what that lets her do and see."""
