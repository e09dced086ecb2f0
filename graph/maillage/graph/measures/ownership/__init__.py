"""Who really owns and controls: holders and firms, a mode of their own beside ties."""
