"""Worlds: campaigns under all that a scenario declares to be uncertain, and not under luck alone."""
