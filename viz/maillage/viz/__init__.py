"""What a network looks like: a scene (pure data), and the pages and pictures drawn from it."""
