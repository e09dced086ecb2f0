"""What every request passes before a route, and every answer after it; no route knows of it."""
