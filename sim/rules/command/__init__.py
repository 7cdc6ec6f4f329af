"""Command: what headquarters decide."""
