"""Setup: from what a scenario declares to the world of its first day."""
