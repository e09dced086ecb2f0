"""The server as a process: its settings, its logs, its figures, its end."""
