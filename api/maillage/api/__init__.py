"""The HTTP API: one resource a file under routes; no rule of the domain lives here."""
